namespace EmrSec.Reports.Documents;

/// <summary>Type sizes that go together: one document keeps one scale (30/2020/NĐ-CP, Phụ lục I, phần I, mục II).</summary>
public enum TypeScale
{
    /// <summary>Quốc hiệu 12, tiêu ngữ 13, body 13.</summary>
    Small,

    /// <summary>Quốc hiệu 13, tiêu ngữ 14, body 14.</summary>
    Large,
}

/// <summary>Sizes, spacing and margins, within the ranges of 30/2020/NĐ-CP, Phụ lục I, phần I.</summary>
public sealed record DocumentStyle
{
    /// <summary>The smaller scale, margins 20-20-30-20 mm, first line indented by 12.7 mm, single spacing and 6 pt between paragraphs.</summary>
    public static DocumentStyle Default { get; } = new();

    /// <summary>The scale of type sizes.</summary>
    public TypeScale Scale { get; init; }

    /// <summary>Top margin, 20–25 mm.</summary>
    public decimal TopMargin { get; init => field = Within(value, 20, 25, nameof(TopMargin)); } = 20;

    /// <summary>Bottom margin, 20–25 mm.</summary>
    public decimal BottomMargin { get; init => field = Within(value, 20, 25, nameof(BottomMargin)); } = 20;

    /// <summary>Left margin, 30–35 mm.</summary>
    public decimal LeftMargin { get; init => field = Within(value, 30, 35, nameof(LeftMargin)); } = 30;

    /// <summary>Right margin, 15–20 mm.</summary>
    public decimal RightMargin { get; init => field = Within(value, 15, 20, nameof(RightMargin)); } = 20;

    /// <summary>How far a paragraph's first line is indented, 10–12.7 mm.</summary>
    public decimal FirstLineIndent { get; init => field = Within(value, 10, 12.7m, nameof(FirstLineIndent)); } = 12.7m;

    /// <summary>Space between paragraphs, at least 6 points.</summary>
    public decimal ParagraphSpacing { get; init => field = Within(value, 6, 24, nameof(ParagraphSpacing)); } = 6;

    /// <summary>Line spacing as a multiple of single spacing, 1–1.5.</summary>
    public decimal LineSpacing { get; init => field = Within(value, 1, 1.5m, nameof(LineSpacing)); } = 1;

    private static decimal Within(decimal value, decimal least, decimal most, string name) => value >= least && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"30/2020/NĐ-CP allows {least} to {most}."));
}
