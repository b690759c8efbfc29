using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Signing.Cms;

namespace EmrSec.Reports.Signing.Keys;

/// <summary>A private key, its certificate and the certificates above it. The key may live in a token; it never comes out here.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly AsymmetricAlgorithm _key;
    private readonly AsymmetricAlgorithm? _public;
    private readonly IDisposable? _owner;

    internal SigningKey(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> issuers, AsymmetricAlgorithm key, IDisposable? owner = null)
    {
        (Certificate, Issuers, _key, _owner) = (certificate, issuers, key, owner);
        _public = (AsymmetricAlgorithm?)certificate.GetRSAPublicKey() ?? certificate.GetECDsaPublicKey();
    }

    /// <summary>The certificate of the key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Certificates above it that came along; goes into the signature, without self-signed ones.</summary>
    public IReadOnlyList<X509Certificate2> Issuers { get; }

    /// <summary>Bytes that a signature value takes at most.</summary>
    internal int SignatureLength => _key is ECDsa ? (_key.KeySize / 4) + 16 : (_key.KeySize + 7) / 8;

    /// <summary>Pairs a certificate with a key that is at hand, RSA or ECDSA.</summary>
    /// <param name="certificate">The certificate with its private key; is not disposed by the result.</param>
    /// <param name="issuers">Certificates above it.</param>
    /// <exception cref="SigningException">There is no private key, or it is of another kind.</exception>
    public static SigningKey Of(X509Certificate2 certificate, params IReadOnlyList<X509Certificate2> issuers)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(issuers);
        AsymmetricAlgorithm? key = certificate.GetRSAPrivateKey();
        key ??= certificate.GetECDsaPrivateKey();
        return key is null
            ? throw new SigningException("KY010", "chứng thư không kèm khoá bí mật RSA hoặc ECDSA", "dùng tệp hoặc thiết bị có cả khoá bí mật")
            : new SigningKey(certificate, issuers, key);
    }

    /// <summary>How this key signs.</summary>
    /// <param name="pss">RSA with PSS padding; else PKCS #1 v1.5.</param>
    internal SignatureScheme Scheme(bool pss)
    {
        if (_key is ECDsa)
        {
            // ETSI TS 119 312: a hash as strong as the curve.
            var hash = _key.KeySize switch
            {
                <= 256 => HashAlgorithmName.SHA256,
                <= 384 => HashAlgorithmName.SHA384,
                _ => HashAlgorithmName.SHA512,
            };
            return new SignatureScheme(SchemeKind.Ecdsa, hash);
        }

        return pss ? new SignatureScheme(SchemeKind.RsaPss, HashAlgorithmName.SHA256, 32) : new SignatureScheme(SchemeKind.RsaPkcs1, HashAlgorithmName.SHA256);
    }

    /// <summary>Signs a hash, and checks the result: a token that was pulled out or a driver that errs must not leave a broken signature.</summary>
    /// <exception cref="SigningException">The key did not sign.</exception>
    internal byte[] Sign(ReadOnlySpan<byte> digest, SignatureScheme scheme)
    {
        var hash = scheme.Hash!.Value;
        byte[] signature;
        bool isRight;
        try
        {
            signature = _key switch
            {
                RSA rsa => rsa.SignHash(digest, hash, scheme.Kind == SchemeKind.RsaPss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1),
                ECDsa ecdsa => ecdsa.SignHash(digest, DSASignatureFormat.Rfc3279DerSequence),
                _ => throw new InvalidOperationException(),
            };
            isRight = _public is not null && scheme.Verify(_public, hash, digest, signature);
        }
        catch (CryptographicException e)
        {
            throw new SigningException("KY011", "khoá bí mật không ký được (thiết bị bị rút, khoá bị khoá, hoặc trình điều khiển lỗi)", "cắm lại thiết bị, kiểm tra PIN rồi ký lại; chưa có tệp nào được ghi", e);
        }

        return isRight
            ? signature
            : throw new SigningException("KY012", "khoá bí mật không khớp với chứng thư", "chọn đúng chứng thư của khoá này");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _key.Dispose();
        _public?.Dispose();
        _owner?.Dispose();
    }
}
