using System.Security;
using System.Text;
using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Pdf.Syntax;

/// <summary>What the file says about itself, twice and alike: as XMP (ISO 19005-2, 6.6.2) and in the information dictionary.</summary>
internal static class XmpPacket
{
    public const string Producer = "EmrSec";

    public static byte[] Write(DocumentInfo info)
    {
        var time = info.Created.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        var xml = new StringBuilder(4096);
        xml.Append("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n")
            .Append("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n")
            .Append("<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>\n")
            .Append("<dc:format>application/pdf</dc:format>\n<dc:language><rdf:Bag><rdf:li>").Append(DocumentInfo.Language).Append("</rdf:li></rdf:Bag></dc:language>\n");
        Alternative(xml, "dc:title", info.Title);
        Alternative(xml, "dc:description", info.Subject);
        if (info.Author is { } author)
        {
            xml.Append("<dc:creator><rdf:Seq><rdf:li>").Append(Escape(author)).Append("</rdf:li></rdf:Seq></dc:creator>\n");
        }

        if (Keywords(info) is { } keywords)
        {
            xml.Append("<pdf:Keywords>").Append(Escape(keywords)).Append("</pdf:Keywords>\n");
        }

        xml.Append("<pdf:Producer>").Append(Producer).Append("</pdf:Producer>\n<xmp:CreatorTool>").Append(Producer).Append("</xmp:CreatorTool>\n")
            .Append("<xmp:CreateDate>").Append(time).Append("</xmp:CreateDate>\n<xmp:ModifyDate>").Append(time).Append("</xmp:ModifyDate>\n<xmp:MetadataDate>").Append(time).Append("</xmp:MetadataDate>\n</rdf:Description>\n")
            .Append(UniversalAccessSchema)
            .Append("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
        return Encoding.UTF8.GetBytes(xml.ToString());
    }

    public static void WriteInfo(ByteWriter writer, DocumentInfo info)
    {
        var time = info.Created.ToString("'D:'yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture).Replace(':', '\'').Replace("D'", "D:", StringComparison.Ordinal) + "'";
        writer.Raw("<</Title"u8).TextString(Normal(info.Title));
        if (info.Author is { } author)
        {
            writer.Raw("/Author"u8).TextString(Normal(author));
        }

        if (info.Subject is { } subject)
        {
            writer.Raw("/Subject"u8).TextString(Normal(subject));
        }

        if (Keywords(info) is { } keywords)
        {
            writer.Raw("/Keywords"u8).TextString(Normal(keywords));
        }

        writer.Raw("/Creator"u8).TextString(Producer).Raw("/Producer"u8).TextString(Producer)
            .Raw("/CreationDate("u8).Ascii(time).Raw(")/ModDate("u8).Ascii(time).Raw(")>>"u8);
    }

    // PDF/UA's identifier is no predefined schema of PDF/A: ISO 19005-2, 6.6.2.3.3 wants it described.
    private const string UniversalAccessSchema =
        "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n" +
        "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n" +
        "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\n<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n" +
        "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n<pdfaProperty:name>part</pdfaProperty:name>\n<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n<pdfaProperty:category>internal</pdfaProperty:category>\n" +
        "<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>\n</rdf:li></rdf:Seq></pdfaSchema:property>\n</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n";

    private static void Alternative(StringBuilder xml, string name, string? value)
    {
        if (value is not null)
        {
            xml.Append('<').Append(name).Append("><rdf:Alt><rdf:li xml:lang=\"x-default\">").Append(Escape(value)).Append("</rdf:li></rdf:Alt></").Append(name).Append(">\n");
        }
    }

    private static string? Keywords(DocumentInfo info) => info.Keywords.Count == 0 ? null : string.Join("; ", info.Keywords);

    private static string Normal(string text) => text.Normalize(NormalizationForm.FormC);

    private static string? Escape(string text) => SecurityElement.Escape(Normal(text));
}
