using System.Xml.Linq;
using EmrSec.Reports.Checking;
using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Word;

/// <summary>What the file says about itself (ECMA-376 Part 2, clause 11).</summary>
internal static class WordProperties
{
    private static readonly XNamespace Cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>The part «core.xml».</summary>
    /// <param name="info">What it says.</param>
    public static XElement Build(DocumentInfo info) => new(
        Cp + "coreProperties",
        new XAttribute(XNamespace.Xmlns + "cp", Cp.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "dc", Dc.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "dcterms", Terms.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "xsi", Xsi.NamespaceName),
        new XElement(Dc + "title", PlainText.Of(info.Title)),
        info.Subject is null ? null : new XElement(Dc + "subject", PlainText.Of(info.Subject)),
        info.Author is null ? null : new XElement(Dc + "creator", PlainText.Of(info.Author)),
        info.Keywords.Count == 0 ? null : new XElement(Cp + "keywords", PlainText.Of(string.Join("; ", info.Keywords))),
        new XElement(Dc + "language", DocumentInfo.Language),
        Time("created", info.Created),
        Time("modified", info.Created));

    private static XElement Time(string name, DateTimeOffset time) => new(
        Terms + name,
        new XAttribute(Xsi + "type", "dcterms:W3CDTF"),
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
