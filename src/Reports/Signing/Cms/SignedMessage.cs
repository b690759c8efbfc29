using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmrSec.Reports.Signing.Cms;

/// <summary>A CMS SignedData with exactly one signer (RFC 5652, 5), read without trusting it.</summary>
internal sealed class SignedMessage
{
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag One = new(TagClass.ContextSpecific, 1, isConstructed: true);

    private X509Certificate2? _found;
    private bool _searched;

    private SignedMessage(SignerInfo signer) => Signer = signer;

    /// <summary>The type of what is signed.</summary>
    public required string ContentType { get; init; }

    /// <summary>What is signed, where it is inside; null for a detached signature.</summary>
    public required byte[]? Content { get; init; }

    /// <summary>The certificates inside, encoded.</summary>
    public required IReadOnlyList<byte[]> Certificates { get; init; }

    /// <summary>The revocation lists inside, encoded.</summary>
    public required IReadOnlyList<byte[]> RevocationLists { get; init; }

    /// <summary>The one signer.</summary>
    public SignerInfo Signer { get; }

    /// <summary>How many bytes of the input the message takes.</summary>
    public required int Length { get; init; }

    /// <summary>Reads a message from the front of some bytes.</summary>
    /// <param name="bytes">The bytes; more may follow, see <see cref="Length"/>.</param>
    /// <exception cref="CmsFormatException">It is not such a message.</exception>
    public static SignedMessage Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var reader = new AsnReader(bytes, AsnEncodingRules.BER);
            var length = reader.PeekEncodedValue().Length;
            var info = reader.ReadSequence();
            if (info.ReadObjectIdentifier() is not Oids.SignedData)
            {
                throw new CmsFormatException("không phải CMS SignedData");
            }

            var outer = info.ReadSequence(Zero);
            info.ThrowIfNotEmpty();
            var data = outer.ReadSequence();
            outer.ThrowIfNotEmpty();
            return ReadSignedData(data, length);
        }
        catch (AsnContentException e)
        {
            throw new CmsFormatException("cấu trúc CMS hỏng", e);
        }
        catch (CryptographicException e)
        {
            throw new CmsFormatException("cấu trúc CMS hỏng", e);
        }
    }

    /// <summary>Finds the signer's certificate among those inside; reads them only once.</summary>
    public X509Certificate2? FindSigner()
    {
        if (!_searched)
        {
            (_found, _searched) = (SearchSigner(), true);
        }

        return _found;
    }

    private X509Certificate2? SearchSigner()
    {
        foreach (var encoded in Certificates)
        {
            try
            {
                var certificate = X509CertificateLoader.LoadCertificate(encoded);
                if (Signer.Identifies(certificate))
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

    private static SignedMessage ReadSignedData(AsnReader data, int length)
    {
        data.ReadInteger();
        var digests = data.ReadSetOf(skipSortOrderValidation: true);
        while (digests.HasData)
        {
            AlgorithmIdentifier.Read(digests);
        }

        var encapsulated = data.ReadSequence();
        var type = encapsulated.ReadObjectIdentifier();
        byte[]? content = null;
        if (encapsulated.HasData)
        {
            var wrapped = encapsulated.ReadSequence(Zero);
            content = wrapped.ReadOctetString();
            wrapped.ThrowIfNotEmpty();
        }

        encapsulated.ThrowIfNotEmpty();
        var certificates = ReadOptionalSet(data, Zero);
        var lists = ReadOptionalSet(data, One);
        var signers = data.ReadSetOf(skipSortOrderValidation: true);
        data.ThrowIfNotEmpty();
        if (!signers.HasData)
        {
            throw new CmsFormatException("CMS không có người ký");
        }

        var signer = SignerInfo.Read(signers);
        return signers.HasData
            ? throw new CmsFormatException("CMS có nhiều hơn một người ký")
            : new SignedMessage(signer) { ContentType = type, Content = content, Certificates = certificates, RevocationLists = lists, Length = length };
    }

    private static List<byte[]> ReadOptionalSet(AsnReader data, Asn1Tag tag)
    {
        var items = new List<byte[]>();
        if (!data.HasData || !data.PeekTag().HasSameClassAndValue(tag))
        {
            return items;
        }

        var set = data.ReadSetOf(skipSortOrderValidation: true, tag);
        while (set.HasData)
        {
            // Choices other than a certificate or list carry a context tag; they are of no use here.
            var universal = set.PeekTag().TagClass == TagClass.Universal;
            var item = set.ReadEncodedValue();
            if (universal)
            {
                items.Add(item.ToArray());
            }
        }

        return items;
    }
}

/// <summary>One signer of a CMS message (RFC 5652, 5.3).</summary>
internal sealed class SignerInfo
{
    private static readonly Asn1Tag KeyIdentifier = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag SignedTag = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag UnsignedTag = new(TagClass.ContextSpecific, 1, isConstructed: true);

    private byte[]? Issuer { get; init; }

    private BigInteger Serial { get; init; }

    private byte[]? SubjectKey { get; init; }

    /// <summary>The hash over the content.</summary>
    public required AlgorithmIdentifier Digest { get; init; }

    public required AlgorithmIdentifier SignatureAlgorithm { get; init; }

    /// <summary>The signed attributes as they were signed: a SET; null where there are none.</summary>
    public required byte[]? SignedBytes { get; init; }

    /// <summary>The signed attributes by type: the encoded value of each.</summary>
    public required IReadOnlyDictionary<string, byte[]> SignedAttributes { get; init; }

    /// <summary>The unsigned attributes by type.</summary>
    public required IReadOnlyDictionary<string, byte[]> UnsignedAttributes { get; init; }

    public required byte[] Signature { get; init; }

    public static SignerInfo Read(AsnReader signers)
    {
        var reader = signers.ReadSequence();
        reader.ReadInteger();
        byte[]? issuer = null, subjectKey = null;
        BigInteger serial = default;
        if (reader.PeekTag().HasSameClassAndValue(KeyIdentifier))
        {
            subjectKey = reader.ReadOctetString(KeyIdentifier);
        }
        else
        {
            var identifier = reader.ReadSequence();
            issuer = identifier.ReadEncodedValue().ToArray();
            serial = identifier.ReadInteger();
            identifier.ThrowIfNotEmpty();
        }

        var digest = AlgorithmIdentifier.Read(reader);
        byte[]? signedBytes = null;
        if (reader.PeekTag().HasSameClassAndValue(SignedTag))
        {
            signedBytes = reader.ReadEncodedValue().ToArray();
            if (signedBytes.Length < 2 || signedBytes[1] == 0x80)
            {
                throw new CmsFormatException("thuộc tính đã ký không theo DER");
            }

            signedBytes[0] = 0x31;
        }

        var algorithm = AlgorithmIdentifier.Read(reader);
        var signature = reader.ReadOctetString();
        var unsigned = reader.HasData ? ReadAttributes(reader.ReadSetOf(skipSortOrderValidation: true, UnsignedTag), unique: false) : [];
        reader.ThrowIfNotEmpty();
        return new SignerInfo
        {
            Issuer = issuer,
            Serial = serial,
            SubjectKey = subjectKey,
            Digest = digest,
            SignatureAlgorithm = algorithm,
            SignedBytes = signedBytes,
            SignedAttributes = signedBytes is null ? [] : ReadAttributes(new AsnReader(signedBytes, AsnEncodingRules.BER).ReadSetOf(skipSortOrderValidation: true), unique: true),
            UnsignedAttributes = unsigned,
            Signature = signature,
        };
    }

    /// <summary>Whether the signer calls this certificate its own.</summary>
    public bool Identifies(X509Certificate2 certificate) => Issuer is not null
        ? certificate.IssuerName.RawData.AsSpan().SequenceEqual(Issuer) && new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: false, isBigEndian: true) == Serial
        : certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Any(extension => extension.SubjectKeyIdentifierBytes.Span.SequenceEqual(SubjectKey));

    private static Dictionary<string, byte[]> ReadAttributes(AsnReader set, bool unique)
    {
        var attributes = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        while (set.HasData)
        {
            var attribute = set.ReadSequence();
            var type = attribute.ReadObjectIdentifier();
            var values = attribute.ReadSetOf(skipSortOrderValidation: true);
            attribute.ThrowIfNotEmpty();
            var value = values.HasData ? values.ReadEncodedValue().ToArray() : [];

            // RFC 5652, 11: the attributes used here have one value and occur once.
            if (unique && (values.HasData || attributes.ContainsKey(type)))
            {
                throw new CmsFormatException("thuộc tính đã ký có nhiều giá trị");
            }

            attributes.TryAdd(type, value);
        }

        return attributes;
    }
}
