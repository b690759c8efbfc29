using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Making;

/// <summary>Short words for the values that an update is made of.</summary>
internal static class PdfBuilding
{
    public static PdfName Name(string name) => new(name);

    public static PdfInteger Number(long number) => new(number);

    public static PdfArray Array(params PdfValue[] items) => new([.. items]);

    public static PdfArray Numbers(params decimal[] numbers) => new([.. numbers.Select(number => (PdfValue)(decimal.IsInteger(number) ? new PdfInteger((long)number) : new PdfReal(number)))]);

    public static PdfDictionary Dictionary(params (string Key, PdfValue? Value)[] entries)
    {
        var dictionary = new OrderedDictionary<string, PdfValue>(entries.Length, StringComparer.Ordinal);
        foreach (var (key, value) in entries)
        {
            if (value is not null)
            {
                dictionary.Add(key, value);
            }
        }

        return new PdfDictionary(dictionary);
    }
}
