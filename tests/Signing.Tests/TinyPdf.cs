using System.Globalization;
using System.Text;

namespace EmrSec.Signing.Tests;

/// <summary>Small PDF files for tests: one page of text, and empty signature fields with an appearance.</summary>
internal static class TinyPdf
{
    /// <summary>A file with a classic cross-reference table.</summary>
    /// <param name="fields">Names of empty visible signature fields.</param>
    public static byte[] Make(params string[] fields) => Make(fields, pages: 1, version: "1.7");

    public static byte[] Make(IReadOnlyList<string> fields, int pages, string version, string extraCatalog = "", string extraPage = "", string text = "Cap do 3: phe duyet")
    {
        var bodies = new SortedDictionary<int, string>();
        var firstField = 10 + (pages * 2);
        bodies[1] = $"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[{string.Join(' ', fields.Select((_, i) => $"{firstField + (2 * i)} 0 R"))}]/SigFlags 1>>{extraCatalog}>>";
        bodies[2] = $"<</Type/Pages/Count {pages}/Kids[{string.Join(' ', Enumerable.Range(0, pages).Select(i => $"{10 + (2 * i)} 0 R"))}]>>";
        bodies[3] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
        bodies[4] = "<</Title(To trinh)/Producer(EmrSec tests)>>";
        for (var i = 0; i < pages; i++)
        {
            var annotations = i == 0 ? string.Join(' ', fields.Select((_, k) => $"{firstField + (2 * k)} 0 R")) : string.Empty;
            var content = $"BT /F1 14 Tf 72 760 Td ({text}, trang {i + 1}) Tj ET";
            bodies[10 + (2 * i)] = $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents {11 + (2 * i)} 0 R/Annots[{annotations}]{extraPage}>>";
            bodies[11 + (2 * i)] = $"<</Length {content.Length}>>\nstream\n{content}\nendstream";
        }

        for (var i = 0; i < fields.Count; i++)
        {
            var number = firstField + (2 * i);
            var left = (72 + (160 * i)).ToString(CultureInfo.InvariantCulture);
            bodies[number] = $"<</Type/Annot/Subtype/Widget/FT/Sig/T({fields[i]})/F 132/P 10 0 R/Rect[{left} 100 {72 + (160 * i) + 150} 200]/AP<</N {number + 1} 0 R>>>>";
            bodies[number + 1] = "<</Type/XObject/Subtype/Form/BBox[0 0 150 100]/Resources<<>>/Length 0>>\nstream\n\nendstream";
        }

        return Assemble(bodies, version, "/Info 4 0 R");
    }

    /// <summary>Puts objects together with a cross-reference table.</summary>
    public static byte[] Assemble(SortedDictionary<int, string> bodies, string version = "1.7", string trailer = "")
    {
        var file = new StringBuilder($"%PDF-{version}\n%\u00e2\u00e3\u00cf\u00d3\n");
        var offsets = new SortedDictionary<int, int>();
        foreach (var (number, body) in bodies)
        {
            offsets[number] = file.Length;
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }

        var size = bodies.Keys.Max() + 1;
        var xref = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {size}\n0000000000 65535 f \n");
        for (var i = 1; i < size; i++)
        {
            file.Append(offsets.TryGetValue(i, out var offset) ? string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n") : "0000000000 00000 f \n");
        }

        file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {size}/Root 1 0 R/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]{trailer}>>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
