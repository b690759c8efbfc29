using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Pdf;
using EmrSec.Reports.Tests.Papers;
using EmrSec.Signing.Tests;

namespace EmrSec.Assessor.Tests.Signatures;

/// <summary>A folder with papers, keys and a trusted root, and the calls that people make there.</summary>
internal sealed class SigningDesk : IDisposable
{
    public const string Password = "mật khẩu của tệp khoá";

    private static readonly Lazy<byte[]> Letter = new(() => Written(SamplePapers.Letter()));

    private readonly ProgramRun _run = new();

    public SigningDesk()
    {
        File.WriteAllText(Path("root.pem"), TestAuthority.Root.ExportCertificatePem());
        AddKey("head.p12", TestAuthority.Head);
        AddKey("appraiser.p12", TestAuthority.Appraiser);
        Add("letter.pdf", Letter.Value);
    }

    public string Folder => _run.Folder;

    public string Path(string name) => System.IO.Path.Combine(_run.Folder, name);

    public string Add(string name, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        File.WriteAllBytes(Path(name), bytes);
        return Path(name);
    }

    public string AddLetter(string name) => Add(name, Letter.Value);

    public void AddKey(string name, X509Certificate2 signer) =>
        Add(name, new X509Certificate2Collection { signer, X509CertificateLoader.LoadCertificate(TestAuthority.Intermediate.RawData) }.Export(X509ContentType.Pkcs12, Password)!);

    /// <summary>Signs with a key file, trusting the test root, the password typed.</summary>
    public Outcome Sign(string file, string output, params string[] more) =>
        ProgramRun.CallWith(Password + "\n", ["sign", Path(file), "--out", Path(output), "--p12", Path("head.p12"), "--trust", Path("root.pem"), .. more]);

    public Outcome Verify(string file, params string[] more) => ProgramRun.Call(["verify", Path(file), "--trust", Path("root.pem"), "--at", "2026-11-22", .. more]);

    public void Dispose() => _run.Dispose();

    private static byte[] Written(EmrSec.Reports.Documents.Document document)
    {
        using var stream = new MemoryStream();
        PdfWriter.Write(document, stream).Diagnostics.ShouldBeEmpty();
        return stream.ToArray();
    }
}
