using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using EmrSec.Reports.Checking;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Word;
using static EmrSec.Reports.Html.Markup;

namespace EmrSec.Reports.Html;

/// <summary>
/// Writes documents as HTML: one file, for the screen and, printed, laid out after Phụ lục I of 30/2020/NĐ-CP. It fetches nothing and
/// runs nothing. XML parsers read it too. The same document gives the same bytes.
/// </summary>
public static class HtmlWriter
{
    private const int LeastContents = 3;

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
        var classes = new MeasureClasses();
        var blocks = new BlockWriter(classes);
        var sections = document.Sections.Select((section, i) => Write(document.Style, section, i == 0 ? document.Attachment : null, blocks)).ToList();
        var body = El(
            "body",
            document.IsDraft ? El("p", Class("watermark"), "DỰ THẢO") : null,
            "\n",
            blocks.Headings.Entries.Count < LeastContents ? null : Contents(blocks.Headings.Entries),
            El("main", "\n", sections.Select(section => new object[] { section, new XText("\n") })),
            "\n");
        var style = PageStyle.Of(document.Style, classes.Rules());
        var root = new XElement(Xhtml + "html", At("lang", DocumentInfo.Language), "\n", Head(document.Info, style), "\n", body, "\n");
        using var file = new MemoryStream();
        Save(root, file);
        file.Position = 0;
        file.CopyTo(output);
    }

    private static XElement Write(DocumentStyle style, Section section, AttachmentMark? mark, BlockWriter blocks)
    {
        var width = WordWriter.TextWidth(style, section.Orientation);
        return El(
            "section",
            Class(section.Orientation == PageOrientation.Landscape ? "landscape" : "portrait"),
            "\n",
            mark is null ? null : El("p", Class("attached"), RunWriter.Lines(mark.Text)),
            section.Annex is { } annex ? blocks.Write(annex) : null,
            blocks.Write(section.Blocks, width));
    }

    private static XElement Head(DocumentInfo info, string style) => El(
        "head",
        new[]
        {
            El("meta", At("charset", "utf-8")),
            El("meta", At("http-equiv", "Content-Security-Policy"), At("content", Policy(style))),
            El("meta", At("name", "viewport"), At("content", "width=device-width, initial-scale=1")),
            El("meta", At("name", "referrer"), At("content", "no-referrer")),
            El("title", Text(RunWriter.Flat(info.Title))),
            Meta("author", info.Author),
            Meta("description", info.Subject),
            Meta("keywords", info.Keywords.Count == 0 ? null : string.Join(", ", info.Keywords)),
            Meta("dcterms.created", info.Created.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)),
            El("style", style),
        }.OfType<XElement>().Select(element => new object[] { new XText("\n"), element }));

    private static XElement? Meta(string name, string? value) => value is null ? null : El("meta", At("name", name), At("content", value));

    // Nothing may be loaded or run but this style sheet, known by its hash, and pictures within the file (CSP Level 3).
    private static string Policy(string style)
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        return $"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static XElement Contents(IReadOnlyList<ContentsEntry> entries) => El(
        "nav",
        At("aria-label", "Mục lục"),
        El(
            "details",
            El("summary", "Mục lục"),
            El("ol", At("role", "list"), entries.Select(entry => El(
                "li",
                Class(string.Create(CultureInfo.InvariantCulture, $"nav-{Math.Min(entry.Level, 6)}")),
                El("a", At("href", "#" + Uri.EscapeDataString(entry.Fragment)), Text(entry.Text)))))));

    private static void Save(XElement root, Stream stream)
    {
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize };
        stream.Write("<!DOCTYPE html>\n"u8);
        using var writer = XmlWriter.Create(stream, settings);
        root.WriteTo(writer);
    }
}
