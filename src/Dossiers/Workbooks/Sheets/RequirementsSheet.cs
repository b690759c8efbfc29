using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Trees;
using EmrSec.Dossiers.Workbooks.Fields;
using EmrSec.Dossiers.Workbooks.Spreadsheets;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>The requirements of the systems' levels and the answers to them: a row for each, for all systems and for each one.</summary>
internal static class RequirementsSheet
{
    public static SheetPlan Plan(DossierReadResult read, Assessment? assessment, ChoiceLists lists)
    {
        var rows = RequirementRows.Of(read.Dossier!, assessment);
        SheetColumn[] columns =
        [
            new("#system", "Hệ thống", 20), new("#id", "Mã yêu cầu", 18), new("#title", "Yêu cầu", 48), new("#citation", "Căn cứ", 28), new("#check", "Cần kiểm tra gì", 42),
            .. AnswerFields.All.Select(field => new SheetColumn(field.Key, field.Field.Label, field.Width)),
        ];
        var builder = new SheetBuilder(SheetKeys.Requirements, "Yêu cầu", "CÁC YÊU CẦU CỦA CẤP ĐỘ VÀ CÂU TRẢ LỜI", Note(rows, assessment), columns, 3, "A61C1C", lists, hasFilter: true);
        string? group = null;
        foreach (var row in rows)
        {
            var title = row.Finding?.Group.Title ?? "Câu trả lời cho yêu cầu ngoài các cấp độ trên";
            if (!string.Equals(group, title, StringComparison.Ordinal))
            {
                builder.Section(group = title);
            }

            builder.Row(row.Key, [.. Shown(row), .. AnswerFields.All.Select(field => SheetCell.Of(field.Field, YamlTree.At(read.Source, DossierSchema.Answers, row.Key, field.Key)))]);
        }

        return builder.Plan;
    }

    public static void Read(KeyedSheet sheet, ImportScope scope)
    {
        var systems = SystemTree.All(scope.Draft).Select(system => system.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var key in sheet.RowKeys)
        {
            var slash = key.IndexOf('/', StringComparison.Ordinal);
            if (slash < 0 || systems.Contains(key[..slash]))
            {
                Read(sheet, key, scope);
            }
        }
    }

    private static void Read(KeyedSheet sheet, string key, ImportScope scope)
    {
        foreach (var (name, field, _) in AnswerFields.All)
        {
            string[] path = [DossierSchema.Answers, key, name];
            var before = YamlTree.At(scope.Origin, path);
            var after = scope.Take(sheet, sheet.At(key, name), field, before);
            if (!ReferenceEquals(before, after))
            {
                scope.Draft = YamlTree.With(scope.Draft, path, after);
            }
        }

        var answer = YamlTree.At(scope.Draft, DossierSchema.Answers, key) as YamlMapping;
        if (answer is { Entries.Count: > 0 } && YamlTree.At(answer, AnswerFields.Status) is null
            && sheet.At(key, AnswerFields.Status) is { } at && sheet.Cell(at) is null or { IsBlank: true })
        {
            scope.Diagnostics.Error("BT025", scope.Place(sheet, sheet.At(key, AnswerFields.Status)!.Value), $"câu trả lời «{key}» chưa chọn tình trạng", "chọn tình trạng, hoặc xoá trống các ô khác của dòng");
        }
    }

    private static IEnumerable<SheetCell> Shown(RequirementRow row)
    {
        var finding = row.Finding;
        yield return SheetCell.Label(row.System ?? "(mọi hệ thống)");
        yield return SheetCell.Locked(row.Key[(row.Key.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        if (row.System is not null && finding is not null)
        {
            // The same requirement a second time: only what differs is said.
            yield return SheetCell.Help($"   ↳ riêng hệ thống {row.System}{Levels(row.Levels)}: để trống nếu theo câu trả lời chung");
            yield return SheetCell.Help(null);
            yield return SheetCell.Help(null);
            yield break;
        }

        yield return SheetCell.Label(finding is null ? "" : $"{finding.Requirement.Title}{(finding.At.Detail is { } detail ? $"\n{detail}" : "")}");
        yield return SheetCell.Help(finding is null ? "" : $"{finding.Citation}{Levels(row.Levels)}");
        yield return SheetCell.Help(finding?.Requirement.Guidance?.Check);
    }

    private static string Levels(IReadOnlyList<int> levels) => levels.Count == 0 ? "" : $" (cấp độ {string.Join(", ", levels)})";

    private static string Note(IReadOnlyList<RequirementRow> rows, Assessment? assessment)
    {
        if (assessment is null)
        {
            return "Vào ngày này không có luật nào về cấp độ đang hiệu lực nên chưa có yêu cầu.";
        }

        var levels = string.Join("; ", assessment.Systems.Select(system => $"{system.System.Id}: {(system.Value is { } value ? $"cấp độ {value}" : system.AtLeast is { } least ? $"cấp độ {least} đến {system.AtMost}" : "chưa xác định được cấp độ")}"));
        var how = rows.Any(row => row.Finding is not null)
            ? "Trả lời ở dòng «(mọi hệ thống)»; hệ thống nào khác thì trả lời ở dòng riêng của nó."
            : "Chưa xác định được cấp độ: điền trang «Hệ thống», nhập vào hồ sơ rồi lập lại sổ này.";
        return string.Create(CultureInfo.InvariantCulture, $"Theo {assessment.Regime.Header.Id} vào ngày {FactText.Date(assessment.AsOf)} – {levels}. {how}");
    }
}
