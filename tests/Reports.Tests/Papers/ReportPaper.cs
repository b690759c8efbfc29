using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>A report with headings of several levels, a long table, every kind of chart, and a QR code.</summary>
internal static class ReportPaper
{
    public static Document Make() => new()
    {
        Info = SamplePapers.Info("Báo cáo khoảng cách"),
        Sections =
        [
            new Section
            {
                Blocks =
                [
                    new Letterhead { IssuingBody = "Sở Y tế tỉnh Mẫu", Number = "Số: 12/BC-SYT", PlaceAndDate = "Mẫu, ngày 05 tháng 01 năm 2026" },
                    new TitleBlock("Báo cáo", "Khoảng cách so với yêu cầu an toàn hệ thống thông tin cấp độ 3"),
                    new Recipients(["Ủy ban nhân dân tỉnh Mẫu"]),
                    new Heading(HeadingKind.Level1, "Kết quả chung") { Label = "I.", Id = "ket-qua" },
                    new Paragraph("Trong 96 yêu cầu, cơ sở đáp ứng 61 yêu cầu; chi tiết từng yêu cầu nêu tại mục II. Những yêu cầu chưa đáp ứng tập trung ở nhóm kiểm soát truy cập và nhật ký hệ thống."),
                    .. Charts(),
                    new Heading(HeadingKind.Level1, "Chi tiết") { Label = "II." },
                    new Heading(HeadingKind.Level2, "Yêu cầu quản lý") { Label = "1." },
                    new Heading(HeadingKind.Level3, "Chính sách") { Label = "1.1." },
                    LongTable(80),
                    new Paragraph([new Run("Xem lại "), new Run("mục I", RunStyle.None, "#ket-qua"), new Run(".")]),
                    new Figure(new QrCode("EMRSEC:7D5A99F603F231D53A4F39D1521F98D2E8BB279CF29BEBFD0687DC98458E7F89"), "Mã QR chứa mã băm của bản đánh giá") { Width = 30, Caption = "Mã băm của bản đánh giá" },
                ],
            },
        ],
    };

    public static Table LongTable(int rows) => new()
    {
        Caption = "Bảng 1. Các yêu cầu chưa đáp ứng",
        FontSize = 12,
        Columns = [new(ColumnWidth.Millimetres(12), TextAlignment.Centre), new(ColumnWidth.Share(2)), new(ColumnWidth.Share(3)), new(ColumnWidth.Millimetres(25), TextAlignment.Right)],
        Rows =
        [
            new TableRow([new("STT"), new("Yêu cầu"), new("Việc cần làm"), new("Hạn")]),
            .. Enumerable.Range(1, rows).Select(i => new TableRow([new($"{i}"), new($"Yêu cầu {i}: quản lý tài khoản và phân quyền truy cập"), new("Rà soát toàn bộ tài khoản, thu hồi tài khoản không còn sử dụng, ghi biên bản và báo cáo người phụ trách."), new("31/12/2025")])),
        ],
    };

    public static IEnumerable<Block> Charts() =>
    [
        new Figure(new BarChart(BarDirection.Horizontal, ["Kiểm soát truy cập và quản lý tài khoản đặc quyền", "Nhật ký hệ thống", "Sao lưu dự phòng"], [new("Đạt", [12, 5, 8]), new("Chưa đạt", [4, 7, 0.5m])]), "Biểu đồ số yêu cầu đạt và chưa đạt theo nhóm") { Caption = "Hình 1. Số yêu cầu theo nhóm" },
        new Figure(new BarChart(BarDirection.Vertical, ["Quý I", "Quý II", "Quý III", "Quý IV"], [new("Cấp độ 2", [10, 14, 20, 31]), new("Cấp độ 3", [2, 3, 5, 9]), new("Cấp độ 4", [1, 1, 1, 2])]) { Stacked = true }, "Biểu đồ số hệ thống theo quý"),
        new Figure(new DonutChart([new("Đạt", 61), new("Đạt một phần", 17), new("Chưa đạt", 12), new("Không áp dụng", 6)], "96 yêu cầu"), "Biểu đồ tỷ lệ đáp ứng: đạt 61, đạt một phần 17, chưa đạt 12, không áp dụng 6"),
        new Figure(new HeatMap(["Cao", "Trung bình", "Thấp"], ["Rất nghiêm trọng", "Nghiêm trọng"], [[new(1, "7"), new(0.5m, "3"), new(0.1m, "1")], [new(0.6m, "4"), null, new(0, "0")]]), "Ma trận rủi ro"),
        new Figure(new Timeline([new(new DateOnly(2025, 9, 30), "Nộp hồ sơ đề xuất cấp độ", EventState.Done), new(new DateOnly(2025, 12, 31), "Phê duyệt cấp độ", EventState.Overdue), new(new DateOnly(2026, 6, 30), "Hoàn thành phương án bảo đảm an toàn thông tin", EventState.Open)], new DateOnly(2026, 1, 5)), "Dòng thời gian các thời hạn"),
    ];
}
