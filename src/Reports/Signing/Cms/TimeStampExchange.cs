using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;

namespace EmrSec.Reports.Signing.Cms;

/// <summary>The request and answer of RFC 3161, 2.4.</summary>
internal static class TimeStampExchange
{
    /// <summary>Writes a request for a hash; asks for the authority's certificate.</summary>
    public static byte[] Request(ReadOnlySpan<byte> imprint, HashAlgorithmName hash, BigInteger nonce)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            using (writer.PushSequence())
            {
                AlgorithmIdentifier.WriteHash(writer, hash);
                writer.WriteOctetString(imprint);
            }

            writer.WriteInteger(nonce);
            writer.WriteBoolean(true);
        }

        return writer.Encode();
    }

    /// <summary>Takes the token out of an answer, if it is the answer to the question.</summary>
    /// <exception cref="CmsFormatException">The authority refused, or answered something else.</exception>
    public static byte[] Token(byte[] answer, ReadOnlySpan<byte> imprint, BigInteger nonce)
    {
        byte[] encoded;
        try
        {
            var response = new AsnReader(answer, AsnEncodingRules.BER).ReadSequence();
            var status = response.ReadSequence();
            if (!status.TryReadInt32(out var code) || code is not (0 or 1) || !response.HasData)
            {
                throw new CmsFormatException("máy chủ dấu thời gian từ chối yêu cầu");
            }

            encoded = response.ReadEncodedValue().ToArray();
        }
        catch (AsnContentException e)
        {
            throw new CmsFormatException("máy chủ dấu thời gian trả lời không đúng RFC 3161", e);
        }

        var token = TimeStampToken.Read(encoded);
        return token.Nonce == nonce && token.Imprint.AsSpan().SequenceEqual(imprint)
            ? encoded
            : throw new CmsFormatException("dấu thời gian trả về không thuộc về yêu cầu này");
    }
}
