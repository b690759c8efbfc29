using System.Security.Cryptography;
using EmrSec.Reports.Signing;

namespace EmrSec.Signing.Tests;

/// <summary>A token that is pulled out, or errs, while it signs.</summary>
public class PulledOutTests
{
    [Fact]
    public void A_key_that_is_gone_is_told_and_leaves_no_half_file()
    {
        using var folder = new TestFolder();
        folder.Write("in.pdf", TinyPdf.Make("head"));
        using var key = new SigningKey(TestAuthority.Head, [], new PulledOut());
        Should.Throw<SigningException>(() => PdfSigner.SignFile(folder.File("in.pdf"), folder.File("out.pdf"), key, new SigningOptions { Time = TestAuthority.Now })).Code.ShouldBe("KY011");
        Directory.GetFiles(folder.Path).Select(Path.GetFileName).ShouldBe(["in.pdf"]);
    }

    [Fact]
    public void A_driver_that_gives_a_wrong_signature_is_caught()
    {
        using var folder = new TestFolder();
        folder.Write("in.pdf", TinyPdf.Make("head"));
        using var other = RSA.Create(2048);
        using var key = new SigningKey(TestAuthority.Head, [], other);
        Should.Throw<SigningException>(() => PdfSigner.SignFile(folder.File("in.pdf"), folder.File("out.pdf"), key, new SigningOptions { Time = TestAuthority.Now })).Code.ShouldBe("KY012");
        Directory.GetFiles(folder.Path).Select(Path.GetFileName).ShouldBe(["in.pdf"]);
    }

    private sealed class PulledOut : RSA
    {
        public override int KeySize => 2048;

        public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding) => throw new CryptographicException("CKR_DEVICE_REMOVED");

        public override bool TrySignHash(ReadOnlySpan<byte> hash, Span<byte> destination, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding, out int bytesWritten) => throw new CryptographicException("CKR_DEVICE_REMOVED");

        public override RSAParameters ExportParameters(bool includePrivateParameters) => throw new CryptographicException();

        public override void ImportParameters(RSAParameters parameters) => throw new NotSupportedException();
    }
}
