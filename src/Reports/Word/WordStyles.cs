using System.Xml.Linq;
using EmrSec.Reports.Documents;
using static EmrSec.Reports.Word.Wml;

namespace EmrSec.Reports.Word;

/// <summary>The styles of the document: who edits it changes a style once, not every paragraph.</summary>
internal static class WordStyles
{
    public const string Body = "BodyText";
    public const string Plain = "Normal";
    public const string Table = "TableText";
    public const string Caption = "Caption";

    /// <summary>The style of a heading.</summary>
    /// <param name="kind">Its kind.</param>
    public static string Of(HeadingKind kind) => kind switch
    {
        HeadingKind.Part => "VnPart",
        HeadingKind.Chapter => "VnChapter",
        HeadingKind.Section => "VnSection",
        HeadingKind.Subsection => "VnSubsection",
        HeadingKind.Article => "VnArticle",
        HeadingKind.Level1 => "Heading1",
        HeadingKind.Level2 => "Heading2",
        HeadingKind.Level3 => "Heading3",
        _ => "Heading4",
    };

    /// <summary>The part «styles.xml».</summary>
    /// <param name="style">Sizes and spacing.</param>
    public static XElement Build(DocumentStyle style)
    {
        var sizes = TypeSizes.Of(style.Scale);
        var spacing = Points(style.ParagraphSpacing);
        var indent = Twips(style.FirstLineIndent);
        return El(
            "styles",
            new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
            El(
                "docDefaults",
                El("rPrDefault", El(
                    "rPr",
                    El("rFonts", At("ascii", Font), At("hAnsi", Font), At("eastAsia", Font), At("cs", Font)),
                    Val("sz", HalfPoints(sizes.Body)),
                    Val("szCs", HalfPoints(sizes.Body)),
                    El("lang", At("val", DocumentInfo.Language), At("eastAsia", DocumentInfo.Language)))),
                El("pPrDefault", El("pPr", El("spacing", At("after", 0), At("line", (int)(240 * style.LineSpacing)), At("lineRule", "auto"))))),
            Style(Plain, "Normal", null, null, null, isDefault: true),
            Style(Body, "Body Text", Plain, [El("widowControl"), Spaced(spacing), El("ind", At("firstLine", indent)), Val("jc", "both")], null),
            Style(Table, "Table Text", Plain, [Spaced(0, 20)], null),
            Style(Caption, "caption", Plain, [El("keepNext"), Spaced(spacing, 60), Val("jc", "center")], [El("i")]),
            HeadingStyle(HeadingKind.Part, "Phần", 0, centred: true, [El("b")], spacing, indent),
            HeadingStyle(HeadingKind.Chapter, "Chương", 0, centred: true, [El("b")], spacing, indent),
            HeadingStyle(HeadingKind.Section, "Mục", 1, centred: true, [El("b")], spacing, indent),
            HeadingStyle(HeadingKind.Subsection, "Tiểu mục", 2, centred: true, [El("b")], spacing, indent),
            HeadingStyle(HeadingKind.Article, "Điều", 3, centred: false, [El("b")], spacing, indent),
            HeadingStyle(HeadingKind.Level1, "heading 1", 0, centred: false, [El("b"), El("caps")], spacing, indent),
            HeadingStyle(HeadingKind.Level2, "heading 2", 1, centred: false, [El("b")], spacing, indent),
            HeadingStyle(HeadingKind.Level3, "heading 3", 2, centred: false, [El("b"), El("i")], spacing, indent),
            HeadingStyle(HeadingKind.Level4, "heading 4", 3, centred: false, [El("i")], spacing, indent));
    }

    /// <summary>Points in half points.</summary>
    /// <param name="points">The size.</param>
    public static int HalfPoints(decimal points) => (int)(points * 2);

    private const string Font = "Times New Roman";

    private static XElement HeadingStyle(HeadingKind kind, string name, int outline, bool centred, object[] look, int spacing, int indent) => Style(
        Of(kind),
        name,
        Plain,
        [El("keepNext"), El("keepLines"), Spaced(spacing), centred ? null : El("ind", At("firstLine", indent)), Val("jc", centred ? "center" : "both"), Val("outlineLvl", outline)],
        look);

    private static XElement Spaced(int before, int after = 0) => El("spacing", At("before", before), At("after", after));

    private static XElement Style(string id, string name, string? basedOn, object?[]? paragraph, object[]? run, bool isDefault = false) => El(
        "style",
        At("type", "paragraph"),
        isDefault ? At("default", "1") : null,
        At("styleId", id),
        Val("name", name),
        basedOn is null ? null : Val("basedOn", basedOn),
        El("qFormat"),
        paragraph is null ? null : El("pPr", paragraph),
        run is null ? null : El("rPr", run));
}
