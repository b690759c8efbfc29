namespace EmrSec.Reports.Signing.Making;

/// <summary>
/// What a signature shows (NĐ 30/2020/NĐ-CP, Phụ lục I): the signer's handwriting in blue, the body's seal in red over about a third of it on its left.
/// </summary>
public sealed record SignatureAppearance
{
    /// <summary>1 mm in points.</summary>
    private const decimal Millimetre = 72m / 25.4m;

    /// <summary>A PNG file with the signer's handwriting, transparent; null = none.</summary>
    public ReadOnlyMemory<byte>? Handwriting { get; init; }

    /// <summary>A PNG file with the body's seal, transparent; null = none.</summary>
    public ReadOnlyMemory<byte>? Seal { get; init; }

    /// <summary>The seal's actual width in points; smaller where the field does not hold it. 36 mm, the diameter of most bodies' seals, unless said otherwise.</summary>
    public decimal SealWidth { get; init; } = 36 * Millimetre;
}
