using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Making;

/// <summary>What the signatures of a file let others do afterwards (ISO 32000-1, 12.8.2.2, 12.8.2.4).</summary>
internal static class DocumentPermissions
{
    /// <summary>The level of a certification signature: 1 nothing, 2 filling in and signing, 3 also annotating; null for another signature.</summary>
    public static int? CertificationLevel(PdfDocument document, PdfDictionary signature)
    {
        foreach (var item in References(document, signature))
        {
            if (document.Name(item["TransformMethod"]) is "DocMDP")
            {
                return document.Resolve(document.Dictionary(item["TransformParams"])?["P"]) is PdfInteger level ? (int)Math.Clamp(level.Value, 1, 3) : 2;
            }
        }

        return null;
    }

    /// <summary>Whether a signature forbids to fill in a field (FieldMDP).</summary>
    public static bool Locks(PdfDocument document, PdfDictionary signature, string field)
    {
        foreach (var item in References(document, signature))
        {
            if (document.Name(item["TransformMethod"]) is not "FieldMDP" || document.Dictionary(item["TransformParams"]) is not { } parameters)
            {
                continue;
            }

            var named = document.Array(parameters["Fields"])?.Items.Any(name => document.Resolve(name) is PdfString text && IsWithin(field, TextStrings.Decode(text))) ?? false;
            return document.Name(parameters["Action"]) switch
            {
                "Include" => named,
                "Exclude" => !named,
                _ => true,
            };
        }

        return false;
    }

    private static bool IsWithin(string field, string parent) =>
        string.Equals(field, parent, StringComparison.Ordinal) || field.StartsWith(parent + ".", StringComparison.Ordinal);

    private static IEnumerable<PdfDictionary> References(PdfDocument document, PdfDictionary signature) =>
        document.Array(signature["Reference"])?.Items.Select(document.Dictionary).OfType<PdfDictionary>() ?? [];
}
