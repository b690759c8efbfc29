using EmrSec.Dossiers.Workbooks.Spreadsheets;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>Which rows and columns each sheet had when it was made: what is missing of them is told, never taken for cleared.</summary>
internal static class SheetLayout
{
    // No key holds a tab.
    private const char Separator = '\t';

    /// <summary>The layout of sheets, a line for each row or column.</summary>
    public static string Of(IEnumerable<SheetPlan> sheets)
    {
        var lines = new List<string>();
        foreach (var sheet in sheets.Where(sheet => sheet.Rows.Count > 0 && sheet.Rows[0].Cells[0]?.Value.Text?.StartsWith(SheetKeys.Corner, StringComparison.Ordinal) is true))
        {
            var key = sheet.Rows[0].Cells[0]!.Value.Text![SheetKeys.Corner.Length..];
            lines.AddRange(sheet.Rows[0].Cells.Skip(1).Select(cell => cell?.Value.Text).Where(IsFilledIn).Select(column => $"{key}{Separator}column{Separator}{column}"));
            lines.AddRange(sheet.Rows.Skip(1).Select(row => row.Cells[0]?.Value.Text).Where(IsFilledIn).Select(row => $"{key}{Separator}row{Separator}{row}"));
        }

        return string.Join('\n', lines);
    }

    /// <summary>Tells what sheets, rows and columns are missing, doubled or strange; what is missing stays as it was.</summary>
    public static void Compare(string layout, IReadOnlyDictionary<string, KeyedSheet> sheets, ImportScope scope, string file)
    {
        foreach (var group in layout.Split('\n').Select(line => line.Split(Separator)).Where(parts => parts.Length == 3).GroupBy(parts => parts[0], StringComparer.Ordinal))
        {
            if (!sheets.TryGetValue(group.Key, out var sheet))
            {
                scope.Diagnostics.Warning("BT021", SourcePosition.Whole(file), $"sổ không còn trang «{Name(group.Key)}»; phần ấy giữ nguyên như khi lập sổ");
                continue;
            }

            // A free row or column that is gone took nothing with it.
            Missing("dòng", group.Where(parts => parts[1] is "row" && !parts[2].StartsWith('+') && !sheet.HasRow(parts[2])));
            Missing("cột", group.Where(parts => parts[1] is "column" && !parts[2].StartsWith("new:", StringComparison.Ordinal) && !sheet.HasColumn(parts[2])));

            void Missing(string what, IEnumerable<string[]> gone)
            {
                var keys = gone.Select(parts => $"«{parts[2]}»").ToList();
                if (keys.Count > 0)
                {
                    scope.Diagnostics.Warning("BT022", scope.Place(sheet), $"thiếu {keys.Count.ToString(CultureInfo.InvariantCulture)} {what}: {string.Join(", ", keys.Take(5))}{(keys.Count > 5 ? ", …" : "")}; phần ấy giữ nguyên như khi lập sổ", "muốn bỏ nội dung thì xoá trống các ô, không xoá dòng hay cột");
                }
            }
        }
    }

    private static bool IsFilledIn(string? key) => !string.IsNullOrEmpty(key) && !SheetKeys.IsShownOnly(key);

    private static string Name(string key) => key switch
    {
        SheetKeys.Facility => "Cơ sở",
        SheetKeys.Systems => "Hệ thống",
        SheetKeys.Requirements => "Yêu cầu",
        SheetKeys.Documents => "Văn bản",
        SheetKeys.Evidence => "Minh chứng",
        _ => PartKind.All.FirstOrDefault(kind => string.Equals(kind.Key, key, StringComparison.Ordinal))?.Sheet ?? key,
    };
}
