namespace EmrSec.Reports.Documents;

/// <summary>The kinds of heading, from the widest to the narrowest part.</summary>
public enum HeadingKind
{
    /// <summary>«Phần I», centred, its title in capitals under it.</summary>
    Part,

    /// <summary>«Chương I», centred, its title in capitals under it.</summary>
    Chapter,

    /// <summary>«Mục 1», centred, its title in capitals under it.</summary>
    Section,

    /// <summary>«Tiểu mục 1», centred, its title in capitals under it.</summary>
    Subsection,

    /// <summary>«Điều 1.», indented, its title on the same line, bold.</summary>
    Article,

    /// <summary>«I.», at the indent, in capitals, bold: first level of a report.</summary>
    Level1,

    /// <summary>«1.», at the indent, bold: second level.</summary>
    Level2,

    /// <summary>«1.1.» or «a)», at the indent, bold italic: third level.</summary>
    Level3,

    /// <summary>Fourth level, at the indent, italic.</summary>
    Level4,
}

/// <summary>A heading. It stays with what follows and becomes a bookmark.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">Its title; may be empty for «Điều 1.» whose text is the next paragraph.</param>
public sealed record Heading(HeadingKind Kind, RichText Text) : Block
{
    /// <summary>Its number as written, such as «Chương I», «Điều 1.», «2.1.»; null for none.</summary>
    public string? Label { get; init; }

    /// <summary>What links call it, unique in the document; null where nothing leads here.</summary>
    public string? Id { get; init; }

    /// <summary>
    /// Text that goes on in the heading's line, upright: «<b>Điều 1.</b> Phê duyệt …». Only where <see cref="Kind"/> is
    /// <see cref="HeadingKind.Article"/>; empty for none.
    /// </summary>
    public RichText RunIn { get; init; } = RichText.Empty;
}
