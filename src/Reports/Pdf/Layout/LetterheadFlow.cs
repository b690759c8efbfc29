using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Syntax;

namespace EmrSec.Reports.Pdf.Layout;

/// <summary>Lays out the head of page 1 (30/2020/NĐ-CP, Phụ lục I, phần II, mục 1–5).</summary>
internal static class LetterheadFlow
{
    private const double Gap = 10;
    private const double BelowRule = 8;

    public static void Add(FlowBuilder flow, Letterhead head)
    {
        flow.Place.What = "phần đầu văn bản";
        var sizes = flow.Shared.Sizes;
        var all = new AssemblyItem { Where = flow.Place.ToString() };

        ShapedText Text(RichText text, double size, RunStyle style, bool capitals = false) =>
            flow.Shape(text, new StructElement("P", flow.Parent), style, size, capitals);

        var superior = head.SuperiorBody is { } above ? Text(above, sizes.Nation, RunStyle.None, capitals: true) : null;
        var body = Text(head.IssuingBody, sizes.Nation, RunStyle.Bold, capitals: true);
        var nation = Text(Letterhead.Nation, sizes.Nation, RunStyle.Bold);
        var motto = Text(Letterhead.Motto, sizes.Body, RunStyle.Bold);
        var right = nation.Width() + 1;
        var left = flow.Settings.Width - right - Gap;
        var rightAt = left + Gap;

        var leftEnd = superior is null ? 0 : all.AddAll(flow.Lines(superior, 0, left, TextAlignment.Centre), 0, 0);
        var bodyLines = flow.Lines(body, 0, left, TextAlignment.Centre);
        leftEnd = all.AddAll(bodyLines, 0, leftEnd) + 2.5;
        var bodyRule = Math.Min(body.Width(), left) * OpeningFlow.RuleShare;
        all.AddRule((left - bodyRule) / 2, (left + bodyRule) / 2, leftEnd);

        var rightEnd = all.AddAll(flow.Lines(nation, 0, right, TextAlignment.Centre), rightAt, 0);
        rightEnd = all.AddAll(flow.Lines(motto, 0, right, TextAlignment.Centre), rightAt, rightEnd) + 2.5;
        all.AddRule(rightAt + ((right - motto.Width()) / 2), rightAt + ((right + motto.Width()) / 2), rightEnd);

        var second = Math.Max(leftEnd, rightEnd) + BelowRule;
        var (numberEnd, dateEnd) = (second, second);
        if (head.Number is { } number)
        {
            numberEnd = all.AddAll(flow.Lines(Text(number, TypeSizes.Number, RunStyle.None), 0, left, TextAlignment.Centre), 0, second);
        }

        if (head.PlaceAndDate is { } date)
        {
            // One base line for both, though the sizes may differ by a point.
            var shift = (sizes.Body - TypeSizes.Number) * 0.891;
            dateEnd = all.AddAll(flow.Lines(Text(date, sizes.Body, RunStyle.Italic), 0, right, TextAlignment.Centre), rightAt, second - shift);
        }

        if (head.Regarding is { } regarding)
        {
            numberEnd = all.AddAll(flow.Lines(Text(regarding, sizes.Regarding, RunStyle.None), 0, left, TextAlignment.Centre), 0, numberEnd + 6);
        }

        all.SetHeight(Math.Max(numberEnd, dateEnd));
        flow.Items.Add(all);
        flow.Items.Add(new SpaceItem(6));
        flow.Place.What = "đoạn văn";
    }
}
