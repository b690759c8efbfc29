using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Layout;

namespace EmrSec.Reports.Html;

/// <summary>
/// The style sheet: sheets of A4 in print (30/2020/NĐ-CP, Phụ lục I), a page that fits on the screen, black on white on both.
/// Page numbers run on through annexes: browsers know no way to begin anew within a file. None of its characters means anything to an HTML or XML parser.
/// </summary>
internal static class PageStyle
{
    // Single spacing of Times New Roman: ascender, descender and gap together, in type sizes.
    private const decimal SingleSpacing = 1.15m;

    /// <summary>The style sheet of a document.</summary>
    /// <param name="style">Sizes, spacing and margins.</param>
    /// <param name="classes">The rules of widths and sizes that the document gives.</param>
    public static string Of(DocumentStyle style, string classes)
    {
        var sizes = new TypeSizes(style.Scale);
        return $$"""
            :root {
              color-scheme: only light;
              --text: {{sizes.Body}}pt; --nation: {{sizes.Nation}}pt; --number: {{TypeSizes.Number}}pt;
              --margins: {{N(style.TopMargin)}}mm {{N(style.RightMargin)}}mm {{N(style.BottomMargin)}}mm {{N(style.LeftMargin)}}mm;
              --indent: {{N(style.FirstLineIndent)}}mm; --spacing: {{N(style.ParagraphSpacing)}}pt; --line: {{N(style.LineSpacing * SingleSpacing)}};
            }
            @page { size: A4 portrait; margin: {{N(style.TopMargin)}}mm {{N(style.RightMargin)}}mm {{N(style.BottomMargin)}}mm {{N(style.LeftMargin)}}mm; @top-center { content: counter(page); font: {{sizes.Body}}pt "Times New Roman", "Liberation Serif", serif; } }
            @page landscape { size: A4 landscape; }
            @page :first { @top-center { content: none; } }
            {{Text}}
            {{Blocks}}
            {{Tables}}
            {{Media}}
            {{classes}}

            """.ReplaceLineEndings("\n");
    }

    private static string N(decimal value) => Markup.Number(value);

    private const string Text = """
        * { box-sizing: border-box; }
        html { background: #fff; color: #000; font: var(--text)/var(--line) "Times New Roman", "Liberation Serif", Tinos, serif; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body, h1, h2, h3, h4, h5, h6, p, ul, ol, figure { margin: 0; padding: 0; font-size: inherit; font-weight: inherit; }
        body { overflow-wrap: break-word; }
        a { color: inherit; }
        mark { color: inherit; background: #d9d9d9; border: 1px solid #000; padding: 0 1pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        p, .run-in { margin-top: var(--spacing); text-align: justify; text-indent: var(--indent); orphans: 2; widows: 2; }
        p.flush { text-indent: 0; }
        .keep { break-after: avoid; }
        .left, p.left { text-align: left; }
        .centre, p.centre { text-align: center; text-indent: 0; }
        .right, p.right { text-align: right; text-indent: 0; }
        .justified, p.justified { text-align: justify; }
        ul, ol { list-style: none; }
        """;

    private const string Blocks = """
        h1, h2, h3, h4, h5, h6 { margin-top: var(--spacing); text-align: justify; text-indent: var(--indent); break-after: avoid; break-inside: avoid; }
        .level-1, .division, .title { font-weight: bold; }
        .level-3 { font-weight: bold; font-style: italic; }
        .level-4 { font-style: italic; }
        .run-in h1, .run-in h2, .run-in h3, .run-in h4, .run-in h5, .run-in h6, .run-in p { display: inline; }
        .division, .title, .authority, .annex p { text-align: center; text-indent: 0; }
        .division { margin-top: calc(2 * var(--spacing)); }
        .division span, .title span { display: block; }
        .title { margin: 12pt 0 6pt; }
        .title .ruled, .ruled { display: inline-block; max-width: 100%; overflow-wrap: anywhere; }
        .ruled::after { content: ""; display: block; width: 40%; margin: 2pt auto 0; border-top: 0.75pt solid #000; }
        .ruled.whole::after { width: 100%; }
        .authority { margin: 12pt 0 6pt; }
        .annex { break-after: avoid; margin-bottom: 6pt; }
        .annex .title { margin: 0; }
        .annex-label { font-size: 14pt; }
        .letterhead { display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: 10pt; row-gap: 6pt; margin-bottom: 6pt; break-inside: avoid; }
        .letterhead p, .regarding { margin: 0; text-align: center; text-indent: 0; }
        .letterhead .nation { font-size: var(--nation); }
        .letterhead .whole-line { white-space: nowrap; }
        .letterhead .number { font-size: var(--number); }
        .letterhead .regarding { margin-top: 6pt; font-size: var(--nation); }
        .recipient { margin: 12pt 0 6pt; text-align: center; text-indent: 0; }
        .recipients { display: grid; grid-template-columns: auto minmax(0, auto); justify-content: center; margin: 12pt 0 6pt; }
        .recipients p { margin: 0; text-indent: 0; white-space: nowrap; }
        .recipients ul { padding-top: calc(1em * var(--line)); }
        .recipients li { padding-left: 0.6em; text-indent: -0.6em; }
        .signatures { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 12pt 8pt; margin-top: 12pt; break-inside: avoid; break-before: avoid; }
        .signer, .signer p, .distribution p { text-align: center; text-indent: 0; margin: 0; }
        .signer { display: flex; flex-direction: column; }
        .signer.alone { grid-column: 2; }
        .signer .name { margin-top: auto; padding-top: 28mm; }
        .distribution { font-size: 11pt; grid-column: 1; }
        .distribution p { text-align: left; font-size: 12pt; }
        figure { margin: var(--spacing) 0; text-align: center; break-inside: avoid; }
        figure svg, figure img { display: block; margin: 0 auto; max-width: 100%; height: auto; }
        figcaption, caption { font-style: italic; text-align: center; margin-top: 3pt; }
        .attached { margin: 0 0 6pt; text-align: right; text-indent: 0; font-size: 10pt; }
        .watermark { margin: 0; text-indent: 0; text-align: center; font-weight: bold; }
        """;

    private const string Tables = """
        .scroll { margin: var(--spacing) 0; }
        table { width: 100%; table-layout: fixed; border-collapse: collapse; }
        caption { margin: 0 0 3pt; break-after: avoid; }
        .ruled-cells th, .ruled-cells td { border: 0.5pt solid #000; }
        th, td { padding: 1pt 1.3mm; vertical-align: top; overflow-wrap: break-word; font-weight: inherit; }
        th { font-weight: bold; }
        .middle { vertical-align: middle; }
        th p, td p { margin: 0; text-align: inherit; text-indent: 0; }
        thead { display: table-header-group; }
        thead, tr { break-inside: avoid; }
        """;

    private const string Media = """
        @media print {
          nav { display: none; }
          section { break-after: page; }
          section:last-of-type { break-after: auto; }
          .landscape { page: landscape; }
          .page-break { break-after: page; }
          .watermark { position: fixed; top: 50%; left: 50%; transform: translate(-50%, -50%) rotate(-45deg); z-index: -1; font-size: 90pt; line-height: 1; white-space: nowrap; color: #d9d9d9; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          .scroll table { min-width: 0; }
        }
        @media screen {
          section, nav { max-width: 210mm; margin: 4mm auto; padding: var(--margins); border: 1px solid #999; }
          nav { padding-top: 3mm; padding-bottom: 3mm; }
          nav li { margin-top: 2pt; }
          .nav-2 { padding-left: 1em; }
          .nav-3 { padding-left: 2em; }
          .nav-4, .nav-5, .nav-6 { padding-left: 3em; }
          .landscape { max-width: 297mm; }
          .page-break { margin: 6mm 0; border-top: 1px dashed #999; }
          .watermark { max-width: 210mm; margin: 4mm auto; border: 2px solid #000; padding: 1mm; font-size: 1.2em; }
          .scroll { overflow-x: auto; }
        }
        @media screen and (max-width: 720px) {
          section, nav, .watermark { margin: 0; padding: 4vw; border-width: 0 0 1px; }
          p, .run-in, h1, h2, h3, h4, h5, h6 { text-align: left; text-indent: 0; }
          .letterhead .whole-line { white-space: normal; }
          .letterhead, .signatures { grid-template-columns: minmax(0, 1fr); }
          .signer, .signer.alone, .distribution { grid-column: 1; grid-row: auto; }
          .signer .name { padding-top: 3em; }
          .distribution { order: 1; }
        }
        """;
}
