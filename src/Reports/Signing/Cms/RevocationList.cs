using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmrSec.Reports.Signing.Cms;

/// <summary>A certificate revocation list (RFC 5280, 5).</summary>
internal sealed class RevocationList
{
    private static readonly Asn1Tag Extensions = new(TagClass.ContextSpecific, 0, isConstructed: true);

    private readonly byte[] _signed;
    private readonly AlgorithmIdentifier _algorithm;
    private readonly byte[] _signature;
    private readonly ReadOnlyMemory<byte> _revoked;

    private RevocationList(byte[] encoded, byte[] signed, AlgorithmIdentifier algorithm, byte[] signature, ReadOnlyMemory<byte> revoked) =>
        (Encoded, _signed, _algorithm, _signature, _revoked) = (encoded, signed, algorithm, signature, revoked);

    public byte[] Encoded { get; }

    public required byte[] Issuer { get; init; }

    public required DateTimeOffset ThisUpdate { get; init; }

    public required DateTimeOffset? NextUpdate { get; init; }

    /// <summary>It speaks for all certificates of its issuer, or for authorities or others only.</summary>
    public required bool? ForAuthorities { get; init; }

    /// <summary>Reads a list.</summary>
    /// <exception cref="CmsFormatException">It is none, or says in a critical extension what is not understood here.</exception>
    public static RevocationList Read(byte[] encoded)
    {
        try
        {
            var list = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence();
            var signed = list.PeekEncodedValue().ToArray();
            var body = list.ReadSequence();
            var algorithm = AlgorithmIdentifier.Read(list);
            var signature = list.ReadBitString(out _);
            return ReadBody(encoded, signed, body, algorithm, signature);
        }
        catch (AsnContentException e)
        {
            throw new CmsFormatException("danh sách thu hồi (CRL) hỏng", e);
        }
    }

    /// <summary>Whether the issuer signed it, with a hash that is not weak.</summary>
    public bool IsSignedBy(X509Certificate2 issuer) => issuer.SubjectName.RawData.AsSpan().SequenceEqual(Issuer)
        && SignatureScheme.Of(_algorithm) is { Hash: { } hash } scheme
        && !HashNames.IsWeak(hash)
        && MaySignLists(issuer)
        && scheme.Verify(issuer, hash, CryptographicOperations.HashData(hash, _signed), _signature);

    /// <summary>When a certificate was revoked; null where the list does not name it.</summary>
    public DateTimeOffset? RevokedAt(BigInteger serial)
    {
        if (_revoked.IsEmpty)
        {
            return null;
        }

        var entries = new AsnReader(_revoked, AsnEncodingRules.DER).ReadSequence();
        while (entries.HasData)
        {
            var entry = entries.ReadSequence();
            if (entry.ReadInteger() == serial)
            {
                return ReadTime(entry);
            }
        }

        return null;
    }

    private static bool MaySignLists(X509Certificate2 issuer) =>
        issuer.Extensions.OfType<X509KeyUsageExtension>().All(usage => usage.KeyUsages.HasFlag(X509KeyUsageFlags.CrlSign));

    private static RevocationList ReadBody(byte[] encoded, byte[] signed, AsnReader body, AlgorithmIdentifier algorithm, byte[] signature)
    {
        if (body.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
        {
            body.ReadInteger();
        }

        AlgorithmIdentifier.Read(body);
        var issuer = body.ReadEncodedValue().ToArray();
        var thisUpdate = ReadTime(body);
        DateTimeOffset? nextUpdate = body.HasData && body.PeekTag() is { TagClass: TagClass.Universal, TagValue: 23 or 24 } ? ReadTime(body) : null;
        var revoked = body.HasData && body.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) ? body.ReadEncodedValue() : default;
        return new RevocationList(encoded, signed, algorithm, signature, revoked)
        {
            Issuer = issuer,
            ThisUpdate = thisUpdate,
            NextUpdate = nextUpdate,
            ForAuthorities = body.HasData ? ReadScope(body.ReadSequence(Extensions).ReadSequence()) : null,
        };
    }

    private static bool? ReadScope(AsnReader extensions)
    {
        bool? scope = null;
        while (extensions.HasData)
        {
            var extension = extensions.ReadSequence();
            var oid = extension.ReadObjectIdentifier();
            var critical = extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean) && extension.ReadBoolean();
            var value = extension.ReadOctetString();
            if (oid is Oids.IssuingPoint)
            {
                scope = ReadIssuingPoint(value);
            }
            else if (critical)
            {
                throw new CmsFormatException("CRL có phần mở rộng không được hỗ trợ");
            }
        }

        return scope;
    }

    // RFC 5280, 5.2.5: [1] only user certificates, [2] only authorities; lists of some reasons, of others' certificates or of attributes do not settle anything.
    private static bool? ReadIssuingPoint(byte[] value)
    {
        var point = new AsnReader(value, AsnEncodingRules.DER).ReadSequence();
        bool? scope = null;
        while (point.HasData)
        {
            var tag = point.PeekTag().TagValue;
            point.ReadEncodedValue();
            scope = tag switch
            {
                0 => scope,
                1 => false,
                2 => true,
                _ => throw new CmsFormatException("CRL chỉ có phạm vi một phần"),
            };
        }

        return scope;
    }

    private static DateTimeOffset ReadTime(AsnReader reader) =>
        reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();
}
