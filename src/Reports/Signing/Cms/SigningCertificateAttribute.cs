using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmrSec.Reports.Signing.Cms;

/// <summary>The ESS attribute that ties a signature to one certificate (RFC 5035, ETSI EN 319 122-1, 5.2.2).</summary>
internal static class SigningCertificateAttribute
{
    /// <summary>Writes version 2 for a certificate: hash, issuer and serial number.</summary>
    public static void Write(AsnWriter writer, X509Certificate2 certificate, HashAlgorithmName hash)
    {
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            if (hash != HashAlgorithmName.SHA256)
            {
                // SHA-256 is the default, which DER leaves out.
                AlgorithmIdentifier.WriteHash(writer, hash);
            }

            writer.WriteOctetString(CryptographicOperations.HashData(hash, certificate.RawDataMemory.Span));
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4)))
                {
                    writer.WriteEncodedValue(certificate.IssuerName.RawData);
                }

                writer.WriteInteger(certificate.SerialNumberBytes.Span);
            }
        }
    }

    /// <summary>Whether the signed attributes name this certificate; null where they name none.</summary>
    /// <exception cref="AsnContentException">The attribute is malformed.</exception>
    public static bool? Matches(SignerInfo signer, X509Certificate2 certificate)
    {
        if (signer.SignedAttributes.TryGetValue(Oids.SigningCertificateV2, out var second))
        {
            return MatchesFirst(second, certificate, hasAlgorithm: true);
        }

        return signer.SignedAttributes.TryGetValue(Oids.SigningCertificate, out var first) ? MatchesFirst(first, certificate, hasAlgorithm: false) : null;
    }

    // The first of the certificates named is the signer's.
    private static bool MatchesFirst(byte[] attribute, X509Certificate2 certificate, bool hasAlgorithm)
    {
        var identifier = new AsnReader(attribute, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadSequence();
        var hash = hasAlgorithm ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1;
        if (hasAlgorithm && identifier.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
        {
            if (HashNames.Of(AlgorithmIdentifier.Read(identifier).Oid) is not { } named)
            {
                return false;
            }

            hash = named;
        }

        return identifier.ReadOctetString().AsSpan().SequenceEqual(CryptographicOperations.HashData(hash, certificate.RawDataMemory.Span));
    }
}
