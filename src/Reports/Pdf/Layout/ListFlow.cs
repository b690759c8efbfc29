using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Syntax;

namespace EmrSec.Reports.Pdf.Layout;

/// <summary>
/// Lays out khoản, điểm and dashes as laws print them: the number at the indent of a first line, further lines at the margin.
/// </summary>
internal static class ListFlow
{
    public static void Add(FlowBuilder flow, BlockList list)
    {
        // ISO 14289-1, 7.6: ordered lists say how they are numbered. PDF knows no alphabet with «đ»; letters are letters.
        var numbering = list.Kind switch { ListKind.Number => "Decimal", ListKind.Letter => "LowerAlpha", _ => "None" };
        var element = new StructElement("L", flow.Parent) { Attributes = "/O/List/ListNumbering/" + numbering };
        for (var i = 0; i < list.Items.Count; i++)
        {
            AddItem(flow, new StructElement("LI", element), list.Label(i), list.Items[i]);
        }
    }

    private static void AddItem(FlowBuilder flow, StructElement item, string label, ListItem content)
    {
        if (!flow.Settings.InCell)
        {
            flow.Place.What = $"mục «{label}» của danh sách";
        }

        var (lead, body) = (new StructElement("Lbl", item), new StructElement("LBody", item));
        var shaped = flow.Shape(label + " ", lead);
        var first = content.Blocks.Count > 0 && content.Blocks[0] is Paragraph paragraph ? paragraph : null;
        if (first is not null)
        {
            flow.Shared.Shaper.Append(shaped, first.Runs, flow.Settings.Style, content.Blocks.Count == 1 ? body : new StructElement("P", body));
        }

        flow.AddLines(shaped, first?.Alignment ?? flow.Settings.Alignment, flow.Settings.FirstIndent, flow.Settings.Spacing, keepWithNext: first is null || first.KeepWithNext);
        if (content.Blocks.Count > 1 || first is null)
        {
            var rest = new FlowBuilder(flow.Shared, flow.Settings, body);
            rest.AddAll([.. content.Blocks.Skip(first is null ? 0 : 1)], mayBeOwn: false);
            flow.Items.AddRange(rest.Items);
        }
    }
}
