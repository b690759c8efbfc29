using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmrSec.Reports.Signing.Cms;

/// <summary>The signature on a certificate itself.</summary>
internal static class CertificateSignature
{
    /// <summary>Whether an issuer's key made it, with a hash that is not weak.</summary>
    public static bool IsIssuedBy(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        var (signed, algorithm, signature) = Parts(certificate);
        return SignatureScheme.Of(algorithm) is { Hash: { } hash } scheme
            && !HashNames.IsWeak(hash)
            && scheme.Verify(issuer, hash, CryptographicOperations.HashData(hash, signed.Span), signature);
    }

    /// <summary>Whether it was made with a hash that can be forged, or one that is unknown.</summary>
    public static bool IsWeak(X509Certificate2 certificate) =>
        SignatureScheme.Of(Parts(certificate).Algorithm) is not { Hash: { } hash } || HashNames.IsWeak(hash);

    /// <summary>Whether the key is too short for today: RSA below 2048 bits, curves below 256 (ETSI TS 119 312).</summary>
    public static bool HasShortKey(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is not null)
        {
            return rsa.KeySize < 2048;
        }

        using var ecdsa = certificate.GetECDsaPublicKey();
        return ecdsa is null || ecdsa.KeySize < 256;
    }

    private static (ReadOnlyMemory<byte> Signed, AlgorithmIdentifier Algorithm, byte[] Signature) Parts(X509Certificate2 certificate)
    {
        try
        {
            var sequence = new AsnReader(certificate.RawDataMemory, AsnEncodingRules.DER).ReadSequence();
            return (sequence.ReadEncodedValue(), AlgorithmIdentifier.Read(sequence), sequence.ReadBitString(out _));
        }
        catch (AsnContentException e)
        {
            throw new CryptographicException("certificate", e);
        }
    }
}
