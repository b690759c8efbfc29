using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Signing.Trust;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Signing.Tests;

/// <summary>Revocation asked for over HTTP: openssl's OCSP responder, and lists.</summary>
public sealed class RevocationServerTests : IDisposable
{
    private readonly RevocationServers _servers = new();

    public void Dispose() => _servers.Dispose();

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void A_good_certificate_passes_and_a_revoked_one_does_not(bool ocsp, bool list)
    {
        var (good, revoked) = (_servers.Signer("Good", ocsp, list, revoked: false), _servers.Signer("Revoked", ocsp, list, revoked: true));
        Leaf(Verify(good)).ShouldBeEmpty();
        ShouldBeRevoked(Verify(revoked));
        _servers.Asked.ShouldBeGreaterThanOrEqualTo(2);
    }

    public static TheoryData<string> Troubles => ["error", "try-later", "garbage", "empty", "endless", "stranger"];

    [Theory]
    [MemberData(nameof(Troubles))]
    public void A_responder_that_fails_gives_way_to_the_list(string trouble)
    {
        _servers.OcspTrouble = Trouble(trouble);
        ShouldBeRevoked(Verify(_servers.Signer("Revoked", ocsp: true, list: true, revoked: true)));
        Leaf(Verify(_servers.Signer("Good", ocsp: true, list: true, revoked: false))).ShouldBeEmpty();
    }

    [Fact]
    public void Where_nobody_answers_it_is_said_and_counts_where_revocation_is_required()
    {
        _servers.OcspTrouble = Trouble("error");
        var signed = Signing.Sign(TinyPdf.Make("head"), _servers.Signer("Unknown", ocsp: true, list: false, revoked: false), "head");
        Leaf(Verifying.Verify(signed, Online)).ShouldNotBeEmpty();
        Verifying.ShouldBe(Verifying.Verify(signed, options => Online(options) with { RequireRevocation = true }), Indication.Indeterminate, SubIndication.TryLater, SignatureProblem.RevocationUnknown);
    }

    [Fact]
    public void Offline_nobody_is_asked()
    {
        Verifying.Verify(Signing.Sign(TinyPdf.Make("head"), _servers.Signer("Revoked", ocsp: true, list: true, revoked: true), "head")).Verdict.ShouldBe(Verdict.Passed);
        _servers.Asked.ShouldBe(0);
    }

    // openssl answers with this machine's clock.
    private static VerificationOptions Online(VerificationOptions options) => options with { Online = new HttpRevocationSource(), Time = DateTimeOffset.UtcNow.AddMinutes(5) };

    private static FileReport Verify(X509Certificate2 signer) => Verifying.Verify(Signing.Sign(TinyPdf.Make("head"), signer, "head"), Online);

    // What is said of the signer's own certificate; the test's authority above it names no server.
    private static IEnumerable<string> Leaf(FileReport report)
    {
        report.Verdict.ShouldBe(Verdict.Passed, report.Verdict.Explanation);
        return report.Signatures[0].Notes.Where(note => note.Contains(report.Signatures[0].Signer!, StringComparison.Ordinal));
    }

    private static void ShouldBeRevoked(FileReport report) => Verifying.ShouldBe(report, Indication.Indeterminate, SubIndication.RevokedNoPoe, SignatureProblem.CertificateRevoked);

    private static Func<(int, byte[])> Trouble(string kind) => kind switch
    {
        "error" => () => (500, []),
        "try-later" => () => (200, [0x30, 0x03, 0x0A, 0x01, 0x03]),
        "garbage" => () => (200, "<html>Bảo trì</html>"u8.ToArray()),
        "endless" => () => (200, new byte[40 * 1024 * 1024]),
        "stranger" => () => (200, new TestRevocation(DateTimeOffset.UtcNow).Answer(TestAuthority.Head, TestAuthority.Intermediate, null, TestAuthority.Approver)),
        _ => () => (200, []),
    };
}
