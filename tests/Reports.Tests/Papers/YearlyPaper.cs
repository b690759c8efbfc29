using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>A landscape table of twelve columns under a header of two rows with spans.</summary>
internal static class YearlyPaper
{
    public static Document Make() => new()
    {
        Info = SamplePapers.Info("Báo cáo năm"),
        Sections =
        [
            new Section { Blocks = [new Letterhead { IssuingBody = "Sở Y tế tỉnh Mẫu", Number = "Số: 01/BC-SYT", PlaceAndDate = "Mẫu, ngày 10 tháng 12 năm 2025" }, new TitleBlock("Báo cáo", "Kết quả thực hiện năm 2025"), new Paragraph("Sở Y tế báo cáo theo biểu kèm theo.")] },
            new Section { Orientation = PageOrientation.Landscape, Blocks = [Table()] },
        ],
    };

    private static Table Table() => new()
    {
        FontSize = 10,
        HeaderRows = 2,
        Columns = [new(ColumnWidth.Millimetres(10), TextAlignment.Centre), new(ColumnWidth.Share(3)), .. Enumerable.Repeat(new TableColumn(ColumnWidth.Share(), TextAlignment.Right), 10)],
        Rows =
        [
            new TableRow([new("STT") { RowSpan = 2 }, new("Đơn vị") { RowSpan = 2 }, new("Số hệ thống theo cấp độ") { ColumnSpan = 5 }, new("Đã phê duyệt") { ColumnSpan = 5 }]),
            new TableRow([.. Enumerable.Range(0, 10).Select(i => new TableCell($"Cấp {(i % 5) + 1}"))]),
            .. Enumerable.Range(1, 40).Select(Row),
        ],
    };

    private static TableRow Row(int number)
    {
        var values = Enumerable.Range(0, 10).Select(i => new TableCell($"{(number * 7 * (i + 3)) % 23}"));
        return new TableRow([new($"{number}"), new($"Trung tâm Y tế khu vực số {number}") { IsRowHeader = true }, .. values]);
    }
}
