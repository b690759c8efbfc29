using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EmrSec.Reports.Signing.Keys;

/// <summary>Keys in PKCS #11 tokens on Linux, through OpenSSL's engine (Debian: libengine-pkcs11-openssl). The key stays in the token.</summary>
public static class Pkcs11Key
{
    private const string Engine = "pkcs11";

    /// <summary>Opens a token's key; the PIN is tried once, so that a wrong one cannot lock the token by itself.</summary>
    /// <param name="uri">The key (RFC 7512), such as <c>pkcs11:token=ten;object=khoa</c>; without PIN, which a list of processes would show.</param>
    /// <param name="certificate">Its certificate, and those above it; PEM or DER.</param>
    /// <param name="pin">Where the PIN comes from.</param>
    /// <exception cref="SigningException">There is no such token or key, or the PIN is wrong.</exception>
    [UnsupportedOSPlatform("windows")]
    public static SigningKey Open(string uri, IReadOnlyList<X509Certificate2> certificate, SecretSource pin)
    {
        ArgumentNullException.ThrowIfNull(uri);
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(pin);
        if (!uri.StartsWith("pkcs11:", StringComparison.Ordinal))
        {
            throw new SigningException("KY070", $"«{uri}» không phải địa chỉ PKCS #11", "viết dạng pkcs11:token=tên;object=khoá (RFC 7512)");
        }

        if (uri.Contains("pin-value", StringComparison.OrdinalIgnoreCase) || uri.Contains("pin-source", StringComparison.OrdinalIgnoreCase))
        {
            throw new SigningException("KY071", "không ghi PIN trong địa chỉ PKCS #11: người khác đọc được", "bỏ pin-value, pin-source; dùng biến môi trường, mô tả tệp, hoặc để được hỏi");
        }

        return Pair(OpenHandle(uri, pin.Read()), certificate);
    }

    /// <summary>Names the token maker's library for the keys that are opened next.</summary>
    /// <param name="path">The library, such as <c>/usr/lib/softhsm/libsofthsm2.so</c>.</param>
    /// <exception cref="SigningException">There is no such file.</exception>
    [UnsupportedOSPlatform("windows")]
    public static void UseModule(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path))
        {
            throw new SigningException("KY075", $"không có tệp thư viện PKCS #11 «{path}»", "kiểm tra đường dẫn đến thư viện (.so) của nhà sản xuất thiết bị");
        }

        // The engine reads the C environment, of which .NET keeps a copy of its own.
        if (SetNativeVariable([.. "PKCS11_MODULE_PATH"u8, 0], [.. Encoding.UTF8.GetBytes(Path.GetFullPath(path)), 0], overwrite: 1) != 0)
        {
            throw new SigningException("KY072", "không đặt được thư viện PKCS #11", "đặt biến môi trường PKCS11_MODULE_PATH rồi gọi lại");
        }
    }

    [DllImport("libc", EntryPoint = "setenv", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetNativeVariable(byte[] name, byte[] value, int overwrite);

    [UnsupportedOSPlatform("windows")]
    private static SafeEvpPKeyHandle OpenHandle(string uri, string pin)
    {
        try
        {
            var separator = uri.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            return SafeEvpPKeyHandle.OpenPrivateKeyFromEngine(Engine, $"{uri}{separator}pin-value={Uri.EscapeDataString(pin)}");
        }
        catch (PlatformNotSupportedException e)
        {
            throw new SigningException("KY072", "máy này không dùng được PKCS #11 qua OpenSSL", "cài gói libengine-pkcs11-openssl; trên Windows dùng kho chứng thư", e);
        }
        catch (CryptographicException e)
        {
            // The engine's own message may quote the address with the PIN: it is not passed on.
            throw new SigningException("KY073", $"không mở được khoá «{uri}» trên thiết bị: thiết bị chưa cắm, sai tên khoá, sai PIN, hoặc thiếu gói libengine-pkcs11-openssl ({e.HResult:X8})", "kiểm tra thiết bị và PIN rồi gọi lại; mỗi lần gọi chỉ thử PIN một lần");
        }
    }

    // That key and certificate belong together is checked with the first signature.
    [UnsupportedOSPlatform("windows")]
    private static SigningKey Pair(SafeEvpPKeyHandle handle, IReadOnlyList<X509Certificate2> certificates)
    {
        var leaf = certificates.FirstOrDefault(certificate => !certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(extension => extension.CertificateAuthority));
        if (leaf is null)
        {
            handle.Dispose();
            throw new SigningException("KY074", "chưa có chứng thư của khoá trên thiết bị", "chỉ ra tệp chứng thư (PEM hoặc DER) của người ký");
        }

        try
        {
            AsymmetricAlgorithm key = leaf.GetKeyAlgorithm() is Cms.Oids.EcPublicKey ? new ECDsaOpenSsl(handle) : new RSAOpenSsl(handle);
            return new SigningKey(leaf, [.. certificates.Where(certificate => !ReferenceEquals(certificate, leaf))], key, handle);
        }
        catch (CryptographicException e)
        {
            handle.Dispose();
            throw new SigningException("KY012", "khoá trên thiết bị không khớp với chứng thư", "chỉ ra đúng chứng thư của khoá này", e);
        }
    }
}
