namespace EmrSec.Signing.Tests;

public class SigningTests
{
    [Fact]
    public void Probe()
    {
        var file = "/tmp/signing/three.pdf";
        File.WriteAllBytes("/tmp/signing/tiny.pdf", TinyPdf.Make("head", "appraiser", "approver"));
        File.WriteAllBytes("/tmp/signing/root.der", TestAuthority.Root.Export(System.Security.Cryptography.X509Certificates.X509ContentType.Cert));
        File.WriteAllBytes(file, Signing.Three());
        Console.WriteLine(OutsideTools.PdfSig(file));
        Console.WriteLine(OutsideTools.Run("qpdf", "qpdf", "--check", file).Output);
        Console.WriteLine(OutsideTools.Run("mutool", "mupdf-tools", "sign", "-v", file).Output);
        var f2 = "/tmp/signing/free.pdf";
        File.WriteAllBytes(f2, Signing.Sign(TinyPdf.Make(), TestAuthority.Head, more: o => o with { Pss = true }));
        Console.WriteLine(OutsideTools.PdfSig(f2));
    }
}
