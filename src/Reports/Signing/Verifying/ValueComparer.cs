using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>Whether two values say the same, references being equal by number.</summary>
internal static class ValueComparer
{
    public static bool Same(PdfDocument left, PdfValue? a, PdfDocument right, PdfValue? b) => (a ?? PdfNull.Value, b ?? PdfNull.Value) switch
    {
        (PdfNull, PdfNull) => true,
        (PdfBoolean x, PdfBoolean y) => x.Value == y.Value,
        (PdfInteger x, PdfInteger y) => x.Value == y.Value,
        (PdfReal x, PdfReal y) => x.Value == y.Value,
        (PdfInteger x, PdfReal y) => x.Value == y.Value,
        (PdfReal x, PdfInteger y) => x.Value == y.Value,
        (PdfName x, PdfName y) => string.Equals(x.Value, y.Value, StringComparison.Ordinal),
        (PdfString x, PdfString y) => x.Bytes.AsSpan().SequenceEqual(y.Bytes),
        (PdfReference x, PdfReference y) => x.Number == y.Number && x.Generation == y.Generation,
        (PdfArray x, PdfArray y) => x.Items.Count == y.Items.Count && x.Items.Zip(y.Items).All(pair => Same(left, pair.First, right, pair.Second)),
        (PdfDictionary x, PdfDictionary y) => Keys(x, y).All(key => Same(left, x[key], right, y[key])),
        (PdfStream x, PdfStream y) => Same(left, x.Dictionary, right, y.Dictionary) && SameBytes(left.Source, x, right.Source, y),
        _ => false,
    };

    /// <summary>The keys under which two dictionaries differ.</summary>
    public static IEnumerable<string> Differences(PdfDocument left, PdfDictionary a, PdfDocument right, PdfDictionary b) => Keys(a, b).Where(key => !Same(left, a[key], right, b[key]));

    private static IEnumerable<string> Keys(PdfDictionary a, PdfDictionary b) => a.Entries.Keys.Union(b.Entries.Keys, StringComparer.Ordinal);

    private static bool SameBytes(ByteSource left, PdfStream a, ByteSource right, PdfStream b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        const int Block = 64 * 1024;
        for (var done = 0L; done < a.Length; done += Block)
        {
            var count = (int)Math.Min(Block, a.Length - done);
            if (!left.ReadBytes(a.Offset + done, count).AsSpan().SequenceEqual(right.ReadBytes(b.Offset + done, count)))
            {
                return false;
            }
        }

        return true;
    }
}
