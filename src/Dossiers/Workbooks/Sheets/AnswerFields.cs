using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Workbooks.Fields;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>What is asked about a requirement.</summary>
internal static class AnswerFields
{
    public const string Status = "status", Evidence = "evidence";

    private static readonly string[] StatusLabels = ["Đạt", "Một phần", "Chưa đạt", "Không áp dụng"];

    public static IReadOnlyList<(string Key, Field Field, double Width)> All { get; } =
    [
        (Status, new ChoiceField("Tình trạng", "Đạt: làm đủ. Một phần: làm được một số điều. Không áp dụng: nói rõ vì sao ở cột bên.", [.. DossierSchema.StatusWords.Zip(StatusLabels, (word, label) => new Choice(word, label))]), 16),
        ("how", new TextField("Cách đáp ứng", "Đã làm gì, bằng cái gì, ở đâu; hoặc vì sao không áp dụng."), 44),
        (Evidence, new LinesField("Minh chứng", "Tên tệp, mỗi tệp một dòng (Alt+Enter), tính từ thư mục của hồ sơ."), 28),
        ("validUntil", new DayField("Hiệu lực đến", "Ngày cuối cùng minh chứng còn giá trị."), 14),
        ("plan", new TextField("Kế hoạch", "Sẽ làm gì nếu chưa đạt, hoặc mới đạt một phần."), 34),
        ("due", new DayField("Hạn làm xong", ""), 14),
        ("owner", new TextField("Người chịu trách nhiệm", ""), 22),
    ];
}
