using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Serving.Digests;

/// <summary>What a digest is known by at the other end: the same every time it is sent.</summary>
internal static class DigestKey
{
    /// <summary>32 hexadecimal digits from run, channel and recipient.</summary>
    public static string Of(OutgoingDigest digest)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"emrsec digest\n{digest.Run}\n{digest.Channel}\n{digest.Recipient}\n{digest.Subject}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }
}
