namespace EmrSec.Reports.Documents;

/// <summary>How lines stand between the margins.</summary>
public enum TextAlignment
{
    /// <summary>Flush with both margins.</summary>
    Justified,

    /// <summary>Flush left.</summary>
    Left,

    /// <summary>Centred.</summary>
    Centre,

    /// <summary>Flush right, as numbers in tables.</summary>
    Right,
}

/// <summary>A paragraph of running text.</summary>
/// <param name="Runs">Its text.</param>
public sealed record Paragraph(RichText Runs) : Block
{
    /// <summary>How its lines stand; null = as the surrounding has it: justified in the body, the column's alignment in a table.</summary>
    public TextAlignment? Alignment { get; init; }

    /// <summary>Whether its first line is indented; in lists and tables it never is.</summary>
    public bool IndentFirstLine { get; init; } = true;

    /// <summary>Whether it stays on the page of what follows.</summary>
    public bool KeepWithNext { get; init; }
}
