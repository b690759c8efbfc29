using System.Xml.Linq;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Drawings;
using EmrSec.Reports.Pdf.Layout;
using static EmrSec.Reports.Word.Wml;

namespace EmrSec.Reports.Word;

/// <summary>Writes the head of the paper (30/2020/NĐ-CP, Phụ lục I, phần II, mục 1–5).</summary>
/// <param name="blocks">Writes text.</param>
/// <param name="sizes">The type sizes.</param>
internal sealed class LetterheadWriter(BlockWriter blocks, TypeSizes sizes)
{
    // Tiêu ngữ in Times New Roman bold is 12.5 times as long as its type size is high.
    private const decimal MottoLength = 12.5m;

    // Quốc hiệu in bold is 20.8 times as long; it stays in one line.
    private const decimal NationLength = 21.2m;

    // From the «K» of «Kính gửi:» to its colon.
    private const decimal ToColon = 3.55m;
    private const decimal MillimetresPerPoint = 25.4m / 72;

    /// <summary>Bodies on the left, Quốc hiệu on the right, in a table without rules.</summary>
    /// <param name="head">The letterhead.</param>
    /// <param name="width">The width of the text, in millimetres.</param>
    public IEnumerable<XElement> Write(Letterhead head, decimal width)
    {
        var right = Math.Max(NationLength * sizes.Nation * MillimetresPerPoint, width * 0.55m);
        var left = width - right;
        yield return Borderless(
            [left, right],
            [
                [
                    [
                        head.SuperiorBody is { } superior ? Centred(superior, new Look(Size: sizes.Nation, IsUpper: true)) : null,
                        Centred(head.IssuingBody, new Look(RunStyle.Bold, sizes.Nation, IsUpper: true)),
                        Rule(left, 0.4m * Math.Min(left - 4, TextWrap.Width(head.IssuingBody.ToString().ToUpperInvariant(), sizes.Nation))),
                    ],
                    [
                        Centred(Letterhead.Nation, new Look(RunStyle.Bold, sizes.Nation)),
                        Centred(Letterhead.Motto, new Look(RunStyle.Bold, sizes.Body)),
                        Rule(right, MottoLength * sizes.Body * MillimetresPerPoint),
                    ],
                ],
                [
                    [
                        Centred(head.Number ?? RichText.Empty, default),
                        head.Regarding is { } regarding ? Centred(regarding, new Look(Size: sizes.Nation), before: 6) : null,
                    ],
                    [Centred(head.PlaceAndDate ?? RichText.Empty, new Look(RunStyle.Italic))],
                ],
            ]);
        yield return Small();
    }

    /// <summary>The paper's kind, its trích yếu with a line under it, and who decides.</summary>
    /// <param name="title">The title.</param>
    /// <param name="width">The width of the text, in millimetres.</param>
    public IEnumerable<XElement> Write(TitleBlock title, decimal width)
    {
        yield return Centred(title.Kind, new Look(RunStyle.Bold, IsUpper: true), before: 12);
        if (title.Abstract is { } about)
        {
            yield return Centred(about, new Look(RunStyle.Bold));
            yield return Rule(width, 0.4m * Math.Min(width * 0.8m, TextWrap.Width(about.ToString(), sizes.Body)));
        }

        if (title.Authority is { } authority)
        {
            yield return Centred(authority, new Look(RunStyle.Bold, IsUpper: true), before: 12);
        }
    }

    /// <summary>«Kính gửi:» and whom: one in the same line, several in a line each, dashes under the colon.</summary>
    /// <param name="recipients">Whom.</param>
    public IEnumerable<XElement> Write(Recipients recipients)
    {
        const int Indent = 1700;
        const int Hanging = 160;
        var names = recipients.Names;
        if (names.Count == 1)
        {
            return [BlockWriter.Paragraph([El("spacing", At("before", 240), At("after", 120)), Val("jc", "center")], RunWriter.Run("Kính gửi: ", default), blocks.Runs(names[0]))];
        }

        var label = BlockWriter.Paragraph([El("keepNext"), El("spacing", At("before", 240)), El("ind", At("left", Indent))], RunWriter.Run("Kính gửi:", default));
        return names.Select((name, i) => BlockWriter.Paragraph(
            [
                El("spacing", At("after", i == names.Count - 1 ? 120 : 0)),
                El("ind", At("left", Indent + Points(ToColon * sizes.Body) + Hanging), At("hanging", Hanging)),
            ],
            RunWriter.Run("- ", default),
            blocks.Runs(name),
            RunWriter.Run(OpeningFlow.Ending(name, i == names.Count - 1), default))).Prepend(label);
    }

    /// <summary>A table without rules and margins.</summary>
    /// <param name="widths">Its columns, in millimetres.</param>
    /// <param name="rows">Its rows; each cell a list of paragraphs.</param>
    public static XElement Borderless(IReadOnlyList<decimal> widths, IReadOnlyList<XElement?[][]> rows) => El(
        "tbl",
        El(
            "tblPr",
            El("tblW", At("w", widths.Sum(Twips)), At("type", "dxa")),
            El("tblLayout", At("type", "fixed")),
            El("tblCellMar", El("left", At("w", 0), At("type", "dxa")), El("right", At("w", 0), At("type", "dxa")))),
        El("tblGrid", widths.Select(width => El("gridCol", At("w", Twips(width))))),
        rows.Select(row => El(
            "tr",
            El("trPr", El("cantSplit")),
            row.Select((cell, i) => El("tc", El("tcPr", El("tcW", At("w", Twips(widths[i])), At("type", "dxa"))), cell)))));

    /// <summary>A centred paragraph.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="look">How it looks.</param>
    /// <param name="before">Space above it, in points.</param>
    public XElement Centred(RichText text, Look look, decimal before = 0) => BlockWriter.Paragraph(
        [El("keepNext"), before == 0 ? null : El("spacing", At("before", Points(before))), Val("jc", "center")],
        blocks.Runs(text, look));

    private static XElement Small() => El("p", El("pPr", El("spacing", At("line", 120), At("lineRule", "exact"))));

    private static XElement Rule(decimal width, decimal length)
    {
        var side = Twips(Math.Max(0, (width - length) / 2));
        return BlockWriter.Paragraph(
        [
            El("keepNext"),
            El("pBdr", El("top", At("val", "single"), At("sz", 6), At("space", 1), At("color", "auto"))),
            El("spacing", At("before", 40), At("line", 120), At("lineRule", "exact")),
            El("ind", At("left", side), At("right", side)),
        ]);
    }
}
