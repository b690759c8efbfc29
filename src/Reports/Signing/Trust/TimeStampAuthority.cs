using System.Security.Cryptography;

namespace EmrSec.Reports.Signing.Trust;

/// <summary>Gives time stamps after RFC 3161.</summary>
public abstract class TimeStampAuthority
{
    /// <summary>Stamps a hash.</summary>
    /// <param name="imprint">The hash.</param>
    /// <param name="hash">The algorithm it was made with.</param>
    /// <returns>The encoded token.</returns>
    /// <exception cref="SigningException">The authority cannot be reached, or gave no time stamp.</exception>
    public abstract byte[] Stamp(ReadOnlySpan<byte> imprint, HashAlgorithmName hash);
}
