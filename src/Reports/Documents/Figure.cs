namespace EmrSec.Reports.Documents;

/// <summary>A picture or chart.</summary>
/// <param name="Content">What it shows.</param>
/// <param name="AlternativeText">What it says, for who cannot see it; never empty.</param>
public sealed record Figure(FigureContent Content, string AlternativeText) : Block
{
    /// <summary>Its caption, under it; null for none.</summary>
    public RichText? Caption { get; init; }

    /// <summary>Its width in millimetres; null = as wide as the text. Never wider than that.</summary>
    public decimal? Width { get; init; }
}

/// <summary>What a figure shows.</summary>
public abstract record FigureContent
{
    private protected FigureContent()
    {
    }
}

/// <summary>A PNG or JPEG picture.</summary>
/// <param name="Data">The file's bytes.</param>
public sealed record RasterImage(ReadOnlyMemory<byte> Data) : FigureContent;

/// <summary>A QR code.</summary>
/// <param name="Text">What it says, at most 2,000 characters and 2,300 bytes of UTF-8.</param>
public sealed record QrCode(string Text) : FigureContent;
