using System.Text;
using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>Text that papers seldom have: long names without spaces, NFD, emoji, Chinese, Arabic, tabs, carriage returns.</summary>
internal static class UnusualPaper
{
    public const string Arabic = "محمد (1)";
    public const string Chinese = "阮氏香";
    public const string Family = "👩‍⚕️";

    public static readonly string Long = string.Concat(Enumerable.Repeat("bệnhviện", 40));
    public static readonly string Decomposed = "Nguyễn Thị Hương Quỳnh".Normalize(NormalizationForm.FormD);

    public static Document Make() => SamplePapers.Of(
        new Letterhead { IssuingBody = Long, Number = "Số: 09/BC-" + Long, PlaceAndDate = "Mẫu, ngày 05 tháng 11 năm 2025" },
        new TitleBlock("Báo cáo", Long),
        new Heading(HeadingKind.Level1, Long) { Label = "I.", Id = "mục lục (1)" },
        new Paragraph([new Run("Tên: " + Decomposed + "; "), new Run(Arabic), new Run("; " + Chinese + "; " + Family + "; cột\tmột\r\nhàng hai.")]),
        new Paragraph([new Run("lên đầu", RunStyle.None, "#mục lục (1)")]),
        new Table
        {
            Columns = [new(ColumnWidth.Millimetres(15)), new(ColumnWidth.Share()), new(ColumnWidth.Share()), new(ColumnWidth.Share())],
            Rows = [new TableRow([new("STT"), new(Long), new(Decomposed), new("D")]), new TableRow([new("1"), new(Long), new(Arabic), new(Chinese)])],
        },
        new SignatureBlock([new Signer(["Giám đốc"], Decomposed, "nguoi-ky")], [Long, "Lưu: VT"]));
}
