using EmrSec.Dossiers.Workbooks.Spreadsheets;
using EmrSec.Rules.Assessments;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>What the workbook is, how it is filled in and how it goes back into the dossier.</summary>
internal static class GuideSheet
{
    private static readonly string[] How =
    [
        "Chỉ điền vào các ô nền vàng nhạt. Ô nền xám và tiêu đề đã khoá để nhập lại được đúng chỗ; trang không đặt mật khẩu.",
        "Ô để trống nghĩa là «chưa khai»: chưa biết, không phải «không» và không phải số 0. Không có, chưa làm thì chọn «Không» hoặc gõ đúng chữ đã chỉ ở ô.",
        "Bấm vào ô để xem cách trả lời. Ô có mũi tên bên phải thì chọn trong danh sách.",
        "Ngày gõ dạng 28/02/2026. Số gõ liền các chữ số, không đơn vị.",
        "Xoá trống một ô đã có giá trị nghĩa là không còn khai điều đó; khi nhập, chương trình nói rõ từng điều thay đổi.",
        "Xuống dòng trong ô: Alt+Enter (LibreOffice: Ctrl+Enter).",
        "Phần của hồ sơ không hiện ở các trang này (văn bản đã ban hành, quá trình xử lý…) nằm trong trang ẩn và được giữ nguyên khi nhập.",
        "Lưu lại vẫn là .xlsx. Không lưu thành .xls, .xlsm, .csv; không đặt mật khẩu mở tệp.",
    ];

    private static readonly (string Sheet, string What)[] Contents =
    [
        ("Cơ sở", "Thông tin cơ sở, các mốc đã làm, chủ quản, đơn vị vận hành, đơn vị chuyên trách"),
        ("Hệ thống", "Các hệ thống và hệ thống thành phần: những điều quyết định cấp độ, cấp độ đề xuất"),
        ("Vùng mạng", "Các vùng mạng của từng hệ thống"),
        ("Thiết bị", "Các thiết bị của từng hệ thống"),
        ("Dịch vụ", "Các dịch vụ, phần mềm của từng hệ thống"),
        ("Yêu cầu", "Các yêu cầu của cấp độ theo luật đang áp dụng: tình trạng, cách đáp ứng, minh chứng, kế hoạch"),
        ("Văn bản", "Các tài liệu của hồ sơ đề xuất cấp độ"),
        ("Minh chứng", "Các tệp minh chứng và yêu cầu mà chúng chứng minh"),
    ];

    public static SheetPlan Plan(Dossier dossier, Assessment? assessment, DateTimeOffset created)
    {
        var plan = new SheetPlan("Hướng dẫn") { Widths = [0, 22, 100], Tab = "52606D", IsOnePage = true };
        plan.Rows.Add(new PlannedRow([PlannedCell.Of(CellLook.Key, SheetKeys.Corner + SheetKeys.Guide)]) { IsHidden = true });
        Line(CellLook.Title, "SỔ ĐIỀN HỒ SƠ ĐỀ XUẤT CẤP ĐỘ AN TOÀN HỆ THỐNG THÔNG TIN", 34);
        Pair("Cơ sở", dossier.FacilityName ?? "chưa khai");
        Pair("Mã cơ sở", dossier.FacilityCode ?? "chưa khai");
        Pair("Lập ngày", FactText.Date(DateOnly.FromDateTime(created.DateTime)));
        if (assessment is not null)
        {
            Pair("Luật áp dụng", $"{assessment.Regime.Header.Title} ({assessment.Regime.Header.Id}), xét vào ngày {FactText.Date(assessment.AsOf)}");
        }

        Heading("CÁCH ĐIỀN");
        foreach (var (i, line) in How.Index())
        {
            Pair(string.Create(CultureInfo.InvariantCulture, $"{i + 1}"), line);
        }

        Heading("CÁC TRANG");
        foreach (var (sheet, what) in Contents)
        {
            Pair(sheet, what);
        }

        Heading("NHẬP LẠI VÀO HỒ SƠ");
        Pair("Lệnh", "emrsec dossier import <sổ này>.xlsx --out <hồ sơ>.yaml");
        Pair("", "Có hồ sơ đang dùng, thêm --onto <hồ sơ>.yaml: phần đã sửa trong sổ được ghép vào hồ sơ ấy, giữ nguyên chú thích. Lỗi được nêu theo trang và ô, tất cả trong một lần.");
        return plan;

        void Line(CellLook look, string text, double height) => plan.Rows.Add(new PlannedRow([null, PlannedCell.Of(look, text), PlannedCell.Of(look)]) { Spread = 2, Height = height });
        void Heading(string text) => Line(CellLook.Section, text, 24);
        void Pair(string label, string text) => plan.Rows.Add(new PlannedRow([null, PlannedCell.Of(CellLook.Label, label), PlannedCell.Of(CellLook.Help, text)]));
    }
}
