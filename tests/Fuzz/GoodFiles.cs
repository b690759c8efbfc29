using EmrSec.Reports.Signing;
using EmrSec.Reports.Signing.Reading;
using EmrSec.Reports.Signing.Trust;
using EmrSec.Signing.Tests;

namespace EmrSec.Fuzz;

/// <summary>A good file to mutate.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Signatures">How many signatures it has, time stamps not counted.</param>
/// <param name="Gaps">Where its Contents are: the only bytes that no signature covers.</param>
internal sealed record GoodFile(string Name, byte[] Bytes, int Signatures, IReadOnlyList<(long Start, long End)> Gaps);

/// <summary>Signed files of every form: tables, streams, linearised, several signatures, time stamps, our own papers.</summary>
internal static class GoodFiles
{
    public static IReadOnlyList<GoodFile> Make()
    {
        var fields = new[] { "head", "appraiser", "approver" };
        return
        [
            Of("one", EmrSec.Signing.Tests.Signing.Sign(TinyPdf.Make(fields), TestAuthority.Head, "head"), 1),
            Of("three", EmrSec.Signing.Tests.Signing.Three(), 3),
            Of("object streams", Three(Qpdf.Convert(TinyPdf.Make(fields), "--object-streams=generate")), 3),
            Of("linearised", Three(Qpdf.Convert(TinyPdf.Make(fields), "--linearize")), 3),
            Of("stamped", EmrSec.Signing.Tests.Signing.Sign(TinyPdf.Make(fields), TestAuthority.Head, "head", more: Archival), 1),
            Of("paper", SignedPaper.Three, 3),
        ];
    }

    private static SigningOptions Archival(SigningOptions options) => options with
    {
        Level = SignatureLevel.Archival,
        TimeStamps = new TestTimeStamps(TestAuthority.TimeStamper, TestAuthority.Now),
        Revocation = new TestRevocation(TestAuthority.Now.AddHours(-1)),
        Trust = TrustStore.Of(TestAuthority.Root),
    };

    private static byte[] Three(byte[] pdf)
    {
        var once = EmrSec.Signing.Tests.Signing.Sign(pdf, TestAuthority.Head, "head", certify: true);
        return EmrSec.Signing.Tests.Signing.Sign(EmrSec.Signing.Tests.Signing.Sign(once, TestAuthority.Appraiser, "appraiser"), TestAuthority.Approver, "approver");
    }

    private static GoodFile Of(string name, byte[] bytes, int signatures)
    {
        using var source = ByteSource.Of(bytes);
        var document = PdfDocument.Open(source);
        var gaps = FormFields.Read(document).Select(field => document.Dictionary(field.Value)?["Contents"]).OfType<PdfString>().Select(contents => (contents.Offset, contents.End));
        return new GoodFile(name, bytes, signatures, [.. gaps]);
    }
}
