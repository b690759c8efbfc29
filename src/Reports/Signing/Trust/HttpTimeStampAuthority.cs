using System.Numerics;
using System.Security.Cryptography;
using EmrSec.Reports.Signing.Cms;

namespace EmrSec.Reports.Signing.Trust;

/// <summary>A time-stamping authority that is asked over HTTP (RFC 3161, 3.4).</summary>
public sealed class HttpTimeStampAuthority : TimeStampAuthority
{
    private readonly Uri _address;

    /// <summary>Names the authority.</summary>
    /// <param name="address">Its http or https address.</param>
    public HttpTimeStampAuthority(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        _address = address;
    }

    /// <inheritdoc/>
    public override byte[] Stamp(ReadOnlySpan<byte> imprint, HashAlgorithmName hash)
    {
        var nonce = new BigInteger(RandomNumberGenerator.GetBytes(8), isUnsigned: true);
        try
        {
            var answer = HttpExchange.Post(_address, TimeStampExchange.Request(imprint, hash, nonce), "application/timestamp-query");
            return TimeStampExchange.Token(answer, imprint, nonce);
        }
        catch (HttpRequestException e)
        {
            throw new SigningException("KY031", $"không lấy được dấu thời gian từ {_address}: máy chủ không trả lời", "kiểm tra mạng và địa chỉ TSA; hoặc ký ở mức thấp hơn và nói rõ bằng --allow-lower", e);
        }
        catch (CmsFormatException e)
        {
            throw new SigningException("KY031", $"không lấy được dấu thời gian từ {_address}: {e.Message}", "dùng TSA khác; hoặc ký ở mức thấp hơn và nói rõ bằng --allow-lower", e);
        }
    }
}
