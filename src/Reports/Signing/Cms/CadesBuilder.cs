using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmrSec.Reports.Signing.Cms;

/// <summary>Writes the CMS of a CAdES baseline signature, detached (ETSI EN 319 122-1, 5; EN 319 142-1, 6.3).</summary>
internal static class CadesBuilder
{
    /// <summary>Adds the attributes that are signed: content type, message digest, signing certificate; no signing time, which PAdES keeps in /M.</summary>
    /// <param name="messageDigest">The hash of what is signed.</param>
    /// <param name="certificate">The signer's.</param>
    /// <param name="hash">The algorithm of the hash.</param>
    /// <param name="time">The claimed time, where it is to stand in the message: CAdES outside of PDF asks for it (ETSI EN 319 122-1, 6.3); null for PAdES.</param>
    /// <returns>The attributes as a DER SET, as they are hashed.</returns>
    public static byte[] SignedAttributes(ReadOnlySpan<byte> messageDigest, X509Certificate2 certificate, HashAlgorithmName hash, DateTimeOffset? time = null)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, 512);
        using (writer.PushSetOf())
        {
            using (Attribute(writer, Oids.ContentType))
            using (writer.PushSetOf())
            {
                writer.WriteObjectIdentifier(Oids.Data);
            }

            using (Attribute(writer, Oids.MessageDigest))
            using (writer.PushSetOf())
            {
                writer.WriteOctetString(messageDigest);
            }

            if (time is { } claimed)
            {
                using (Attribute(writer, Oids.SigningTime))
                using (writer.PushSetOf())
                {
                    WriteTime(writer, claimed);
                }
            }

            using (Attribute(writer, Oids.SigningCertificateV2))
            using (writer.PushSetOf())
            {
                SigningCertificateAttribute.Write(writer, certificate, hash);
            }
        }

        return writer.Encode();
    }

    /// <summary>Writes the whole message.</summary>
    /// <param name="certificates">The signer's certificate first, then those above it.</param>
    /// <param name="scheme">How the value was made.</param>
    /// <param name="signedAttributes">What <see cref="SignedAttributes"/> gave.</param>
    /// <param name="signature">The value.</param>
    /// <param name="timestamp">A time-stamp token over the value; empty for none.</param>
    public static byte[] Message(IReadOnlyList<X509Certificate2> certificates, SignatureScheme scheme, byte[] signedAttributes, ReadOnlySpan<byte> signature, ReadOnlySpan<byte> timestamp)
    {
        var hash = scheme.Hash ?? throw new ArgumentException("a scheme without hash", nameof(scheme));
        var writer = new AsnWriter(AsnEncodingRules.DER, 8192);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.SignedData);
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf())
                {
                    AlgorithmIdentifier.WriteHash(writer, hash);
                }

                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Oids.Data);
                }

                using (writer.PushSetOf(new Asn1Tag(TagClass.ContextSpecific, 0)))
                {
                    foreach (var certificate in certificates)
                    {
                        writer.WriteEncodedValue(certificate.RawDataMemory.Span);
                    }
                }

                using (writer.PushSetOf())
                {
                    WriteSigner(writer, certificates[0], scheme, signedAttributes, signature, timestamp);
                }
            }
        }

        return writer.Encode();
    }

    private static void WriteSigner(AsnWriter writer, X509Certificate2 certificate, SignatureScheme scheme, byte[] signedAttributes, ReadOnlySpan<byte> signature, ReadOnlySpan<byte> timestamp)
    {
        using var signer = writer.PushSequence();
        writer.WriteInteger(1);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(certificate.IssuerName.RawData);
            writer.WriteInteger(certificate.SerialNumberBytes.Span);
        }

        AlgorithmIdentifier.WriteHash(writer, scheme.Hash!.Value);

        // The same bytes under the implicit tag [0].
        var tagged = signedAttributes.AsSpan().ToArray();
        tagged[0] = 0xA0;
        writer.WriteEncodedValue(tagged);
        scheme.Write(writer);
        writer.WriteOctetString(signature);
        if (!timestamp.IsEmpty)
        {
            using (writer.PushSetOf(new Asn1Tag(TagClass.ContextSpecific, 1)))
            using (Attribute(writer, Oids.SignatureTimeStamp))
            using (writer.PushSetOf())
            {
                writer.WriteEncodedValue(timestamp);
            }
        }
    }

    // RFC 5652, 11.3: up to 2049 as UTCTime, then as GeneralizedTime.
    private static void WriteTime(AsnWriter writer, DateTimeOffset time)
    {
        if (time.UtcDateTime.Year < 2050)
        {
            writer.WriteUtcTime(time.ToUniversalTime());
        }
        else
        {
            writer.WriteGeneralizedTime(time.ToUniversalTime(), omitFractionalSeconds: true);
        }
    }

    private static AsnWriter.Scope Attribute(AsnWriter writer, string oid)
    {
        var scope = writer.PushSequence();
        writer.WriteObjectIdentifier(oid);
        return scope;
    }
}
