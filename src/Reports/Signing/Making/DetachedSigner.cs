using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Signing.Cms;
using EmrSec.Reports.Signing.Keys;
using EmrSec.Reports.Signing.Trust;

namespace EmrSec.Reports.Signing.Making;

/// <summary>How bytes are to be signed apart from a PDF.</summary>
public sealed record DetachedOptions
{
    /// <summary>The time of signing as claimed.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Who gives the time stamp (CAdES B-T); null = none is wanted (B-B).</summary>
    public TimeStampAuthority? TimeStamps { get; init; }

    /// <summary>RSA with PSS padding in place of PKCS #1 v1.5.</summary>
    public bool Pss { get; init; }
}

/// <summary>Signs any bytes with a CAdES baseline signature of its own (ETSI EN 319 122-1): what a manifest of a package is signed with.</summary>
public static class DetachedSigner
{
    /// <summary>Signs a stream.</summary>
    /// <param name="content">What is signed, from where it stands to its end; read once, never held whole.</param>
    /// <param name="key">The key.</param>
    /// <param name="options">How.</param>
    /// <returns>The CMS message in DER, for a file <c>.p7s</c>.</returns>
    /// <exception cref="SigningException">The key does not sign, or no time stamp can be had; nothing lower is made silently.</exception>
    public static byte[] Sign(Stream content, SigningKey key, DetachedOptions options)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(options);
        var scheme = key.Scheme(options.Pss);
        var hash = scheme.Hash!.Value;
        var attributes = CadesBuilder.SignedAttributes(CryptographicOperations.HashData(hash, content), key.Certificate, hash, options.Time);
        var value = key.Sign(CryptographicOperations.HashData(hash, attributes), scheme);
        var token = options.TimeStamps?.Stamp(CryptographicOperations.HashData(hash, value), hash) ?? [];
        List<X509Certificate2> certificates = [key.Certificate, .. key.Issuers.Where(issuer => !issuer.SubjectName.RawData.AsSpan().SequenceEqual(issuer.IssuerName.RawData))];
        return CadesBuilder.Message(certificates, scheme, attributes, value, token);
    }

    /// <summary>Signs bytes.</summary>
    /// <param name="content">What is signed.</param>
    /// <param name="key">The key.</param>
    /// <param name="options">How.</param>
    /// <returns>The CMS message in DER, for a file <c>.p7s</c>.</returns>
    /// <exception cref="SigningException">The key does not sign, or no time stamp can be had.</exception>
    public static byte[] Sign(byte[] content, SigningKey key, DetachedOptions options)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var stream = new MemoryStream(content, writable: false);
        return Sign(stream, key, options);
    }
}
