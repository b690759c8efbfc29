using EmrSec.Signing.Tests;

namespace EmrSec.Assessor.Tests.Signatures;

/// <summary><c>emrsec sign</c> through the program's own door.</summary>
public sealed class SignCommandTests : IDisposable
{
    private readonly SigningDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void One_file_is_signed_and_the_original_stays()
    {
        var before = File.ReadAllBytes(_desk.Path("letter.pdf"));
        var outcome = _desk.Sign("letter.pdf", "signed.pdf", "--field", "giam-doc", "--reason", "Phê duyệt");
        outcome.ExitCode.ShouldBe(0, outcome.Errors);
        outcome.Output.ShouldContain("Xong 1, bỏ qua 0 (đã xong từ trước), không xong 0.");
        outcome.Errors.ShouldContain("[1/1]");
        (outcome.Output + outcome.Errors).ShouldNotContain(SigningDesk.Password);
        File.ReadAllBytes(_desk.Path("letter.pdf")).ShouldBe(before);
        _desk.Verify("signed.pdf", "--expect", "1").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Json_says_the_same()
    {
        var json = _desk.Sign("letter.pdf", "signed.pdf", "--format", "json").Json;
        json.GetProperty("schema").GetString().ShouldBe("emrsec.signing/1");
        json.GetProperty("done").GetInt32().ShouldBe(1);
        var file = json.GetProperty("files")[0];
        file.GetProperty("state").GetString().ShouldBe("done");
        file.GetProperty("level").GetString().ShouldBe("B-B");
        file.GetProperty("output").GetString().ShouldBe(_desk.Path("signed.pdf"));
    }

    [Fact]
    public void A_batch_asks_once_reports_what_failed_and_goes_on_where_it_stopped()
    {
        foreach (var name in new[] { "in/a.pdf", "in/b.pdf", "in/c.pdf" })
        {
            _desk.AddLetter(name);
        }

        _desk.Add("in/b.pdf", "not a pdf"u8.ToArray());
        string[] call = ["sign", _desk.Path("in/*.pdf"), "--out-dir", _desk.Path("out"), "--p12", _desk.Path("head.p12"), "--trust", _desk.Path("root.pem"), "--format", "json"];

        // One line of input: a second question would find nothing.
        var first = ProgramRun.CallWith(SigningDesk.Password + "\n", call);
        first.ExitCode.ShouldBe(1, first.Errors);
        States(first).ShouldBe(["done", "failed", "done"]);
        first.Json.GetProperty("files")[1].GetProperty("code").GetString().ShouldBe("KY001");
        first.Errors.Split('\n').Count(line => line.StartsWith('[')).ShouldBe(3);
        Directory.GetFiles(_desk.Path("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["a.pdf", "c.pdf"]);

        _desk.AddLetter("in/b.pdf");
        var kept = File.ReadAllBytes(_desk.Path("out/a.pdf"));
        var second = ProgramRun.CallWith(SigningDesk.Password + "\n", call);
        second.ExitCode.ShouldBe(0, second.Errors);
        States(second).ShouldBe(["skipped", "done", "skipped"]);
        File.ReadAllBytes(_desk.Path("out/a.pdf")).ShouldBe(kept);
    }

    [Fact]
    public void What_is_there_is_never_overwritten()
    {
        _desk.Add("signed.pdf", "something else"u8.ToArray());
        Fails(_desk.Sign("letter.pdf", "signed.pdf"), "KY004");
        File.ReadAllText(_desk.Path("signed.pdf")).ShouldBe("something else");
        Fails(_desk.Sign("letter.pdf", "letter.pdf"), "KY005");
        Fails(_desk.Sign("none.pdf", "out.pdf"), "KY002");
    }

    [Fact]
    public void A_file_that_was_changed_after_signing_is_not_signed_on_top()
    {
        _desk.Sign("letter.pdf", "signed.pdf").ExitCode.ShouldBe(0);
        var bytes = File.ReadAllBytes(_desk.Path("signed.pdf"));
        bytes[700] ^= 1;
        _desk.Add("changed.pdf", bytes);
        Fails(_desk.Sign("changed.pdf", "again.pdf"), "KY006");
        File.Exists(_desk.Path("again.pdf")).ShouldBeFalse();
    }

    [Fact]
    public void Without_a_time_stamp_nothing_lower_is_made_unless_it_is_said()
    {
        Fails(_desk.Sign("letter.pdf", "signed.pdf", "--level", "B-T", "--tsa", "http://127.0.0.1:9/"), "KY031");
        Fails(_desk.Sign("letter.pdf", "signed.pdf", "--level", "b-t"), "KY030");
        File.Exists(_desk.Path("signed.pdf")).ShouldBeFalse();
        Directory.GetFiles(_desk.Folder, "*.tmp").ShouldBeEmpty();

        var lower = _desk.Sign("letter.pdf", "signed.pdf", "--level", "b-t", "--tsa", "http://127.0.0.1:9/", "--allow-lower");
        lower.ExitCode.ShouldBe(0, lower.Errors);
        lower.Output.ShouldContain("mức thấp hơn yêu cầu (--allow-lower)");
        lower.Output.ShouldContain("B-B");
    }

    [Fact]
    public void A_wrong_password_no_password_and_a_password_as_argument_are_refused()
    {
        string[] call = ["sign", _desk.Path("letter.pdf"), "--out", _desk.Path("signed.pdf"), "--p12", _desk.Path("head.p12"), "--trust", _desk.Path("root.pem")];
        var wrong = ProgramRun.CallWith("sai\n", call);
        (wrong.ExitCode, wrong.Errors.Contains("lỗi KY063", StringComparison.Ordinal), wrong.Errors.Contains("sai\n", StringComparison.Ordinal)).ShouldBe((2, true, false));
        ProgramRun.CallWith("", call).Errors.ShouldContain("lỗi KY067");
        ProgramRun.CallWith("", [.. call, "--pin", "1234"]).Errors.ShouldContain("không hiểu «--pin»");
        ProgramRun.CallWith("", [.. call, "--pin-env", "EMRSEC_NO_SUCH_PIN"]).Errors.ShouldContain("lỗi KY060");
        File.Exists(_desk.Path("signed.pdf")).ShouldBeFalse();
    }

    [Fact]
    public void A_password_comes_from_a_variable()
    {
        var name = $"EMRSEC_TEST_{Guid.NewGuid():N}";
        Environment.SetEnvironmentVariable(name, SigningDesk.Password);
        ProgramRun.Call("sign", _desk.Path("letter.pdf"), "--out", _desk.Path("signed.pdf"), "--p12", _desk.Path("head.p12"), "--trust", _desk.Path("root.pem"), "--pin-env", name).ExitCode.ShouldBe(0);
        Environment.SetEnvironmentVariable(name, null);
    }

    [Fact]
    public void Unfit_certificates_are_refused_and_an_untrusted_one_only_signs_when_told_to()
    {
        _desk.AddKey("head.p12", TestAuthority.Expired);
        Fails(_desk.Sign("letter.pdf", "signed.pdf"), "KY080");
        _desk.AddKey("head.p12", TestAuthority.Signer("Stranger", issuer: TestAuthority.StrangeRoot));
        Fails(_desk.Sign("letter.pdf", "signed.pdf"), "KY084");
        var told = _desk.Sign("letter.pdf", "signed.pdf", "--allow-untrusted");
        told.ExitCode.ShouldBe(0);
        told.Errors.ShouldContain("cảnh báo KY084");
    }

    [Fact]
    public void Pictures_need_a_place_to_show()
    {
        var image = _desk.Add("hand.png", TestPicture.Handwriting);
        var seal = _desk.Add("seal.png", TestPicture.Seal);
        _desk.Sign("letter.pdf", "one.pdf", "--field", "giam-doc", "--image", image, "--seal", seal, "--certify").ExitCode.ShouldBe(0);
        Fails(_desk.Sign("letter.pdf", "two.pdf", "--field", "khac", "--image", image), "KY041");
        _desk.Sign("letter.pdf", "three.pdf", "--field", "khac", "--image", image, "--page", "1", "--area", "120,270,60,20").ExitCode.ShouldBe(0);
        Fails(_desk.Sign("one.pdf", "four.pdf", "--field", "khac", "--image", image, "--area", "120,270,60,20"), "KY027");
        Fails(_desk.Sign("letter.pdf", "five.pdf", "--image", _desk.Path("letter.pdf")), "KY040");
        Fails(_desk.Sign("letter.pdf", "five.pdf", "--image", _desk.Path("none.png")), "KY042");
    }

    [Theory]
    [InlineData("lỗi: cần chỉ ra khoá ký: --p12, --pkcs11 hoặc --store", "sign", "a.pdf", "--out", "b.pdf")]
    [InlineData("lỗi: --p12, --pkcs11, --store: chỉ dùng một", "sign", "a.pdf", "--out", "b.pdf", "--p12", "k", "--store", "x")]
    [InlineData("lỗi: cần nơi đặt tệp sẽ tạo: --out hoặc --out-dir", "sign", "a.pdf", "--p12", "k")]
    [InlineData("lỗi: nhiều tệp thì dùng --out-dir, không dùng --out", "sign", "a.pdf", "c.pdf", "--out", "b.pdf", "--p12", "k")]
    [InlineData("lỗi: --level: «b-x» không phải mức chữ ký; các mức: b-b, b-t, b-lt, b-lta", "sign", "a.pdf", "--out", "b.pdf", "--p12", "k", "--level", "b-x")]
    [InlineData("lỗi: --tsa: «ftp://x» không phải địa chỉ http hoặc https", "sign", "a.pdf", "--out", "b.pdf", "--p12", "k", "--tsa", "ftp://x")]
    [InlineData("lỗi: --pkcs11 cần --cert: tệp chứng thư của khoá trong thiết bị", "sign", "a.pdf", "--out", "b.pdf", "--pkcs11", "pkcs11:token=t")]
    [InlineData("lỗi: --area: viết bốn số mm «trái,dưới,rộng,cao», ví dụ 110,40,60,24; rộng và cao lớn hơn 0", "sign", "a.pdf", "--out", "b.pdf", "--p12", "k", "--area", "1,2,3")]
    [InlineData("lỗi: --expect: «0» không phải số chữ ký; viết một số từ 1 trở lên", "verify", "a.pdf", "--expect", "0")]
    [InlineData("lỗi: thiếu <tệp>", "verify")]
    public void A_wrong_call_is_told_what_is_wrong(string expected, params string[] args)
    {
        var outcome = ProgramRun.Call(args);
        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldBeEmpty();
        outcome.Errors.Split('\n')[0].ShouldBe(expected);
    }

    private static List<string?> States(Outcome outcome) => [.. outcome.Json.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("state").GetString())];

    private static void Fails(Outcome outcome, string code)
    {
        outcome.ExitCode.ShouldBe(2, outcome.Output + outcome.Errors);
        outcome.Errors.ShouldContain(code);
    }
}
