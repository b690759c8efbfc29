using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>
/// Visits every reference in the revisions of one file, whether or not its object can be reached. What stands in one place says the same in every
/// revision, so that it is read once however many signatures the file has.
/// </summary>
internal sealed class ReferenceScan
{
    // A larger file is read again for each revision, rather than held.
    private const int KeptReferences = 500_000;

    private readonly Dictionary<(int Number, XrefEntry Entry), int[]> _known = [];
    private int _kept;

    /// <summary>Calls back for each reference, object by object.</summary>
    public void Visit(PdfDocument document, Action<int> visit)
    {
        foreach (var section in document.Sections)
        {
            Visit(section.Trailer, visit);
        }

        foreach (var number in document.Numbers())
        {
            var entry = document.Locate(number);
            if (entry.Kind == EntryKind.InFile)
            {
                foreach (var reference in Read(document, number, entry))
                {
                    visit(reference);
                }
            }
            else if (entry.Kind != EntryKind.Free)
            {
                // The stream that holds it may be another one in another revision.
                Visit(document.Load(number, 0), visit);
            }
        }
    }

    private int[] Read(PdfDocument document, int number, XrefEntry entry)
    {
        if (_known.TryGetValue((number, entry), out var known))
        {
            return known;
        }

        var found = new List<int>();
        Visit(document.Load(number, entry.Generation), found.Add);
        int[] references = [.. found];
        if (_kept + references.Length <= KeptReferences)
        {
            _kept += references.Length + 1;
            _known.Add((number, entry), references);
        }

        return references;
    }

    private static void Visit(PdfValue value, Action<int> visit)
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
