using EmrSec.Reports.Signing.Trust;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>How files are to be checked.</summary>
public sealed record VerificationOptions
{
    /// <summary>Who is trusted.</summary>
    public required TrustStore Trust { get; init; }

    /// <summary>The time as of which to judge.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>How many signatures there have to be (time stamps not counted); null = any number above 0.</summary>
    public int? ExpectedCount { get; init; }

    /// <summary>Where revocation data may be asked for; null = only what the file and its certificates bring along.</summary>
    public RevocationSource? Online { get; init; }

    /// <summary>A signature about whose revocation nothing is known does not pass.</summary>
    public bool RequireRevocation { get; init; }
}
