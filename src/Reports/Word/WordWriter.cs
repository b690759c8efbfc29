using System.Xml.Linq;
using EmrSec.Reports.Checking;
using EmrSec.Reports.Documents;
using static EmrSec.Reports.Word.Wml;

namespace EmrSec.Reports.Word;

/// <summary>
/// Writes documents as DOCX (ECMA-376, Office Open XML) laid out after Phụ lục I of 30/2020/NĐ-CP: real styles, tables, numbering and
/// sections, for who goes on working with the text. The same document gives the same bytes.
/// </summary>
public static class WordWriter
{
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>Writes a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">Where to; nothing is written when the document cannot be.</param>
    /// <exception cref="ArgumentException">The document has no section.</exception>
    /// <exception cref="DocumentException">The document has errors.</exception>
    public static void Write(Document document, Stream output)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        DocumentCheck.Require(document);
        var package = new WordPackage();
        package.Add("styles.xml", "styles", Types + "styles+xml", WordStyles.Build(document.Style));
        package.Add("settings.xml", "settings", Types + "settings+xml", Settings());
        var first = package.Add("header1.xml", "header", Types + "header+xml", WordHeaders.First(document.IsDraft));
        var next = package.Add("header2.xml", "header", Types + "header+xml", WordHeaders.Next(document.IsDraft));
        var page1 = document.Attachment is { } mark ? package.Add("header3.xml", "header", Types + "header+xml", WordHeaders.Attached(document.IsDraft, mark)) : first;
        var blocks = new BlockWriter(document.Style, package);
        var body = El("body");
        for (var i = 0; i < document.Sections.Count; i++)
        {
            Write(document, i, blocks, SectionEnd(document, i, i == 0 ? page1 : first, next), body);
        }

        if (!blocks.Numbering.IsEmpty)
        {
            package.Add("numbering.xml", "numbering", Types + "numbering+xml", blocks.Numbering.Build());
        }

        var root = El("document", Namespaces(), body);
        using var file = new MemoryStream();
        package.Save(root, WordProperties.Build(document.Info), file);
        file.Position = 0;
        file.CopyTo(output);
    }

    /// <summary>The width of a section's text, in millimetres.</summary>
    /// <param name="style">The margins.</param>
    /// <param name="orientation">The way up.</param>
    internal static decimal TextWidth(DocumentStyle style, PageOrientation orientation) =>
        (orientation == PageOrientation.Landscape ? 297 : 210) - style.LeftMargin - style.RightMargin;

    private static void Write(Document document, int index, BlockWriter blocks, XElement end, XElement body)
    {
        var section = document.Sections[index];
        if (section.Annex is { } annex)
        {
            body.Add(Heading(annex, blocks));
        }

        body.Add(blocks.Write(section.Blocks, new Surrounding(TextWidth(document.Style, section.Orientation))));
        if (index == document.Sections.Count - 1)
        {
            body.Add(end);
            return;
        }

        // The last paragraph of a section carries its properties.
        if (body.LastNode is not XElement last || last.Name != W + "p")
        {
            last = El("p", El("pPr"));
            body.Add(last);
        }

        if (last.Element(W + "pPr") is not { } properties)
        {
            properties = El("pPr");
            last.AddFirst(properties);
        }

        properties.Add(end);
    }

    private static IEnumerable<XElement> Heading(Annex annex, BlockWriter blocks)
    {
        yield return BlockWriter.Paragraph([El("keepNext"), Val("jc", "center"), Val("outlineLvl", 0)], RunWriter.Run(annex.Label, new Look(RunStyle.Bold, TypeSizes.Annex)));
        yield return BlockWriter.Paragraph([El("keepNext"), Val("jc", "center")], blocks.Runs(annex.Title, new Look(RunStyle.Bold, IsUpper: true)));
        if (annex.Attachment is { } attachment)
        {
            yield return BlockWriter.Paragraph([El("keepNext"), Val("jc", "center")], blocks.Runs(attachment, new Look(RunStyle.Italic)));
        }
    }

    private static XElement SectionEnd(Document document, int index, string first, string next)
    {
        var section = document.Sections[index];
        var isLandscape = section.Orientation == PageOrientation.Landscape;
        var style = document.Style;
        var startsAnew = index == 0 || section.Annex is not null;
        return El(
            "sectPr",
            El("headerReference", At("type", "default"), new XAttribute(R + "id", next)),
            El("headerReference", At("type", "first"), new XAttribute(R + "id", first)),
            Val("type", "nextPage"),
            El("pgSz", At("w", Twips(isLandscape ? 297 : 210)), At("h", Twips(isLandscape ? 210 : 297)), isLandscape ? At("orient", "landscape") : null),
            El(
                "pgMar",
                At("top", Twips(style.TopMargin)),
                At("right", Twips(style.RightMargin)),
                At("bottom", Twips(style.BottomMargin)),
                At("left", Twips(style.LeftMargin)),
                At("header", Twips(style.TopMargin / 2)),
                At("footer", Twips(10)),
                At("gutter", 0)),
            startsAnew ? El("pgNumType", At("start", 1)) : null,
            startsAnew ? El("titlePg") : null);
    }

    private static XElement Settings() => El(
        "settings",
        new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
        Val("defaultTabStop", 720),
        El("compat", El("compatSetting", At("name", "compatibilityMode"), At("uri", "http://schemas.microsoft.com/office/word"), At("val", 15))),
        Val("themeFontLang", DocumentInfo.Language));

    private static XAttribute[] Namespaces() =>
    [
        new(XNamespace.Xmlns + "w", W.NamespaceName),
        new(XNamespace.Xmlns + "r", R.NamespaceName),
        new(XNamespace.Xmlns + "wp", Wp.NamespaceName),
        new(XNamespace.Xmlns + "a", A.NamespaceName),
        new(XNamespace.Xmlns + "pic", Pic.NamespaceName),
        new(XNamespace.Xmlns + "wpg", Wpg.NamespaceName),
        new(XNamespace.Xmlns + "wps", Wps.NamespaceName),
        new(XNamespace.Xmlns + "mc", Mc.NamespaceName),
    ];
}
