using System.Text.RegularExpressions;

namespace EmrSec.Assessor.Tests.Signatures;

/// <summary><c>emrsec verify</c> and <c>extend</c> through the program's own door.</summary>
public sealed partial class VerifyCommandTests : IDisposable
{
    private readonly SigningDesk _desk = new();

    public VerifyCommandTests()
    {
        _desk.Sign("letter.pdf", "once.pdf", "--field", "giam-doc", "--certify", "--reason", "Phê duyệt cấp độ", "--place", "Bắc Ninh").ExitCode.ShouldBe(0);
        ProgramRun.CallWith(SigningDesk.Password + "\n", "sign", _desk.Path("once.pdf"), "--out", _desk.Path("twice.pdf"), "--p12", _desk.Path("appraiser.p12"), "--trust", _desk.Path("root.pem"), "--field", "co-quan").ExitCode.ShouldBe(0);
    }

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Text_of_two_signatures()
    {
        var outcome = _desk.Verify("twice.pdf", "--expect", "2");
        outcome.ExitCode.ShouldBe(0);
        ApprovalTests.Approve("verify.txt", Stable(outcome.Output));
    }

    [Fact]
    public void Json_of_two_signatures()
    {
        var outcome = _desk.Verify("twice.pdf", "--format", "json");
        outcome.ExitCode.ShouldBe(0);
        outcome.Json.GetProperty("schema").GetString().ShouldBe("emrsec.verification/1");
        ApprovalTests.Approve("verify.json", Stable(outcome.Output));
    }

    [Fact]
    public void Text_of_a_forgery()
    {
        var bytes = File.ReadAllBytes(_desk.Path("twice.pdf"));
        bytes[^20] ^= 1;
        bytes[700] ^= 1;
        _desk.Add("twice.pdf", bytes);
        _desk.Add("cut.pdf", [.. File.ReadAllBytes(_desk.Path("once.pdf")), .. "1 0 obj\n<<>>\nendobj\n"u8]);
        var outcome = _desk.Verify("twice.pdf", "--format", "json");
        outcome.ExitCode.ShouldBe(1);
        outcome.Json.GetProperty("verdict").GetProperty("indication").GetString().ShouldBe("FAILED");
        var cut = _desk.Verify("cut.pdf");
        cut.ExitCode.ShouldBe(1);
        ApprovalTests.Approve("verify-forgery.txt", Stable(cut.Output));
    }

    [Fact]
    public void A_changed_byte_and_a_missing_signature_do_not_hold()
    {
        var bytes = File.ReadAllBytes(_desk.Path("once.pdf"));
        bytes[IndexOf(bytes, "/Info"u8)] = (byte)'.';
        _desk.Add("bad.pdf", bytes);
        _desk.Verify("bad.pdf").ExitCode.ShouldBe(1);
        var missing = _desk.Verify("once.pdf", "--expect", "2", "--format", "json");
        missing.ExitCode.ShouldBe(1);
        missing.Json.GetProperty("verdict").GetProperty("problem").GetString().ShouldBe("countDiffers");
        missing.Json.GetProperty("verdict").GetProperty("subIndication").GetString().ShouldBe("SIGNED_DATA_NOT_FOUND");
    }

    [Fact]
    public void Without_a_trusted_root_nothing_is_concluded()
    {
        var outcome = ProgramRun.Call("verify", _desk.Path("once.pdf"), "--format", "json", "--trust", OtherRoot());
        outcome.ExitCode.ShouldBe(1);
        outcome.Json.GetProperty("verdict").GetProperty("indication").GetString().ShouldBe("INDETERMINATE");
        outcome.Json.GetProperty("verdict").GetProperty("subIndication").GetString().ShouldBe("NO_CERTIFICATE_CHAIN_FOUND");
    }

    [Fact]
    public void The_day_matters_and_so_does_revocation_when_asked_for()
    {
        _desk.Verify("once.pdf", "--at", "2036-01-01", "--format", "json").ExitCode.ShouldBe(2, "--at given twice");
        var late = ProgramRun.Call("verify", _desk.Path("once.pdf"), "--trust", _desk.Path("root.pem"), "--at", "01/02/2036", "--format", "json");
        late.Json.GetProperty("verdict").GetProperty("problem").GetString().ShouldBe("certificateExpired");
        var unknown = _desk.Verify("once.pdf", "--require-revocation", "--online", "--format", "json");
        unknown.ExitCode.ShouldBe(1);
        unknown.Json.GetProperty("verdict").GetProperty("subIndication").GetString().ShouldBe("TRY_LATER");
    }

    [Fact]
    public void What_is_not_there_or_no_pdf_is_told()
    {
        var none = _desk.Verify("none.pdf");
        (none.ExitCode, none.Errors.Contains("KY002", StringComparison.Ordinal)).ShouldBe((2, true));
        _desk.Verify("root.pem").ExitCode.ShouldBe(1);
        ProgramRun.Call("verify", _desk.Path("once.pdf"), "--trust", _desk.Path("letter.pdf")).Errors.ShouldContain("lỗi KY051");
    }

    [Fact]
    public void Extending_needs_an_authority_and_a_signature()
    {
        var outcome = ProgramRun.Call("extend", _desk.Path("twice.pdf"), "--out", _desk.Path("long.pdf"), "--trust", _desk.Path("root.pem"));
        (outcome.ExitCode, outcome.Errors.Contains("KY030", StringComparison.Ordinal)).ShouldBe((2, true));
        File.Exists(_desk.Path("long.pdf")).ShouldBeFalse();
        var unsigned = ProgramRun.Call("extend", _desk.Path("letter.pdf"), "--out", _desk.Path("long.pdf"), "--tsa", "http://127.0.0.1:9/", "--level", "b-t");
        (unsigned.ExitCode, unsigned.Errors.Contains("KY039", StringComparison.Ordinal)).ShouldBe((2, true));
    }

    private string OtherRoot()
    {
        File.WriteAllText(_desk.Path("other.pem"), EmrSec.Signing.Tests.TestAuthority.StrangeRoot.ExportCertificatePem());
        return _desk.Path("other.pem");
    }

    private static int IndexOf(byte[] bytes, ReadOnlySpan<byte> text) => bytes.AsSpan().IndexOf(text);

    // Serial numbers are given in the order in which the run's tests ask for certificates.
    // Serial numbers are new each time, and how long a paper is changes with what writes it.
    private static string Stable(string output) => Length().Replace(Serial().Replace(output, "…"), "${before}…${after}");

    [GeneratedRegex(@"(?<before>""coveredLength"": |\(byte )\d+|\b\d+(?<after> byte )", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Length();

    [GeneratedRegex(@"\b01[0-9A-F]{8}\b", RegexOptions.None, 1000)]
    private static partial Regex Serial();
}
