using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>Visits every reference in a file, whether or not its object can be reached.</summary>
internal static class ReferenceScan
{
    /// <summary>Calls back for each reference; object by object, nothing is kept.</summary>
    public static void Visit(PdfDocument document, Action<int> visit)
    {
        foreach (var section in document.Sections)
        {
            Visit(section.Trailer, visit);
        }

        foreach (var number in document.Numbers())
        {
            var entry = document.Locate(number);
            if (entry.Kind != EntryKind.Free)
            {
                Visit(document.Load(number, entry.Kind == EntryKind.InFile ? entry.Generation : 0), visit);
            }
        }
    }

    /// <summary>Calls back for each reference in a value.</summary>
    public static void Visit(PdfValue value, Action<int> visit)
    {
        switch (value)
        {
            case PdfReference reference:
                visit(reference.Number);
                break;
            case PdfArray array:
                foreach (var item in array.Items)
                {
                    Visit(item, visit);
                }

                break;
            case PdfDictionary dictionary:
                foreach (var item in dictionary.Entries.Values)
                {
                    Visit(item, visit);
                }

                break;
            case PdfStream stream:
                Visit(stream.Dictionary, visit);
                break;
        }
    }
}
