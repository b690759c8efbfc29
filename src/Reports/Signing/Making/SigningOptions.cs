using EmrSec.Reports.Signing.Trust;

namespace EmrSec.Reports.Signing.Making;

/// <summary>Where on a page something is, in points of 1/72 inch from the lower left corner.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Bottom">Lower edge.</param>
/// <param name="Width">Width, above 0.</param>
/// <param name="Height">Height, above 0.</param>
public sealed record PageArea(decimal Left, decimal Bottom, decimal Width, decimal Height);

/// <summary>A signature field that is made while signing.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Area">Where it shows; null = it shows nowhere.</param>
public sealed record NewField(int Page, PageArea? Area);

/// <summary>How a file is to be signed.</summary>
public sealed record SigningOptions
{
    /// <summary>The field to sign; null = the first empty one, or a new one where there is none.</summary>
    public string? FieldName { get; init; }

    /// <summary>The field to make where <see cref="FieldName"/> does not exist; null = one on page 1 that shows nowhere.</summary>
    public NewField? NewField { get; init; }

    /// <summary>The time of signing as claimed; written with its distance from UTC (ISO 8601: Vietnam is +07:00).</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Why it is signed; null = not said.</summary>
    public string? Reason { get; init; }

    /// <summary>Where it is signed; null = not said.</summary>
    public string? Place { get; init; }

    /// <summary>What the signature looks like; null = as the empty field looked.</summary>
    public SignatureAppearance? Appearance { get; init; }

    /// <summary>Certify the file (DocMDP): from now on only further signing is permitted. Only the first signature can.</summary>
    public bool Certify { get; init; }

    /// <summary>RSA with PSS padding in place of PKCS #1 v1.5.</summary>
    public bool Pss { get; init; }

    /// <summary>The level to reach.</summary>
    public SignatureLevel Level { get; init; }

    /// <summary>Who gives time stamps; needed above <see cref="SignatureLevel.Basic"/>.</summary>
    public TimeStampAuthority? TimeStamps { get; init; }

    /// <summary>Who gives revocation data; needed for <see cref="SignatureLevel.LongTerm"/> and above.</summary>
    public RevocationSource? Revocation { get; init; }

    /// <summary>Who is trusted; needed for <see cref="SignatureLevel.LongTerm"/> and above, whose data reaches up to the root.</summary>
    public TrustStore? Trust { get; init; }

    /// <summary>Sign at a lower level where the wanted one cannot be reached, and say so in the outcome; else fail and write nothing.</summary>
    public bool AllowLower { get; init; }
}

/// <summary>What was made.</summary>
/// <param name="Field">The field that was signed.</param>
/// <param name="Level">The level that was reached.</param>
/// <param name="Shortfall">Why the level is lower than asked for, in Vietnamese; null where it is not.</param>
public sealed record SigningOutcome(string Field, SignatureLevel Level, string? Shortfall);
