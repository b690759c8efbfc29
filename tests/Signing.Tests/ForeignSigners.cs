using System.Security.Cryptography.X509Certificates;

namespace EmrSec.Signing.Tests;

/// <summary>Files signed by other people's programs.</summary>
internal static class ForeignSigners
{
    /// <summary>A file whose CMS message openssl made.</summary>
    public static byte[] OpenSsl(string hash, string option, string subFilter = "adbe.pkcs7.detached")
    {
        using var key = SigningKey.Of(TestAuthority.Head);
        return PdfSignerForTests.SignUnchecked(TinyPdf.Make("head"), key, "head", null, subFilter, bytes =>
        {
            using var folder = new TestFolder();
            File.WriteAllText(folder.File("c.pem"), TestAuthority.Head.ExportCertificatePem());
            File.WriteAllText(folder.File("i.pem"), TestAuthority.Intermediate.ExportCertificatePem());
            File.WriteAllText(folder.File("k.pem"), TestAuthority.Head.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
            var run = OutsideTools.Run("openssl", "openssl", "cms", "-sign", "-binary", option, "-md", hash, "-signer", folder.File("c.pem"), "-inkey", folder.File("k.pem"), "-certfile", folder.File("i.pem"), "-in", folder.Write("data", bytes), "-outform", "DER", "-out", folder.File("s.der"));
            run.Exit.ShouldBe(0, run.Output);
            return File.ReadAllBytes(folder.File("s.der"));
        });
    }

    /// <summary>A file without a form that pdfsig signed in a field of its own making.</summary>
    public static byte[] PdfSig() => PdfSig(TinyPdf.Assemble(new SortedDictionary<int, string>
    {
        [1] = "<</Type/Catalog/Pages 2 0 R>>",
        [2] = "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        [3] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        [4] = "<</Length 39>>\nstream\nBT /F1 14 Tf 72 760 Td (Cap do 3) Tj ET\nendstream",
        [5] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }));

    /// <summary>A file with a form that pdfsig signed: poppler 22.12 forgets to add its field to the form, so that other readers do not see the signature.</summary>
    public static byte[] PdfSig(byte[] pdf)
    {
        using var folder = new TestFolder();
        var bag = new X509Certificate2Collection { TestAuthority.Appraiser, X509CertificateLoader.LoadCertificate(TestAuthority.Intermediate.RawData), X509CertificateLoader.LoadCertificate(TestAuthority.Root.RawData) };
        folder.Write("k.p12", bag.Export(X509ContentType.Pkcs12, "1234")!);
        Directory.CreateDirectory(folder.File("nss"));
        Tool("certutil", "libnss3-tools", "-N", "-d", $"sql:{folder.File("nss")}", "--empty-password");
        Tool("pk12util", "libnss3-tools", "-i", folder.File("k.p12"), "-d", $"sql:{folder.File("nss")}", "-W", "1234", "-K", "");
        var listed = Tool("certutil", "libnss3-tools", "-K", "-d", $"sql:{folder.File("nss")}");
        var name = listed[(listed.LastIndexOf("  ", listed.TrimEnd().Length, StringComparison.Ordinal) + 2)..].Trim();
        Tool("pdfsig", "poppler-utils", "-nssdir", $"sql:{folder.File("nss")}", "-nss-pwd", "", "-add-signature", "-nick", name, folder.Write("in.pdf", pdf), folder.File("out.pdf"));
        return File.ReadAllBytes(folder.File("out.pdf"));
    }

    private static string Tool(string program, string package, params string[] arguments)
    {
        var run = OutsideTools.Run(program, package, arguments);
        run.Exit.ShouldBe(0, run.Output);
        return run.Output;
    }
}
