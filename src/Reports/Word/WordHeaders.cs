using System.Xml.Linq;
using EmrSec.Reports.Documents;
using static EmrSec.Reports.Word.Wml;

namespace EmrSec.Reports.Word;

/// <summary>The headers: the page number from page 2 on, and the mark of a draft on every page.</summary>
internal static class WordHeaders
{
    /// <summary>The header of a first page, without a number.</summary>
    /// <param name="isDraft">Whether the paper is a draft.</param>
    public static XElement First(bool isDraft) => Header(isDraft, "1", []);

    /// <summary>The header of page 1 of an attached document: its mark, above the text at the right (phần II, mục 8).</summary>
    /// <param name="isDraft">Whether the paper is a draft.</param>
    /// <param name="mark">The mark.</param>
    public static XElement Attached(bool isDraft, AttachmentMark mark) =>
        Header(isDraft, "3", [RunWriter.Run(mark.Text, new Look(Size: TypeSizes.Attachment))], TextAlignment.Right);

    /// <summary>The header of all other pages: the number, centred (30/2020/NĐ-CP, Phụ lục I, phần II, mục 4).</summary>
    /// <param name="isDraft">Whether the paper is a draft.</param>
    public static XElement Next(bool isDraft) => Header(
        isDraft,
        "2",
        [
            El("r", El("fldChar", At("fldCharType", "begin"))),
            El("r", El("instrText", new XAttribute(XNamespace.Xml + "space", "preserve"), " PAGE ")),
            El("r", El("fldChar", At("fldCharType", "separate"))),
            El("r", El("t", "2")),
            El("r", El("fldChar", At("fldCharType", "end"))),
        ]);

    private static XElement Header(bool isDraft, string name, XElement[] content, TextAlignment alignment = TextAlignment.Centre) => El(
        "hdr",
        new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "v", V.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "o", O.NamespaceName),
        BlockWriter.Paragraph([Val("jc", BlockWriter.Justification(alignment))], content, isDraft ? El("r", Watermark(name)) : null));

    // The geometry of shape type 136, text on a straight line.
    private static readonly string[] Formulas =
    [
        "sum #0 0 10800",
        "prod #0 2 1",
        "sum 21600 0 @1",
        "sum 0 0 @2",
        "sum 21600 0 @3",
        "if @0 @3 0",
        "if @0 21600 @1",
        "if @0 0 @2",
        "if @0 @4 21600",
    ];

    // Word's own watermarks are VML text on a path; both Word and LibreOffice draw them under the text.
    private static XElement Watermark(string name) => El(
        "pict",
        new XElement(
            V + "shapetype",
            new XAttribute("id", "_x0000_t136"),
            new XAttribute("coordsize", "21600,21600"),
            new XAttribute(O + "spt", 136),
            new XAttribute("adj", "10800"),
            new XAttribute("path", "m@7,l@8,m@5,21600l@6,21600e"),
            new XElement(V + "formulas", Formulas.Select(formula => new XElement(V + "f", new XAttribute("eqn", formula)))),
            new XElement(V + "path", new XAttribute("textpathok", "t")),
            new XElement(V + "textpath", new XAttribute("on", "t"), new XAttribute("fitshape", "t"))),
        new XElement(
            V + "shape",
            new XAttribute("id", "DuThao" + name),
            new XAttribute("alt", "DỰ THẢO"),
            new XAttribute("type", "#_x0000_t136"),
            new XAttribute("style", "position:absolute;margin-left:0;margin-top:0;width:400pt;height:100pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin"),
            new XAttribute(O + "allowincell", "f"),
            new XAttribute("fillcolor", "silver"),
            new XAttribute("stroked", "f"),
            new XElement(V + "fill", new XAttribute("opacity", ".5")),
            new XElement(V + "textpath", new XAttribute("style", "font-family:\"Times New Roman\";font-size:1pt"), new XAttribute("string", "DỰ THẢO"))));
}
