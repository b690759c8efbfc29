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
        if (certificate.PublicKey.Oid.Value is Oids.Rsa)
        {
            return ModulusBits(certificate) < 2048;
        }

        using var ecdsa = certificate.GetECDsaPublicKey();
        return ecdsa is null || ecdsa.KeySize < 256;
    }

    // RFC 8017, A.1.1. Read here because importing the key costs as much as checking a signature.
    private static long ModulusBits(X509Certificate2 certificate)
    {
        try
        {
            var modulus = new AsnReader(certificate.PublicKey.EncodedKeyValue.RawData, AsnEncodingRules.DER).ReadSequence().ReadInteger();
            return modulus.Sign > 0 ? modulus.GetBitLength() : 0;
        }
        catch (AsnContentException e)
        {
            throw new CryptographicException("certificate", e);
        }
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
