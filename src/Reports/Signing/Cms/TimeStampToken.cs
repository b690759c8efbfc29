using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;

namespace EmrSec.Reports.Signing.Cms;

/// <summary>An RFC 3161 time-stamp token: a signed statement that a hash existed at a time.</summary>
internal sealed class TimeStampToken
{
    /// <summary>The signed message around it.</summary>
    public required SignedMessage Message { get; init; }

    public required string Policy { get; init; }

    /// <summary>The hash algorithm of what was stamped.</summary>
    public required string ImprintAlgorithm { get; init; }

    /// <summary>The hash of what was stamped.</summary>
    public required byte[] Imprint { get; init; }

    /// <summary>The time, by the authority's clock.</summary>
    public required DateTimeOffset Time { get; init; }

    public required BigInteger? Nonce { get; init; }

    /// <summary>Reads a token.</summary>
    /// <exception cref="CmsFormatException">It is none.</exception>
    public static TimeStampToken Read(ReadOnlyMemory<byte> bytes)
    {
        var message = SignedMessage.Read(bytes);
        if (message.ContentType is not Oids.TimeStampInfo || message.Content is null)
        {
            throw new CmsFormatException("không phải dấu thời gian RFC 3161");
        }

        try
        {
            return ReadInfo(message, new AsnReader(message.Content, AsnEncodingRules.DER).ReadSequence());
        }
        catch (AsnContentException e)
        {
            throw new CmsFormatException("dấu thời gian hỏng", e);
        }
    }

    /// <summary>Whether what was stamped has this hash.</summary>
    /// <param name="hash">Gives the hash of what should have been stamped.</param>
    public bool Covers(Func<HashAlgorithmName, byte[]> hash) =>
        HashNames.Of(ImprintAlgorithm) is { } name && hash(name).AsSpan().SequenceEqual(Imprint);

    private static TimeStampToken ReadInfo(SignedMessage message, AsnReader info)
    {
        info.ReadInteger();
        var policy = info.ReadObjectIdentifier();
        var imprint = info.ReadSequence();
        var algorithm = AlgorithmIdentifier.Read(imprint).Oid;
        var hash = imprint.ReadOctetString();
        info.ReadInteger();
        var time = info.ReadGeneralizedTime();
        BigInteger? nonce = null;
        while (info.HasData)
        {
            if (info.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
            {
                nonce = info.ReadInteger();
            }
            else
            {
                info.ReadEncodedValue();
            }
        }

        return new TimeStampToken { Message = message, Policy = policy, ImprintAlgorithm = algorithm, Imprint = hash, Time = time, Nonce = nonce };
    }
}
