using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>Things that a signature has no use for and that run, open, hide or fetch something.</summary>
internal static class ActiveContent
{
    private static readonly HashSet<string> Keys = new(
        ["A", "AA", "OpenAction", "JS", "JavaScript", "Next", "XFA", "EmbeddedFiles", "EF", "RichMediaContent", "OC", "OCGs", "OPI", "Ref", "PS", "Alternates", "URI", "Movie", "Sound"],
        StringComparer.Ordinal);

    /// <summary>The first such key in an object; null where there is none.</summary>
    public static string? Find(PdfDocument document, int number)
    {
        var entry = document.Locate(number);
        return entry.Kind == EntryKind.Free ? null : Find(document.Load(number, entry.Kind == EntryKind.InFile ? entry.Generation : 0));
    }

    private static string? Find(PdfValue value) => value switch
    {
        PdfArray array => array.Items.Select(Find).FirstOrDefault(found => found is not null),
        PdfDictionary dictionary => dictionary.Entries.Keys.FirstOrDefault(Keys.Contains) ?? dictionary.Entries.Values.Select(Find).FirstOrDefault(found => found is not null),
        PdfStream stream => Find(stream.Dictionary),
        _ => null,
    };
}
