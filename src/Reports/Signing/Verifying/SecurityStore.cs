using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>The validation data that a file brings along in its catalogue (ETSI EN 319 142-1, 5.4.2).</summary>
/// <param name="Certificates">Encoded certificates.</param>
/// <param name="OcspAnswers">Encoded OCSP answers.</param>
/// <param name="RevocationLists">Encoded revocation lists.</param>
internal sealed record SecurityStore(IReadOnlyList<byte[]> Certificates, IReadOnlyList<byte[]> OcspAnswers, IReadOnlyList<byte[]> RevocationLists)
{
    private const int MostItems = 1000;

    public static SecurityStore Empty { get; } = new([], [], []);

    public static SecurityStore Read(PdfDocument document) => document.Dictionary(document.Catalog["DSS"]) is { } store
        ? new SecurityStore(Streams(document, store["Certs"]), Streams(document, store["OCSPs"]), Streams(document, store["CRLs"]))
        : Empty;

    private static List<byte[]> Streams(PdfDocument document, PdfValue? list) =>
        document.Array(list) is { } array ? [.. array.Items.Take(MostItems).Select(document.Resolve).OfType<PdfStream>().Select(document.Decode)] : [];
}
