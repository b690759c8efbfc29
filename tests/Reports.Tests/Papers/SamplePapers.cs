using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>Papers of the kinds that are made most, of invented bodies and people.</summary>
internal static class SamplePapers
{
    public static readonly DateTimeOffset Created = new(2025, 11, 5, 8, 30, 0, TimeSpan.FromHours(7));

    public static IReadOnlyDictionary<string, Document> All { get; } = new Dictionary<string, Document>
    {
        ["letter"] = Letter(),
        ["decision"] = Decision(),
        ["report"] = ReportPaper.Make(),
        ["yearly"] = YearlyPaper.Make(),
        ["minutes"] = Minutes(),
    };

    public static Document Of(params Block[] blocks) => new() { Info = Info("Thử nghiệm"), Sections = [new Section { Blocks = blocks }] };

    public static DocumentInfo Info(string title) => new() { Title = title, Author = "Bệnh viện Đa khoa Mẫu", Created = Created };

    public static Document Letter(bool isDraft = false) => new()
    {
        Info = Info("Công văn đề nghị thẩm định hồ sơ đề xuất cấp độ") with { Subject = "Đề nghị thẩm định", Keywords = ["cấp độ 3", "an toàn thông tin"] },
        IsDraft = isDraft,
        Sections =
        [
            new Section
            {
                Blocks =
                [
                    Head("85/BVĐK-CNTT") with { Regarding = "V/v đề nghị thẩm định hồ sơ đề xuất cấp độ an toàn hệ thống thông tin" },
                    new Recipients(["Sở Y tế tỉnh Mẫu", "Công an tỉnh Mẫu (Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao)"]),
                    Text("Thực hiện Nghị định số 85/2016/NĐ-CP ngày 01 tháng 7 năm 2016 của Chính phủ về bảo đảm an toàn hệ thống thông tin theo cấp độ và Thông tư số 12/2022/TT-BTTTT ngày 12 tháng 8 năm 2022 của Bộ trưởng Bộ Thông tin và Truyền thông, Bệnh viện Đa khoa Mẫu đề nghị quý cơ quan thẩm định hồ sơ đề xuất cấp độ như sau:"),
                    new Paragraph([new Run("1. Tên hệ thống: ", RunStyle.Bold), new Run("Hệ thống bệnh án điện tử; cấp độ đề xuất: "), isDraft ? new Run("[chưa xác định]", RunStyle.Missing) : new Run("3")]),
                    new BlockList(ListKind.Letter, [new ListItem("Tài liệu mô tả, thuyết minh tổng quan về hệ thống thông tin;"), new ListItem("Tài liệu thuyết minh việc đề xuất cấp độ;"), new ListItem("Tài liệu thiết kế xây dựng;"), new ListItem("Phương án bảo đảm an toàn thông tin;"), new ListItem("Ý kiến về mặt chuyên môn của đơn vị chuyên trách về an toàn thông tin.")]),
                    new Paragraph(["Chi tiết xem tại ".ToRun(), new Run("trang của Chính phủ", RunStyle.Underline, "https://chinhphu.vn/van-ban"), ".".ToRun()]),
                    Text("Bệnh viện Đa khoa Mẫu trân trọng đề nghị quý cơ quan xem xét, thẩm định./."),
                    new SignatureBlock([new Signer(["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "Nguyễn Thị Hương Quỳnh", "giam-doc") { SealFieldName = "co-quan" }], ["Như trên", "Phòng Công nghệ thông tin", "Lưu: VT, CNTT (02 bản)"]),
                ],
            },
        ],
    };

    private static Document Decision() => new()
    {
        Info = Info("Quyết định phê duyệt cấp độ an toàn hệ thống thông tin"),
        Style = DocumentStyle.Default with { Scale = TypeScale.Large, LineSpacing = 1.15m },
        Sections =
        [
            new Section
            {
                Blocks =
                [
                    Head("05/QĐ-BVĐK"),
                    new TitleBlock("Quyết định", "Về việc phê duyệt cấp độ an toàn hệ thống thông tin bệnh án điện tử của Bệnh viện Đa khoa Mẫu") { Authority = "Giám đốc Bệnh viện Đa khoa Mẫu" },
                    new LegalGrounds(["Căn cứ Luật An toàn thông tin mạng ngày 19 tháng 11 năm 2015", "Căn cứ Nghị định số 85/2016/NĐ-CP ngày 01 tháng 7 năm 2016 của Chính phủ về bảo đảm an toàn hệ thống thông tin theo cấp độ", "Theo đề nghị của Trưởng phòng Công nghệ thông tin"]),
                    new Paragraph([new Run("QUYẾT ĐỊNH:", RunStyle.Bold)]) { Alignment = TextAlignment.Centre, KeepWithNext = true },
                    Article("Điều 1.", "Phê duyệt cấp độ an toàn hệ thống thông tin đối với Hệ thống bệnh án điện tử của Bệnh viện Đa khoa Mẫu: cấp độ 3."),
                    Article("Điều 2.", "Giao Phòng Công nghệ thông tin tổ chức thực hiện phương án bảo đảm an toàn thông tin theo hồ sơ đề xuất cấp độ được phê duyệt, báo cáo Giám đốc trước ngày 15 tháng 12 hằng năm."),
                    Article("Điều 3.", "Quyết định này có hiệu lực kể từ ngày ký. Trưởng các phòng, khoa và cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./."),
                    new SignatureBlock([new Signer(["Giám đốc"], "Trần Đức Thắng", "giam-doc")], ["Như Điều 3", "Sở Y tế (để báo cáo)", "Lưu: VT, CNTT"]),
                ],
            },
            new Section { Annex = new Annex("Phụ lục I", "Danh mục hệ thống thông tin", "(Kèm theo Quyết định số 05/QĐ-BVĐK ngày 05 tháng 11 năm 2025)"), Blocks = [Text("Danh mục gồm một hệ thống."), new PageBreak(), Text("Trang hai của phụ lục.")] },
        ],
    };

    private static Document Minutes() => new()
    {
        Info = Info("Biên bản đánh giá lại"),
        Sections =
        [
            new Section
            {
                Blocks =
                [
                    Head("07/BB-BVĐK"),
                    new TitleBlock("Biên bản", "Đánh giá lại việc bảo đảm an toàn hệ thống thông tin"),
                    new BlockList(ListKind.Number, [new ListItem("Thành phần: đại diện Sở Y tế và Bệnh viện Đa khoa Mẫu."), new ListItem([new Paragraph("Nội dung:"), new BlockList(ListKind.Dash, [new ListItem("kiểm tra hồ sơ;"), new ListItem("kiểm tra thực tế.")])])]),
                    new SignatureBlock([new Signer(["Đại diện Bệnh viện", "Giám đốc"], "Trần Đức Thắng", "benh-vien"), new Signer(["Đại diện Sở Y tế", "Trưởng phòng"], "Lê Văn Ước", "so-y-te")], ["Như thành phần", "Lưu: VT"]),
                ],
            },
        ],
    };

    private static Letterhead Head(string number) => new()
    {
        SuperiorBody = "Sở Y tế tỉnh Mẫu",
        IssuingBody = "Bệnh viện Đa khoa Mẫu",
        Number = "Số: " + number,
        PlaceAndDate = "Mẫu, ngày 05 tháng 11 năm 2025",
    };

    private static Heading Article(string label, string text) => new(HeadingKind.Article, RichText.Empty) { Label = label, RunIn = text };

    private static Paragraph Text(string text) => new(text);

    private static Run ToRun(this string text) => new(text);
}
