using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmrSec.Reports.Signing.Cms;

internal enum OcspStatus
{
    Good,
    Revoked,
    Unknown,
}

/// <summary>What an OCSP answer says of one certificate.</summary>
/// <param name="Status">Good, revoked or unknown.</param>
/// <param name="RevokedAt">When it was revoked.</param>
/// <param name="ThisUpdate">As of when.</param>
/// <param name="NextUpdate">Until when there will be nothing newer; null = newer can be had at any time.</param>
internal sealed record OcspStatement(OcspStatus Status, DateTimeOffset? RevokedAt, DateTimeOffset ThisUpdate, DateTimeOffset? NextUpdate);

/// <summary>A basic OCSP answer (RFC 6960).</summary>
internal sealed class OcspAnswer
{
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag One = new(TagClass.ContextSpecific, 1, isConstructed: true);

    private readonly byte[] _signed;
    private readonly AlgorithmIdentifier _algorithm;
    private readonly byte[] _signature;
    private readonly List<byte[]> _responses;

    private OcspAnswer(byte[] encoded, byte[] signed, AlgorithmIdentifier algorithm, byte[] signature, List<byte[]> responses) =>
        (Encoded, _signed, _algorithm, _signature, _responses) = (encoded, signed, algorithm, signature, responses);

    public byte[] Encoded { get; }

    /// <summary>The certificates inside, encoded.</summary>
    public required IReadOnlyList<byte[]> Certificates { get; init; }

    public required DateTimeOffset ProducedAt { get; init; }

    /// <summary>Writes a question about a certificate (SHA-1 only names the issuer here, as RFC 5019 has it).</summary>
    public static byte[] Request(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Oids.Sha1);
                writer.WriteNull();
            }

            writer.WriteOctetString(CryptographicOperations.HashData(HashAlgorithmName.SHA1, issuer.SubjectName.RawData));
            writer.WriteOctetString(CryptographicOperations.HashData(HashAlgorithmName.SHA1, issuer.PublicKey.EncodedKeyValue.RawData));
            writer.WriteInteger(certificate.SerialNumberBytes.Span);
        }

        return writer.Encode();
    }

    /// <summary>Reads an answer.</summary>
    /// <exception cref="CmsFormatException">It is none, or the responder refused.</exception>
    public static OcspAnswer Read(byte[] encoded)
    {
        try
        {
            var response = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence();
            if (response.ReadEnumeratedBytes().Span is not [0] || !response.HasData)
            {
                throw new CmsFormatException("máy chủ OCSP từ chối trả lời");
            }

            var bytes = response.ReadSequence(Zero).ReadSequence();
            return bytes.ReadObjectIdentifier() is Oids.OcspBasic
                ? ReadBasic(encoded, new AsnReader(bytes.ReadOctetString(), AsnEncodingRules.DER).ReadSequence())
                : throw new CmsFormatException("kiểu trả lời OCSP lạ");
        }
        catch (AsnContentException e)
        {
            throw new CmsFormatException("trả lời OCSP hỏng", e);
        }
    }

    /// <summary>What it says of a certificate; null where it says nothing.</summary>
    public OcspStatement? About(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        var serial = new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: false, isBigEndian: true);
        foreach (var encoded in _responses)
        {
            var response = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence();
            var identifier = response.ReadSequence();
            if (HashNames.Of(AlgorithmIdentifier.Read(identifier).Oid) is { } hash
                && identifier.ReadOctetString().AsSpan().SequenceEqual(CryptographicOperations.HashData(hash, issuer.SubjectName.RawData))
                && identifier.ReadOctetString().AsSpan().SequenceEqual(CryptographicOperations.HashData(hash, issuer.PublicKey.EncodedKeyValue.RawData))
                && identifier.ReadInteger() == serial)
            {
                return ReadStatement(response);
            }
        }

        return null;
    }

    /// <summary>The responder, if it is the issuer or bears the issuer's leave to answer for it (RFC 6960, 4.2.2.2); else null.</summary>
    /// <param name="issuer">The issuer of the certificate asked about.</param>
    public X509Certificate2? FindResponder(X509Certificate2 issuer)
    {
        if (IsSignedBy(issuer))
        {
            return issuer;
        }

        foreach (var encoded in Certificates)
        {
            try
            {
                var certificate = X509CertificateLoader.LoadCertificate(encoded);
                if (certificate.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData)
                    && certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(usage => usage.EnhancedKeyUsages.Cast<Oid>().Any(oid => oid.Value is Oids.OcspSigning))
                    && ProducedAt >= certificate.ValidFrom && ProducedAt <= certificate.ValidTo
                    && CertificateSignature.IsIssuedBy(certificate, issuer)
                    && IsSignedBy(certificate))
                {
                    return certificate;
                }
            }
            catch (CryptographicException)
            {
                // Not a certificate; there may be others.
            }
        }

        return null;
    }

    private bool IsSignedBy(X509Certificate2 certificate) => SignatureScheme.Of(_algorithm) is { Hash: { } hash } scheme
        && !HashNames.IsWeak(hash)
        && scheme.Verify(certificate, hash, CryptographicOperations.HashData(hash, _signed), _signature);

    private static OcspAnswer ReadBasic(byte[] encoded, AsnReader basic)
    {
        var signed = basic.PeekEncodedValue().ToArray();
        var body = basic.ReadSequence();
        var algorithm = AlgorithmIdentifier.Read(basic);
        var signature = basic.ReadBitString(out _);
        var certificates = new List<byte[]>();
        if (basic.HasData)
        {
            for (var list = basic.ReadSequence(Zero).ReadSequence(); list.HasData;)
            {
                certificates.Add(list.ReadEncodedValue().ToArray());
            }
        }

        if (body.PeekTag().HasSameClassAndValue(Zero))
        {
            body.ReadEncodedValue();
        }

        body.ReadEncodedValue();
        var produced = body.ReadGeneralizedTime();
        var responses = new List<byte[]>();
        for (var list = body.ReadSequence(); list.HasData;)
        {
            responses.Add(list.ReadEncodedValue().ToArray());
        }

        return new OcspAnswer(encoded, signed, algorithm, signature, responses) { Certificates = certificates, ProducedAt = produced };
    }

    private static OcspStatement ReadStatement(AsnReader response)
    {
        var tag = response.PeekTag();
        DateTimeOffset? revoked = null;
        if (tag.HasSameClassAndValue(One))
        {
            revoked = response.ReadSequence(One).ReadGeneralizedTime();
        }
        else
        {
            response.ReadEncodedValue();
        }

        var thisUpdate = response.ReadGeneralizedTime();
        DateTimeOffset? nextUpdate = response.HasData && response.PeekTag().HasSameClassAndValue(Zero) ? response.ReadSequence(Zero).ReadGeneralizedTime() : null;
        var status = tag.TagValue switch
        {
            0 => OcspStatus.Good,
            1 => OcspStatus.Revoked,
            _ => OcspStatus.Unknown,
        };
        return new OcspStatement(status, revoked, thisUpdate, nextUpdate);
    }
}
