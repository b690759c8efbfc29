using EmrSec.Dossiers.Workbooks.Fields;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>The rows of the sheet of systems, each a question that every system is asked.</summary>
internal static class SystemRows
{
    public const string Id = "id", Name = "name", Parent = "@parent", Remove = "@remove", ProposedLevel = "proposedLevel";

    /// <summary>The word that takes a system out.</summary>
    public static ChoiceField RemoveField { get; } = new("Bỏ hệ thống", "Chọn «Bỏ» thì hệ thống cùng vùng mạng, thiết bị, dịch vụ và câu trả lời riêng của nó không còn trong hồ sơ.", [new Choice("remove", "Bỏ")]);

    public static TextField IdField { get; } = new("Mã hệ thống (id)", "Chữ thường không dấu, chữ số, gạch ngang, ví dụ benh-an-dien-tu. Hệ thống đã có thì không đổi được; hệ thống mới để trống thì mã lấy theo tên.");

    public static TextField NameField { get; } = new("Tên hệ thống", "Tên đầy đủ, như sẽ ghi trong hồ sơ.");

    public static TextField ParentField { get; } = new("Là thành phần của", "Mã của hệ thống chứa nó; để trống nếu là hệ thống độc lập.");

    /// <summary>The questions after the name: single values by their path, sets by their fact.</summary>
    public static IEnumerable<(string Path, Field? Field, FactDefinition? Set)> Of(FactCatalogue catalogue)
    {
        foreach (var fact in catalogue.Of(FactScope.System))
        {
            yield return fact.Type == FactType.Set ? (fact.Path, null, fact) : (fact.Path, FactFields.Of(fact), null);
        }

        yield return (ProposedLevel, new NumberField("Cấp độ đề xuất", "Cấp độ mà cơ sở đề xuất; chương trình đối chiếu với cấp độ theo luật.", 1, 5), null);
        yield return ("mainRisks", new TextField("Rủi ro chính và tác động", "331/2026/NĐ-CP, Điều 22, khoản 4, điểm c."), null);
        yield return ("models.logical.file", new TextField("Tệp sơ đồ lô-gic", "Đường dẫn tệp, tính từ thư mục của hồ sơ."), null);
        yield return ("models.physical.file", new TextField("Tệp sơ đồ vật lý", "Đường dẫn tệp, tính từ thư mục của hồ sơ."), null);
        yield return ("level4.relatedSystems", new TextField("Cấp độ 4, 5: các hệ thống liên quan", "12/2022/TT-BTTTT, Điều 8, khoản 5."), null);
        yield return ("level4.risks", new TextField("Cấp độ 4, 5: nguy cơ bị tấn công và tác động", "12/2022/TT-BTTTT, Điều 8, khoản 5."), null);
        yield return ("level4.harm", new TextField("Cấp độ 4, 5: mức độ ảnh hưởng", "Đến lợi ích công cộng, trật tự, quốc phòng, an ninh."), null);
        yield return ("level4.continuity", new TextField("Cấp độ 4, 5: vì sao không được ngừng ngoài kế hoạch", "12/2022/TT-BTTTT, Điều 8, khoản 5."), null);
        yield return ("level4.riskReport.file", new TextField("Cấp độ 4, 5: tệp đánh giá rủi ro chi tiết", "Đường dẫn tệp, tính từ thư mục của hồ sơ."), null);
    }

    /// <summary>The key of the row of a set's value.</summary>
    public static string Key(FactDefinition set, FactOption option) => $"{set.Path}={option.Id}";
}
