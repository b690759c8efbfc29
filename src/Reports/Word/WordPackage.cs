using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace EmrSec.Reports.Word;

/// <summary>
/// The parts of a DOCX file and how they refer to each other (ECMA-376 Part 2). Written here rather than by a library: names,
/// order and times are then the same on every run.
/// </summary>
internal sealed class WordPackage
{
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string OfficeRelationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    // The earliest time that ZIP knows.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<(string Name, string ContentType, Action<Stream> Write)> _parts = [];
    private readonly List<(string Id, string Type, string Target, bool IsExternal)> _links = [];

    /// <summary>Adds an XML part of the «word» folder that the document refers to.</summary>
    /// <param name="name">Its name in that folder.</param>
    /// <param name="kind">Its kind: the last word of its relationship.</param>
    /// <param name="contentType">Its content type.</param>
    /// <param name="root">Its content.</param>
    /// <returns>The relationship's id.</returns>
    public string Add(string name, string kind, string contentType, XElement root)
    {
        _parts.Add(("word/" + name, contentType, stream => Write(root, stream)));
        return Link(kind, name, isExternal: false);
    }

    /// <summary>Adds a picture.</summary>
    /// <param name="data">Its bytes.</param>
    /// <param name="extension">«png» or «jpeg».</param>
    /// <returns>The relationship's id.</returns>
    public string AddImage(ReadOnlyMemory<byte> data, string extension)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"media/image{_links.Count + 1}.{extension}");
        _parts.Add(("word/" + name, "image/" + extension, stream => stream.Write(data.Span)));
        return Link("image", name, isExternal: false);
    }

    /// <summary>Adds an address that the document leads to.</summary>
    /// <param name="address">The absolute address.</param>
    /// <returns>The relationship's id.</returns>
    public string AddLink(string address) => Link("hyperlink", address, isExternal: true);

    /// <summary>Writes the file.</summary>
    /// <param name="document">The main part.</param>
    /// <param name="core">What the file says about itself.</param>
    /// <param name="output">Where to.</param>
    public void Save(XElement document, XElement core, Stream output)
    {
        const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        const string Core = "application/vnd.openxmlformats-package.core-properties+xml";
        var parts = _parts
            .Prepend(("docProps/core.xml", Core, stream => Write(core, stream)))
            .Prepend(("word/document.xml", Main, stream => Write(document, stream)))
            .ToList();
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        Entry(zip, "[Content_Types].xml", stream => Write(Types(parts.Select(part => (part.Item1, part.Item2))), stream));
        Entry(zip, "_rels/.rels", stream => Write(
            References(
            [
                ("rId1", OfficeRelationship + "officeDocument", "word/document.xml", false),
                ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml", false),
            ]),
            stream));
        foreach (var (name, _, write) in parts)
        {
            Entry(zip, name, write);
        }

        Entry(zip, "word/_rels/document.xml.rels", stream => Write(References(_links), stream));
    }

    private string Link(string kind, string target, bool isExternal)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"rId{_links.Count + 1}");
        _links.Add((id, OfficeRelationship + kind, target, isExternal));
        return id;
    }

    private static XElement Types(IEnumerable<(string Name, string Type)> parts)
    {
        XNamespace types = ContentTypes;
        return new XElement(
            types + "Types",
            new XElement(types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
            parts.Select(part => new XElement(types + "Override", new XAttribute("PartName", "/" + part.Name), new XAttribute("ContentType", part.Type))));
    }

    private static XElement References(IEnumerable<(string Id, string Type, string Target, bool IsExternal)> links)
    {
        XNamespace rels = Relationships;
        return new XElement(rels + "Relationships", links.Select(link => new XElement(
            rels + "Relationship",
            new XAttribute("Id", link.Id),
            new XAttribute("Type", link.Type),
            new XAttribute("Target", link.Target),
            link.IsExternal ? new XAttribute("TargetMode", "External") : null)));
    }

    private static void Entry(ZipArchive zip, string name, Action<Stream> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        using var stream = entry.Open();
        write(stream);
    }

    private static void Write(XElement root, Stream stream)
    {
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize });
        new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).Save(writer);
    }
}
