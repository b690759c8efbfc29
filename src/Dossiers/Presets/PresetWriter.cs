using EmrSec.Dossiers.Intake;

namespace EmrSec.Dossiers.Presets;

/// <summary>Begins a dossier: a commented file to be filled in, in Vietnamese. Unfilled it reads without an error.</summary>
public static class PresetWriter
{
    /// <summary>The text of a dossier to be filled in.</summary>
    /// <param name="presetId">The id of a preset (<see cref="PresetCatalogue.Find"/>).</param>
    /// <param name="catalogue">The facts there are; questions and values are its words.</param>
    /// <param name="diagnostics">Receives what is wrong: a preset that asks for facts which this catalogue lacks.</param>
    /// <param name="facilityName">The facility's name; null = a placeholder, of which reading warns.</param>
    /// <param name="file">The name it will have, for the commands it shows.</param>
    /// <returns>The text, with line feeds; null where the preset does not fit the catalogue.</returns>
    /// <exception cref="ArgumentException">There is no such preset.</exception>
    public static string? Write(string presetId, FactCatalogue catalogue, DiagnosticBag diagnostics, string? facilityName = null, string file = "dossier.yaml")
    {
        ArgumentNullException.ThrowIfNull(presetId);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var preset = PresetCatalogue.Find(presetId) ?? throw new ArgumentException($"no preset {presetId}", nameof(presetId));
        var findings = new DiagnosticBag();
        var outline = new PresetReader(catalogue, findings).Read(PresetCatalogue.Text(presetId), PresetCatalogue.File(presetId));
        foreach (var finding in findings.Items)
        {
            diagnostics.Add(finding);
        }

        return outline is null ? null : Write(preset, outline, catalogue, facilityName ?? DossierSchema.NamePlaceholder, file);
    }

    private static string Write(Preset preset, PresetOutline outline, FactCatalogue catalogue, string facilityName, string file)
    {
        var text = new TemplateText();
        var questions = new QuestionWriter(text);
        Head(text, preset, file);
        Facility(text, questions, outline, catalogue, facilityName);
        text.Gap();
        text.Comment(0, "CÁC MỐC ĐÃ LÀM. Ghi ngày làm xong; chưa làm thì ghi none; để trống là chưa khai.");
        text.Line(0, $"{DossierSchema.Milestones}:");
        questions.Write(2, catalogue.Of(FactScope.Milestone), FactSet.Empty);
        PartyTemplate.Write(text);
        SystemTemplate.Write(text, questions, outline.Systems);
        ExampleTemplate.Write(text, outline.Systems, catalogue);
        return text.ToString();
    }

    private static void Head(TemplateText text, Preset preset, string file)
    {
        text.Line(0, $"schema: {DossierSchema.Id}");
        text.Comment(0, "HỒ SƠ ĐỀ XUẤT CẤP ĐỘ AN TOÀN HỆ THỐNG THÔNG TIN");
        text.Comment(0, $"Bộ mẫu: {preset.Title}. {preset.Note}");
        text.Comment(0, "");
        text.Comment(0, "CÁCH ĐIỀN");
        string[] rules =
        [
            "Mỗi dòng là «tên: giá trị». Viết giá trị sau dấu hai chấm và một dấu cách; giữ nguyên tên và thụt lề.",
            "Dòng để trống nghĩa là «chưa khai»: chưa biết, không phải «không» và không phải số 0. Không có, chưa làm thì phải ghi rõ (false, none, 0 hoặc []) như lời chỉ ở từng mục.",
            "Ngày viết năm-tháng-ngày: 2026-02-28. Số viết liền: 10000. Thụt lề bằng dấu cách, không dùng phím Tab.",
            "Chữ có dấu hai chấm, dấu phẩy, dấu ngoặc hoặc dấu # thì để trong nháy kép.",
            "Hệ thống nào không có thì xóa cả khối của nó. Thêm hệ thống thì chép một khối «- id: …» rồi đặt id khác.",
            "Dòng bắt đầu bằng # là chú thích, giữ hay xóa đều được.",
        ];
        foreach (var rule in rules)
        {
            text.Comment(0, rule, " - ");
        }

        text.Comment(0, "");
        text.Comment(0, $"XEM KẾT QUẢ, cả khi chưa điền hết:  emrsec assess {file}");
        text.Comment(0, $"TRẢ LỜI LẦN LƯỢT các câu còn thiếu:  emrsec dossier ask {file}");
    }

    private static void Facility(TemplateText text, QuestionWriter questions, PresetOutline outline, FactCatalogue catalogue, string facilityName)
    {
        var known = catalogue.Find("facility.name") is { } name ? outline.Facility.With(name, FactValue.Of(facilityName)) : outline.Facility;
        text.Gap();
        text.Comment(0, "CƠ SỞ");
        text.Line(0, $"{DossierSchema.Facility}:");
        questions.Write(2, catalogue.Of(FactScope.Facility), known);
    }
}
