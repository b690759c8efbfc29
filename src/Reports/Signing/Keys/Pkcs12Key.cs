using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmrSec.Reports.Signing.Keys;

/// <summary>Keys in PKCS #12 files (.p12, .pfx): RSA and ECDSA, encrypted with AES or, in old files, with RC2 or triple DES.</summary>
public static class Pkcs12Key
{
    /// <summary>Opens a file; the password is tried once.</summary>
    /// <param name="path">The file.</param>
    /// <param name="password">Where its password comes from.</param>
    /// <exception cref="SigningException">It cannot be opened, or has no key that can sign.</exception>
    public static SigningKey Open(string path, SecretSource password)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(password);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SigningException("KY062", $"không đọc được tệp khoá «{path}»", "kiểm tra tên tệp và quyền đọc", e);
        }

        return Choose(Load(bytes, path, password.Read()), path);
    }

    private static X509Certificate2Collection Load(byte[] bytes, string path, string password)
    {
        try
        {
            // macOS cannot hold keys outside a keychain.
            var flags = OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet;
            return X509CertificateLoader.LoadPkcs12Collection(bytes, password, flags);
        }
        catch (CryptographicException e)
        {
            const int WrongPassword = unchecked((int)0x80070056);
            throw e.HResult == WrongPassword
                ? new SigningException("KY063", $"mật khẩu của tệp khoá «{path}» không đúng", "gọi lại lệnh với mật khẩu đúng", e)
                : new SigningException("KY064", $"tệp khoá «{path}» hỏng, không phải PKCS #12, hoặc mật khẩu không đúng", "kiểm tra tệp (.p12, .pfx) và mật khẩu", e);
        }
    }

    private static SigningKey Choose(X509Certificate2Collection certificates, string path)
    {
        var leaves = certificates.Where(certificate => certificate.HasPrivateKey).ToList();
        return leaves.Count switch
        {
            1 => SigningKey.Of(leaves[0], [.. certificates.Where(certificate => !certificate.HasPrivateKey)]),
            0 => throw new SigningException("KY010", $"tệp «{path}» không có khoá bí mật", "xuất lại tệp kèm khoá bí mật"),
            _ => throw new SigningException("KY065", $"tệp «{path}» có nhiều hơn một khoá bí mật", "xuất mỗi khoá ra một tệp"),
        };
    }
}
