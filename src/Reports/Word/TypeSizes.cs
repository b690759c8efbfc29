using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Word;

/// <summary>Type sizes in points (30/2020/NĐ-CP, Phụ lục I, phần I, mục II).</summary>
/// <param name="Nation">Quốc hiệu and the bodies.</param>
/// <param name="Body">Tiêu ngữ, number, place and date, title, text.</param>
internal readonly record struct TypeSizes(decimal Nation, decimal Body)
{
    /// <summary>«Nơi nhận:», whatever the scale.</summary>
    public const decimal Distribution = 12;

    /// <summary>The lines of «Nơi nhận», whatever the scale.</summary>
    public const decimal DistributionLine = 11;

    /// <summary>«Phụ lục I», whatever the scale.</summary>
    public const decimal Annex = 14;

    /// <summary>Number and time on an attached document, whatever the scale.</summary>
    public const decimal Attachment = 10;

    /// <summary>The sizes of a scale.</summary>
    /// <param name="scale">The scale.</param>
    public static TypeSizes Of(TypeScale scale) => scale == TypeScale.Large ? new(13, 14) : new(12, 13);
}
