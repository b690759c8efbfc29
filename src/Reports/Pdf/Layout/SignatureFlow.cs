using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Syntax;

namespace EmrSec.Reports.Pdf.Layout;

/// <summary>Lays out signers with their fields, and «Nơi nhận» (30/2020/NĐ-CP, Phụ lục I, phần II, mục 7–9).</summary>
internal static class SignatureFlow
{
    // Between title and name stands the picture of the signature.
    private static readonly double Room = Points.FromMillimetres(28.0);
    private static readonly double FieldWidth = Points.FromMillimetres(60.0);
    private static readonly double FieldHeight = Points.FromMillimetres(24.0);

    // The seal of a body of State is at most 36 mm across; its picture is of actual size.
    private static readonly double SealSize = Points.FromMillimetres(36.0);

    public static void Add(FlowBuilder flow, SignatureBlock block)
    {
        flow.Place.What = "khối chữ ký";
        KeepLinesBefore(flow);
        var half = flow.Settings.Width / 2;
        if (block.Signers.Count == 1)
        {
            var item = new AssemblyItem { SpaceBefore = 12, Where = flow.Place.ToString() };
            var bottom = AddRow(flow, item, [(block.Signers[0], half)], half);
            var (lines, fitting, end) = Distribution(flow, block.Distribution, half - 8, Math.Max(bottom, flow.Settings.Height / 2));
            item.AddAll(lines[..fitting], 0, flow.Shared.Sizes.Body - TypeSizes.DistributionTitle);
            item.SetHeight(Math.Max(bottom, end));
            flow.Items.Add(item);
            flow.Items.AddRange(lines[fitting..]);
        }
        else
        {
            AddSeveral(flow, block, half);
        }
    }

    private static void AddSeveral(FlowBuilder flow, SignatureBlock block, double half)
    {
        for (var i = 0; i < block.Signers.Count; i += 2)
        {
            var item = new AssemblyItem { SpaceBefore = 12, Where = flow.Place.ToString() };
            item.SetHeight(AddRow(flow, item, i + 1 < block.Signers.Count ? [(block.Signers[i], 0), (block.Signers[i + 1], half)] : [(block.Signers[i], half)], half));
            flow.Items.Add(item);
        }

        var (lines, _, _) = Distribution(flow, block.Distribution, half - 8, flow.Settings.Height);
        if (lines.Count > 0)
        {
            lines[0].SpaceBefore = 12;
            flow.Items.AddRange(lines);
        }
    }

    private static void KeepLinesBefore(FlowBuilder flow)
    {
        for (var i = flow.Items.Count - 1; i >= Math.Max(0, flow.Items.Count - 2); i--)
        {
            if (flow.Items[i] is PageBreakItem)
            {
                return;
            }

            flow.Items[i].KeepWithNext = true;
        }
    }

    // Titles, room and names of signers side by side stand level.
    private static double AddRow(FlowBuilder flow, AssemblyItem item, (Signer Signer, double X)[] signers, double width)
    {
        var columns = Array.ConvertAll(signers, each => Column(flow, each.Signer, width));
        var titles = columns.Max(column => FlowItem.Total(column.Titles));
        for (var i = 0; i < columns.Length; i++)
        {
            var (x, column) = (signers[i].X, columns[i]);
            item.AddAll(column.Titles, x, 0);
            var left = x + ((width - FieldWidth) / 2);
            item.Add(column.Field, left, titles + ((Room - FieldHeight) / 2));
            if (column.Seal is { } seal)
            {
                item.Add(seal, left + (FieldWidth / 3) - SealSize, titles + ((Room - SealSize) / 2));
            }

            item.AddAll(column.Names, x, titles + Room);
        }

        return titles + Room + columns.Max(column => FlowItem.Total(column.Names));
    }

    private static (List<LineItem> Titles, FieldItem Field, FieldItem? Seal, List<LineItem> Names) Column(FlowBuilder flow, Signer signer, double width)
    {
        var titles = new List<LineItem>();
        foreach (var title in signer.Titles)
        {
            titles.AddRange(flow.Lines(flow.Shape(title, new StructElement("P", flow.Parent), RunStyle.Bold, capitals: true), 0, width, TextAlignment.Centre));
        }

        var who = signer.FieldLabel ?? "Chữ ký của " + (signer.Name ?? (signer.Titles.Count > 0 ? signer.Titles[^1] : "người ký"));
        var field = Field(flow, signer.FieldName, who, FieldWidth, FieldHeight);
        var seal = signer.SealFieldName is { } name ? Field(flow, name, "Chữ ký số của cơ quan, tổ chức", SealSize, SealSize) : null;
        var names = signer.Name is { } full
            ? flow.Lines(flow.Shape(full, new StructElement("P", flow.Parent), RunStyle.Bold), 0, width, TextAlignment.Centre)
            : [];
        return (titles, field, seal, names);
    }

    private static FieldItem Field(FlowBuilder flow, string name, string label, double width, double height)
    {
        flow.Shared.Fields.Check(name, flow.Place);
        DocumentText.Check(label.Replace('\n', ' '), flow.Place);
        return new FieldItem(name, TextShaper.Normal(label), width, height, new StructElement("Form", flow.Parent));
    }

    private static (List<LineItem> Lines, int Fitting, double End) Distribution(FlowBuilder flow, IReadOnlyList<RichText> names, double width, double room)
    {
        var lines = new List<LineItem>();
        if (names.Count > 0)
        {
            var sizes = flow.Shared.Sizes;
            lines.AddRange(flow.Lines(flow.Shape("Nơi nhận:", new StructElement("P", flow.Parent), RunStyle.Bold | RunStyle.Italic, TypeSizes.DistributionTitle), 0, width, TextAlignment.Left));
            var list = new StructElement("L", flow.Parent) { Attributes = "/O/List/ListNumbering/None" };
            for (var i = 0; i < names.Count; i++)
            {
                var item = new StructElement("LI", list);
                var entry = flow.Shape("- ", new StructElement("Lbl", item), RunStyle.None, TypeSizes.Distribution);
                var body = new StructElement("LBody", item);
                flow.Shared.Shaper.Append(entry, names[i], RunStyle.None, body);
                flow.Shared.Shaper.Append(entry, OpeningFlow.Ending(names[i], i == names.Count - 1), RunStyle.None, body);
                lines.AddRange(flow.Lines(entry, 0, width, TextAlignment.Left));
            }
        }

        var (fitting, end) = (0, 0.0);
        while (fitting < lines.Count && end + lines[fitting].Height <= room)
        {
            end += lines[fitting++].Height;
        }

        return (lines, fitting, end);
    }
}

/// <summary>Where a signature field stands.</summary>
internal sealed class FieldItem : FlowItem
{
    private readonly string _name;
    private readonly string _label;
    private readonly double _width;
    private readonly StructElement _element;

    public FieldItem(string name, string label, double width, double height, StructElement element)
    {
        (_name, _label, _width, _element) = (name, label, width, element);
        Height = height;
    }

    public override void Draw(PageCanvas page, double x, double y) =>
        page.Annotations.Add(new Annotation(x, page.Height - y - Height, x + _width, page.Height - y, _name, _label, IsField: true, _element));
}

/// <summary>The names of the signature fields given so far.</summary>
internal sealed class SignatureFieldNames
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public void Check(string name, Place place)
    {
        // A full stop would part a name from its parent's (ISO 32000-1, 12.7.3.2).
        if (name.Length is 0 or > 64 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
        {
            place.Error("VB007", $"tên trường chữ ký «{name}» không hợp lệ", "dùng chữ không dấu, chữ số và dấu gạch nối, tối đa 64 ký tự");
        }
        else if (!_names.Add(name))
        {
            place.Error("VB007", $"hai trường chữ ký cùng tên «{name}»", "đặt cho mỗi người ký một tên trường riêng");
        }
    }
}
