namespace EmrSec.Reports.Signing.Reading;

/// <summary>Finds pages (ISO 32000-1, 7.7.3).</summary>
internal static class PageTree
{
    /// <summary>The page of a number from 1; null where there are fewer.</summary>
    public static PdfReference? Find(PdfDocument document, int number)
    {
        foreach (var page in Pages(document))
        {
            if (--number == 0)
            {
                return page;
            }
        }

        return null;
    }

    /// <summary>All pages in order.</summary>
    public static IEnumerable<PdfReference> Pages(PdfDocument document)
    {
        var seen = new HashSet<int>();
        var pending = new Stack<PdfValue>();
        pending.Push(document.Catalog["Pages"] ?? PdfNull.Value);
        while (pending.TryPop(out var next))
        {
            if (next is not PdfReference reference || !seen.Add(reference.Number) || seen.Count > PdfLimits.TreeNodes || document.Dictionary(reference) is not { } node)
            {
                throw new PdfFormatException("Cây trang không hợp lệ");
            }

            if (node["Kids"] is not { } kids)
            {
                yield return reference;
                continue;
            }

            var items = document.Array(kids)?.Items ?? throw new PdfFormatException("Cây trang không hợp lệ");
            for (var i = items.Count - 1; i >= 0; i--)
            {
                pending.Push(items[i]);
            }
        }
    }
}
