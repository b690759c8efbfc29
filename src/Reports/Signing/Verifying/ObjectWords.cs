using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>Says in words what an object of the signed file is.</summary>
internal static class ObjectWords
{
    public static string Describe(PdfDocument document, int number)
    {
        if (number == (document.Trailer["Info"] as PdfReference)?.Number)
        {
            return "thông tin tài liệu (Info)";
        }

        var entry = document.Locate(number);
        var value = document.Load(number, entry.Kind == EntryKind.InFile ? entry.Generation : 0);
        var dictionary = value as PdfDictionary ?? (value as PdfStream)?.Dictionary;
        if (dictionary is null)
        {
            return "một giá trị trong phần đã ký";
        }

        return (Name(dictionary["Type"]), Name(dictionary["Subtype"])) switch
        {
            ("Pages", _) => "cây trang",
            ("Page", _) => "một trang",
            ("Font" or "FontDescriptor", _) => "phông chữ",
            ("Metadata", _) => "siêu dữ liệu (XMP)",
            ("ObjStm", _) => "luồng đối tượng",
            ("StructTreeRoot" or "StructElem", _) => "cấu trúc (thẻ) của tài liệu",
            (_, "Widget") => "một ô của biểu mẫu",
            ("Annot", var kind) => $"chú thích {kind}",
            (_, "Image") => "hình ảnh",
            (_, "Form") => "hình vẽ (Form XObject)",
            (_, "Type1C" or "CIDFontType0C" or "OpenType") => "phông chữ",
            _ when value is PdfStream => PageOf(document, number) is { } page ? $"nội dung trang {page.ToString(CultureInfo.InvariantCulture)}" : "một luồng dữ liệu",
            _ => "một đối tượng trong phần đã ký",
        };
    }

    private static string? Name(PdfValue? value) => (value as PdfName)?.Value;

    private static int? PageOf(PdfDocument document, int number)
    {
        var page = 0;
        foreach (var reference in PageTree.Pages(document))
        {
            page++;
            var contents = document.Dictionary(reference)?["Contents"];
            var parts = contents is PdfReference single && document.Resolve(single) is not PdfArray ? [single] : document.Array(contents)?.Items ?? [];
            if (parts.OfType<PdfReference>().Any(part => part.Number == number))
            {
                return page;
            }
        }

        return null;
    }
}
