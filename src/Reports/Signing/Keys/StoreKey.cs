using System.Security.Cryptography.X509Certificates;

namespace EmrSec.Reports.Signing.Keys;

/// <summary>Keys in the user's certificate store; on Windows a token's middleware puts its certificates there and asks for the PIN itself.</summary>
public static class StoreKey
{
    /// <summary>Finds a certificate by its thumbprint.</summary>
    /// <param name="thumbprint">SHA-1 thumbprint as the certificate dialogue shows it; spaces are ignored.</param>
    /// <exception cref="SigningException">It is not there, or has no private key.</exception>
    public static SigningKey Open(string thumbprint)
    {
        ArgumentNullException.ThrowIfNull(thumbprint);
        var digits = new string([.. thumbprint.Where(char.IsAsciiHexDigit)]);
        foreach (var location in new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine })
        {
            if (Find(location, digits) is { } certificate)
            {
                return certificate.HasPrivateKey
                    ? SigningKey.Of(certificate, Issuers(certificate))
                    : throw new SigningException("KY010", "chứng thư này trong kho không kèm khoá bí mật", "cắm thiết bị ký (token) và cài phần mềm của nó");
            }
        }

        throw new SigningException("KY066", $"kho chứng thư không có chứng thư với vân tay «{digits}»", "cắm thiết bị ký, rồi chép vân tay (thumbprint) từ hộp thoại chứng thư");
    }

    /// <summary>Takes the one certificate of the user's store that has a key and may sign.</summary>
    /// <exception cref="SigningException">There is none, or more than one.</exception>
    public static SigningKey OpenOnly()
    {
        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser, OpenFlags.ReadOnly);
        var fit = store.Certificates.Where(certificate => certificate.HasPrivateKey && MaySign(certificate)).ToList();
        return fit.Count switch
        {
            1 => SigningKey.Of(fit[0], Issuers(fit[0])),
            0 => throw new SigningException("KY068", "kho chứng thư không có chứng thư nào kèm khoá và được dùng để ký", "cắm thiết bị ký và cài phần mềm của nó"),
            _ => throw new SigningException("KY069", $"kho chứng thư có {fit.Count.ToString(CultureInfo.InvariantCulture)} chứng thư ký được", $"chọn một bằng vân tay: {string.Join("; ", fit.Select(certificate => $"{certificate.Thumbprint} ({Verifying.Names.Of(certificate)})"))}"),
        };
    }

    private static bool MaySign(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is not { } usage
        || (usage.KeyUsages & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) != X509KeyUsageFlags.None;

    private static X509Certificate2? Find(StoreLocation location, string thumbprint)
    {
        try
        {
            using var store = new X509Store(StoreName.My, location, OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            return store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false).FirstOrDefault();
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // This machine has no such store.
            return null;
        }
    }

    private static List<X509Certificate2> Issuers(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllFlags;
        chain.Build(certificate);
        return [.. chain.ChainElements.Skip(1).Select(element => X509CertificateLoader.LoadCertificate(element.Certificate.RawDataMemory.Span))];
    }
}
