using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Signing.Cms;
using EmrSec.Reports.Signing.Trust;

namespace EmrSec.Signing.Tests;

/// <summary>A time-stamping authority whose clock the test sets.</summary>
internal sealed class TestTimeStamps(X509Certificate2 authority, DateTimeOffset time) : TimeStampAuthority
{
    public override byte[] Stamp(ReadOnlySpan<byte> imprint, HashAlgorithmName hash) => Token(imprint.ToArray(), hash, authority, time);

    public static byte[] Token(byte[] imprint, HashAlgorithmName hash, X509Certificate2 authority, DateTimeOffset time)
    {
        var info = new AsnWriter(AsnEncodingRules.DER);
        using (info.PushSequence())
        {
            info.WriteInteger(1);
            info.WriteObjectIdentifier("1.3.6.1.4.1.99999.1");
            using (info.PushSequence())
            {
                AlgorithmIdentifier.WriteHash(info, hash);
                info.WriteOctetString(imprint);
            }

            info.WriteInteger(7);
            info.WriteGeneralizedTime(time.ToUniversalTime(), omitFractionalSeconds: true);
        }

        return Message(info.Encode(), authority);
    }

    private static byte[] Message(byte[] content, X509Certificate2 authority)
    {
        using var key = SigningKey.Of(authority);
        var scheme = key.Scheme(pss: false);

        // The detached message differs from a token in the content type and the content itself.
        var attributes = new AsnWriter(AsnEncodingRules.DER);
        using (attributes.PushSetOf())
        {
            Attribute(attributes, Oids.ContentType, writer => writer.WriteObjectIdentifier(Oids.TimeStampInfo));
            Attribute(attributes, Oids.MessageDigest, writer => writer.WriteOctetString(SHA256.HashData(content)));
            Attribute(attributes, Oids.SigningCertificateV2, writer => SigningCertificateAttribute.Write(writer, authority, HashAlgorithmName.SHA256));
        }

        var signed = attributes.Encode();
        var value = key.Sign(SHA256.HashData(signed), scheme);
        var detached = CadesBuilder.Message([authority, TestAuthority.Intermediate], scheme, signed, value, []);
        var inner = new AsnReader(detached, AsnEncodingRules.DER).ReadSequence();
        inner.ReadObjectIdentifier();
        var data = inner.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.SignedData);
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            using (writer.PushSequence())
            {
                writer.WriteInteger(3);
                data.ReadInteger();
                writer.WriteEncodedValue(data.ReadEncodedValue().Span);
                data.ReadEncodedValue();
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Oids.TimeStampInfo);
                    using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
                    {
                        writer.WriteOctetString(content);
                    }
                }

                while (data.HasData)
                {
                    writer.WriteEncodedValue(data.ReadEncodedValue().Span);
                }
            }
        }

        return writer.Encode();
    }

    private static void Attribute(AsnWriter writer, string oid, Action<AsnWriter> value)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            using (writer.PushSetOf())
            {
                value(writer);
            }
        }
    }
}

/// <summary>Revocation lists of the test authority, of a day that the test sets; nothing else can be had.</summary>
internal sealed class TestRevocation(DateTimeOffset time, params (X509Certificate2 Certificate, DateTimeOffset At)[] revoked) : RevocationSource
{
    public bool WithOcsp { get; init; }

    public override RevocationData Find(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        if (WithOcsp && issuer.Thumbprint == TestAuthority.Intermediate.Thumbprint)
        {
            var at = revoked.Where(item => item.Certificate.SerialNumber == certificate.SerialNumber).Select(item => (DateTimeOffset?)item.At).FirstOrDefault();
            return new RevocationData([Answer(certificate, issuer, at, TestAuthority.Responder)], []);
        }

        var builder = new CertificateRevocationListBuilder();
        foreach (var (item, at) in revoked)
        {
            builder.AddEntry(item, at);
        }

        var own = new[] { TestAuthority.Root, TestAuthority.Intermediate }.Single(authority => authority.SubjectName.Name == issuer.SubjectName.Name);
        return new RevocationData([], [builder.Build(own, 1, time.AddDays(30), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, time)]);
    }

    /// <summary>An OCSP answer by any responder, with leave or without.</summary>
    public byte[] Answer(X509Certificate2 certificate, X509Certificate2 issuer, DateTimeOffset? revokedAt, X509Certificate2 responder)
    {
        var body = new AsnWriter(AsnEncodingRules.DER);
        using (body.PushSequence())
        {
            using (body.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1)))
            {
                body.WriteEncodedValue(responder.SubjectName.RawData);
            }

            body.WriteGeneralizedTime(time, omitFractionalSeconds: true);
            using (body.PushSequence())
            using (body.PushSequence())
            {
                using (body.PushSequence())
                {
                    AlgorithmIdentifier.WriteHash(body, HashAlgorithmName.SHA256);
                    body.WriteOctetString(SHA256.HashData(issuer.SubjectName.RawData));
                    body.WriteOctetString(SHA256.HashData(issuer.PublicKey.EncodedKeyValue.RawData));
                    body.WriteInteger(new BigInteger(certificate.SerialNumberBytes.Span, isBigEndian: true));
                }

                if (revokedAt is { } at)
                {
                    using (body.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1)))
                    {
                        body.WriteGeneralizedTime(at, omitFractionalSeconds: true);
                    }
                }
                else
                {
                    body.WriteNull(new Asn1Tag(TagClass.ContextSpecific, 0));
                }

                body.WriteGeneralizedTime(time, omitFractionalSeconds: true);
                using (body.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
                {
                    body.WriteGeneralizedTime(time.AddDays(30), omitFractionalSeconds: true);
                }
            }
        }

        return Wrap(body.Encode(), responder);
    }

    private static byte[] Wrap(byte[] body, X509Certificate2 responder)
    {
        using var key = responder.GetRSAPrivateKey()!;
        var basic = new AsnWriter(AsnEncodingRules.DER);
        using (basic.PushSequence())
        {
            basic.WriteEncodedValue(body);
            new SignatureScheme(SchemeKind.RsaPkcs1, HashAlgorithmName.SHA256).Write(basic);
            basic.WriteBitString(key.SignData(body, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
            using (basic.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            using (basic.PushSequence())
            {
                basic.WriteEncodedValue(responder.RawData);
            }
        }

        var answer = new AsnWriter(AsnEncodingRules.DER);
        using (answer.PushSequence())
        {
            answer.WriteEncodedValue([0x0A, 0x01, 0x00]);
            using (answer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            using (answer.PushSequence())
            {
                answer.WriteObjectIdentifier(Oids.OcspBasic);
                answer.WriteOctetString(basic.Encode());
            }
        }

        return answer.Encode();
    }
}
