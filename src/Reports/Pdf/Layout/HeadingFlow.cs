using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Syntax;

namespace EmrSec.Reports.Pdf.Layout;

/// <summary>How deep headings are, from the kinds met so far: no level is ever left out (ISO 14289-1, 7.4.2).</summary>
internal sealed class HeadingLevels
{
    private readonly Stack<HeadingKind> _open = new();
    private int _titles;

    /// <summary>A title of the whole paper or of an annex: level 1, what follows is under it.</summary>
    public int Title()
    {
        _open.Clear();
        _titles = 1;
        return 1;
    }

    public int Next(HeadingKind kind)
    {
        while (_open.TryPeek(out var open) && open >= kind)
        {
            _open.Pop();
        }

        _open.Push(kind);
        return _titles + _open.Count;
    }

    /// <summary>The structure type; there are six (ISO 32000-1, table 335).</summary>
    public static string Type(int level) => Math.Min(level, 6) switch { 1 => "H1", 2 => "H2", 3 => "H3", 4 => "H4", 5 => "H5", _ => "H6" };
}

/// <summary>Lays out headings (30/2020/NĐ-CP, Phụ lục I, phần II, mục 6).</summary>
internal static class HeadingFlow
{
    public static void Add(FlowBuilder flow, Heading heading)
    {
        var label = heading.Label is { } text ? TextShaper.Normal(text) : "";
        var title = TextShaper.Normal(heading.Text.ToString());
        var bookmark = string.Join(' ', new[] { label, title }.Where(part => part.Length > 0)).Replace('\n', ' ');
        flow.Place.Heading = bookmark;
        flow.Place.What = "tiêu đề";
        var level = flow.Shared.Levels.Next(heading.Kind);
        var element = new StructElement(HeadingLevels.Type(level), flow.Parent);
        var anchor = new Anchor(bookmark, level, heading.Id);
        flow.Shared.Anchors.Add(anchor);
        if (heading.Kind <= HeadingKind.Subsection)
        {
            AddCentred(flow, heading, label, element, anchor);
        }
        else
        {
            AddIndented(flow, heading, label, element, anchor);
        }

        flow.Place.What = "đoạn văn";
    }

    // The number on a line of its own, the title in capitals under it.
    private static void AddCentred(FlowBuilder flow, Heading heading, string label, StructElement element, Anchor anchor)
    {
        var space = flow.Settings.Spacing * 2;
        if (label.Length > 0)
        {
            flow.AddLines(flow.Shape(label + OpeningFlow.Apart, element, RunStyle.Bold), TextAlignment.Centre, 0, space, keepWithNext: true, anchor);
        }

        if (!heading.Text.IsEmpty)
        {
            flow.AddLines(flow.Shape(heading.Text, element, RunStyle.Bold, capitals: true), TextAlignment.Centre, 0, label.Length > 0 ? 0 : space, keepWithNext: true, label.Length > 0 ? null : anchor);
        }
    }

    private static void AddIndented(FlowBuilder flow, Heading heading, string label, StructElement element, Anchor anchor)
    {
        var style = heading.Kind switch
        {
            HeadingKind.Level3 => RunStyle.Bold | RunStyle.Italic,
            HeadingKind.Level4 => RunStyle.Italic,
            _ => RunStyle.Bold,
        };
        var shaped = new ShapedText(flow.Settings.Size);
        var space = label.Length > 0 && !(heading.Text.IsEmpty && heading.RunIn.IsEmpty) ? " " : "";
        flow.Shared.Shaper.Append(shaped, label + space, style, element);
        flow.Shared.Shaper.Append(shaped, heading.Text, style, element, capitals: heading.Kind == HeadingKind.Level1);
        var runsIn = !heading.RunIn.IsEmpty;
        if (runsIn)
        {
            var paragraph = new StructElement("P", flow.Parent);
            flow.Shared.Shaper.Append(shaped, heading.Text.IsEmpty ? "" : " ", RunStyle.None, paragraph);
            flow.Shared.Shaper.Append(shaped, heading.RunIn, RunStyle.None, paragraph);
        }

        flow.AddLines(shaped, TextAlignment.Justified, flow.Settings.FirstIndent, flow.Settings.Spacing, keepWithNext: !runsIn, anchor);
    }
}
