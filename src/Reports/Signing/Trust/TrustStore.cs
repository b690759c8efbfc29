using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmrSec.Reports.Signing.Trust;

/// <summary>The roots that are trusted, and further certificates that help to reach them. None is shipped.</summary>
public sealed class TrustStore
{
    private static readonly string[] Extensions = [".pem", ".crt", ".cer", ".der"];

    private TrustStore(IReadOnlyList<X509Certificate2> roots, IReadOnlyList<X509Certificate2> others) => (Roots, Others) = (roots, others);

    /// <summary>The trusted roots: self-signed certificates.</summary>
    public IReadOnlyList<X509Certificate2> Roots { get; }

    /// <summary>Certificates of authorities below the roots; not trusted by themselves.</summary>
    public IReadOnlyList<X509Certificate2> Others { get; }

    /// <summary>Trusts certificates that are at hand.</summary>
    /// <param name="certificates">Self-signed ones become roots, the others help to reach them.</param>
    public static TrustStore Of(params IReadOnlyList<X509Certificate2> certificates)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        var roots = certificates.Where(IsSelfIssued).ToList();
        return new TrustStore(roots, [.. certificates.Except(roots)]);
    }

    /// <summary>Reads PEM or DER certificates.</summary>
    /// <param name="path">A file, or a folder whose .pem, .crt, .cer and .der files are read.</param>
    /// <exception cref="SigningException">There is no certificate, or a file is none.</exception>
    public static TrustStore Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var files = Directory.Exists(path)
            ? Directory.EnumerateFiles(path).Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).ToList()
            : [path];
        var certificates = files.SelectMany(ReadFile).ToList();
        return certificates.Count > 0
            ? Of(certificates)
            : throw new SigningException("KY050", $"«{path}» không có chứng thư nào", "đặt chứng thư gốc (.pem, .crt, .cer, .der) vào thư mục này; xem hướng dẫn");
    }

    /// <summary>The roots that the operating system trusts.</summary>
    public static TrustStore System()
    {
        using var store = new X509Store(StoreName.Root, StoreLocation.CurrentUser, OpenFlags.ReadOnly);
        using var machine = new X509Store(StoreName.Root, StoreLocation.LocalMachine, OpenFlags.ReadOnly);
        return Of([.. store.Certificates, .. machine.Certificates]);
    }

    /// <summary>Both together.</summary>
    /// <param name="other">The other.</param>
    public TrustStore With(TrustStore other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new TrustStore([.. Roots, .. other.Roots], [.. Others, .. other.Others]);
    }

    private static bool IsSelfIssued(X509Certificate2 certificate) => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static X509Certificate2Collection ReadFile(string file)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);
            var found = new X509Certificate2Collection();
            if (bytes.AsSpan().IndexOf("-----BEGIN"u8) >= 0)
            {
                found.ImportFromPem(global::System.Text.Encoding.UTF8.GetString(bytes));
            }
            else
            {
                found.Add(X509CertificateLoader.LoadCertificate(bytes));
            }

            return found;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new SigningException("KY051", $"«{file}» không đọc được hoặc không phải chứng thư PEM/DER", "bỏ tệp này khỏi thư mục tin cậy, hoặc tải lại", e);
        }
    }
}
