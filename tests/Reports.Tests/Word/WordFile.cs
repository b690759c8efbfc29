using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Word;

namespace EmrSec.Reports.Tests.Word;

/// <summary>A written DOCX file, read as a ZIP of XML.</summary>
internal sealed class WordFile
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private WordFile(byte[] bytes) => Bytes = bytes;

    public byte[] Bytes { get; }

    /// <summary>What the validator of Microsoft's SDK finds.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            using var stream = new MemoryStream(Bytes);
            using var package = WordprocessingDocument.Open(stream, isEditable: false);
            return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
        }
    }

    public XElement Body => Part("word/document.xml").Elements().Single();

    public static WordFile Of(Document document)
    {
        using var stream = new MemoryStream();
        WordWriter.Write(document, stream);
        return new WordFile(stream.ToArray());
    }

    public XElement Part(string name)
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes));
        using var part = zip.GetEntry(name).ShouldNotBeNull().Open();
        return XDocument.Load(part).Root!;
    }

    /// <summary>What an element's «w:val», or another attribute, says.</summary>
    public static string? Value(XElement? element, string name = "val") => (string?)element?.Attribute(W + name);
}
