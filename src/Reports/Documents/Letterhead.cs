namespace EmrSec.Reports.Documents;

/// <summary>
/// The head of page 1: bodies on the left, Quốc hiệu and tiêu ngữ on the right, number, place and date under them
/// (30/2020/NĐ-CP, Phụ lục I, phần II, mục 1–4). Comes first in the first section.
/// </summary>
public sealed record Letterhead : Block
{
    /// <summary>Quốc hiệu.</summary>
    public const string Nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

    /// <summary>Tiêu ngữ.</summary>
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";

    /// <summary>The body directly above the issuing one; null where there is none. Written in capitals.</summary>
    public RichText? SuperiorBody { get; init; }

    /// <summary>The body that issues the paper. Written in capitals, bold, a line under it.</summary>
    public required RichText IssuingBody { get; init; }

    /// <summary>Number and sign with «Số: » before it, such as «Số: 05/QĐ-SYT»; null for a paper without a number.</summary>
    public RichText? Number { get; init; }

    /// <summary>Place and date, such as «Bắc Ninh, ngày 05 tháng 11 năm 2025»; null for a paper without.</summary>
    public RichText? PlaceAndDate { get; init; }

    /// <summary>What a công văn is about, with «V/v » before it; null for a paper of a named kind.</summary>
    public RichText? Regarding { get; init; }
}

/// <summary>The paper's kind («QUYẾT ĐỊNH») and under it its trích yếu, with a line under that.</summary>
/// <param name="Kind">The kind; written in capitals, bold.</param>
/// <param name="Abstract">The trích yếu, bold; null for none.</param>
public sealed record TitleBlock(string Kind, RichText? Abstract = null) : Block
{
    /// <summary>Who decides or issues, in capitals and bold under the title, such as «GIÁM ĐỐC SỞ Y TẾ»; null for none.</summary>
    public RichText? Authority { get; init; }
}

/// <summary>«Kính gửi:» and whom: one on the same line, several on a line each.</summary>
/// <param name="Names">At least one, without dashes and without final punctuation.</param>
public sealed record Recipients(IReadOnlyList<RichText> Names) : Block;

/// <summary>The căn cứ, in italics, a line each; the writer puts «;» after each and «.» after the last where the text has none.</summary>
/// <param name="Lines">Each begins with «Căn cứ» or «Theo».</param>
public sealed record LegalGrounds(IReadOnlyList<RichText> Lines) : Block;
