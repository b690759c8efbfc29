using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Syntax;

namespace EmrSec.Reports.Pdf.Layout;

/// <summary>Lays out what opens a paper: its kind and trích yếu, its recipients, its căn cứ.</summary>
internal static class OpeningFlow
{
    // 30/2020/NĐ-CP: the line under a name or trích yếu is a third to a half as long.
    public const double RuleShare = 0.4;

    /// <summary>Ends the first of two texts of one element: shows nowhere, but whoever hears them hears two words.</summary>
    public const string Apart = " ";

    public static void AddTitle(FlowBuilder flow, TitleBlock title)
    {
        flow.Place.What = "tên loại và trích yếu";
        var text = title.Abstract is { } summary ? $"{title.Kind} {summary}" : title.Kind;
        var element = new StructElement(HeadingLevels.Type(flow.Shared.Levels.Title()), flow.Parent);
        var anchor = new Anchor(TextShaper.Normal(text).Replace('\n', ' '), 1, id: null);
        flow.Shared.Anchors.Add(anchor);
        flow.AddLines(flow.Shape(title.Kind + Apart, element, RunStyle.Bold, capitals: true), TextAlignment.Centre, 0, 12, keepWithNext: true, anchor);
        if (title.Abstract is { } below)
        {
            var shaped = flow.Shape(below, element, RunStyle.Bold);
            flow.AddLines(shaped, TextAlignment.Centre, 0, 0, keepWithNext: true);
            flow.Items.Add(new RuleItem(flow.Settings.Width, Math.Min(shaped.Width(), flow.Settings.Width) * RuleShare) { KeepWithNext = true });
        }

        if (title.Authority is { } authority)
        {
            flow.AddLines(flow.Shape(authority, new StructElement("P", flow.Parent), RunStyle.Bold, capitals: true), TextAlignment.Centre, 0, 12, keepWithNext: true);
        }

        AddSpace(flow);
    }

    public static void AddAnnex(FlowBuilder flow, Annex annex)
    {
        var label = TextShaper.Normal(annex.Label);
        flow.Place.Heading = label;
        flow.Place.What = "tiêu đề phụ lục";
        var element = new StructElement(HeadingLevels.Type(flow.Shared.Levels.Title()), flow.Parent);
        var anchor = new Anchor($"{label}. {TextShaper.Normal(annex.Title.ToString())}".Replace('\n', ' '), 1, id: null);
        flow.Shared.Anchors.Add(anchor);
        flow.AddLines(flow.Shape(label + Apart, element, RunStyle.Bold, TypeSizes.Annex), TextAlignment.Centre, 0, 0, keepWithNext: true, anchor);
        flow.AddLines(flow.Shape(annex.Title, element, RunStyle.Bold, capitals: true), TextAlignment.Centre, 0, 0, keepWithNext: true);
        if (annex.Attachment is { } attachment)
        {
            flow.AddLines(flow.Shape(attachment, new StructElement("P", flow.Parent), RunStyle.Italic), TextAlignment.Centre, 0, 0, keepWithNext: true);
        }

        AddSpace(flow);
    }

    public static void AddRecipients(FlowBuilder flow, Recipients recipients)
    {
        flow.Place.What = "nơi kính gửi";
        if (recipients.Names.Count == 1)
        {
            var single = flow.Shape("Kính gửi: ", new StructElement("P", flow.Parent));
            flow.Shared.Shaper.Append(single, recipients.Names[0], RunStyle.None, single.Formats[0].Element);
            var fits = single.Width() <= flow.Settings.Width;
            flow.AddLines(single, fits ? TextAlignment.Centre : TextAlignment.Justified, fits ? 0 : flow.Settings.FirstIndent, 12, keepWithNext: false);
        }
        else
        {
            AddSeveral(flow, recipients.Names);
        }

        AddSpace(flow);
    }

    public static void AddGrounds(FlowBuilder flow, LegalGrounds grounds)
    {
        flow.Place.What = "căn cứ";
        for (var i = 0; i < grounds.Lines.Count; i++)
        {
            var element = new StructElement("P", flow.Parent);
            var shaped = flow.Shape(grounds.Lines[i], element, RunStyle.Italic);
            flow.Shared.Shaper.Append(shaped, Ending(grounds.Lines[i], i == grounds.Lines.Count - 1), RunStyle.Italic, element);
            flow.AddLines(shaped, TextAlignment.Justified, flow.Settings.FirstIndent, flow.Settings.Spacing, keepWithNext: false);
        }
    }

    /// <summary>What the text of a line in an enumeration lacks at its end: «;», or «.» in the last line.</summary>
    public static string Ending(RichText text, bool isLast) => text.ToString().TrimEnd() switch
    {
        [.., '.' or ';' or ',' or ':'] => "",
        _ => isLast ? "." : ";",
    };

    // The dashes stand under the colon.
    private static void AddSeveral(FlowBuilder flow, IReadOnlyList<RichText> names)
    {
        var label = flow.Shape("Kính gửi:", new StructElement("P", flow.Parent));
        var list = new StructElement("L", flow.Parent) { Attributes = "/O/List/ListNumbering/None" };
        var colon = label.Glyphs[^1].Advance;
        var entries = new List<ShapedText>();
        for (var i = 0; i < names.Count; i++)
        {
            var item = new StructElement("LI", list);
            var entry = flow.Shape("- ", new StructElement("Lbl", item));
            var body = new StructElement("LBody", item);
            flow.Shared.Shaper.Append(entry, names[i], RunStyle.None, body);
            flow.Shared.Shaper.Append(entry, Ending(names[i], i == names.Count - 1), RunStyle.None, body);
            entries.Add(entry);
        }

        var dash = label.Width() - colon;
        var left = Math.Max(0, (flow.Settings.Width - dash - entries.Max(entry => entry.Width())) / 2);
        flow.AddLines(label, TextAlignment.Left, 0, 12, keepWithNext: true, offset: left);
        foreach (var entry in entries)
        {
            var hanging = entry.Width(0, 2);
            flow.AddLines(entry, TextAlignment.Left, -hanging, 0, keepWithNext: false, offset: left + dash + hanging);
        }
    }

    private static void AddSpace(FlowBuilder flow) => flow.Items.Add(new SpaceItem(6));
}

/// <summary>Empty space that vanishes at the top of a page.</summary>
internal sealed class SpaceItem : FlowItem
{
    public SpaceItem(double height)
    {
        SpaceBefore = height;
        KeepWithNext = true;
    }

    public override void Draw(PageCanvas page, double x, double y)
    {
    }
}
