using EmrSec.Dossiers.Editing;
using EmrSec.Dossiers.Intake;

namespace EmrSec.Dossiers.Presets;

/// <summary>Writes the systems of a preset, to be filled in.</summary>
internal static class SystemTemplate
{
    private const int SystemIndent = 2;

    public static void Write(TemplateText text, QuestionWriter questions, IReadOnlyList<PresetSystem> systems)
    {
        text.Gap();
        text.Comment(0, "CÁC HỆ THỐNG THÔNG TIN");
        text.Line(0, $"{DossierSchema.Systems}:");
        Write(text, questions, systems, SystemIndent);
    }

    private static void Write(TemplateText text, QuestionWriter questions, IReadOnlyList<PresetSystem> systems, int indent)
    {
        foreach (var system in systems)
        {
            text.Comment(indent, $"{system.Name}. {system.Note}");
            text.Line(indent, $"- id: {system.Id}");
            text.Line(indent + 2, $"name: {FactYaml.Text(system.Name)}");
            questions.Write(indent + 2, system.Shown, system.Facts);
            if (indent == SystemIndent)
            {
                text.Comment(indent + 2, "Đơn vị đề xuất cấp độ mấy (1 đến 5)? Để trống nếu chưa đề xuất.");
                text.Line(indent + 2, "proposedLevel:");
            }

            if (system.Components.Count > 0)
            {
                text.Comment(indent + 2, "Các hệ thống thành phần.");
                text.Line(indent + 2, $"{DossierSchema.Components}:");
                Write(text, questions, system.Components, indent + 4);
            }

            text.Gap();
        }
    }
}
