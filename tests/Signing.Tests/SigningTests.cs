using System.Security.Cryptography;

namespace EmrSec.Signing.Tests;

public class SigningTests
{
    [Fact]
    public void One_signature_passes() => Verifying.ShouldPass(Signing.Sign(TinyPdf.Make("head"), TestAuthority.Head, "head"), 1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Three_sign_in_turn_and_all_pass(bool certify) => Verifying.ShouldPass(Signing.Three(certify), 3);

    [Fact]
    public void Pss_passes() => Verifying.ShouldPass(Signing.Sign(TinyPdf.Make(), TestAuthority.Head, more: options => options with { Pss = true }), 1);

    [Theory]
    [InlineData("nistP256")]
    [InlineData("nistP384")]
    public void Elliptic_curves_pass(string curve) =>
        Verifying.ShouldPass(Signing.Sign(TinyPdf.Make(), TestAuthority.Signer("EC", ECCurve.CreateFromFriendlyName(curve))), 1);

    [Theory]
    [InlineData]
    [InlineData("--object-streams=generate")]
    [InlineData("--linearize")]
    [InlineData("--linearize", "--object-streams=generate")]
    [InlineData("--qdf")]
    public void Files_in_other_forms_are_signed_by_three_and_pass(params string[] form)
    {
        var pdf = Qpdf.Convert(TinyPdf.Make("head", "appraiser", "approver"), form);
        var once = Signing.Sign(pdf, TestAuthority.Head, "head", certify: true);
        Verifying.ShouldPass(Signing.Sign(Signing.Sign(once, TestAuthority.Appraiser, "appraiser"), TestAuthority.Approver, "approver"), 3);
        once.AsSpan(0, pdf.Length).SequenceEqual(pdf).ShouldBeTrue();
    }

    [Fact]
    public void A_second_visible_field_in_a_file_that_nobody_certified_passes_and_is_said()
    {
        var once = Signing.Sign(TinyPdf.Make(), TestAuthority.Head);
        var twice = Signing.Sign(once, TestAuthority.Approver, more: options => options with { NewField = new NewField(1, new PageArea(300, 100, 150, 80)) });
        Verifying.ShouldPass(twice, 2);
        Verifying.Verify(twice).Signatures[0].Changes.ShouldContain(change => change.Words.Contains("nhìn thấy được", StringComparison.Ordinal));
    }
}
