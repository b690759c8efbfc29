using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Trees;
using EmrSec.Dossiers.Workbooks.Fields;
using EmrSec.Dossiers.Workbooks.Spreadsheets;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>The evidence, a row for each file with the requirements that it proves: the same as the column of the requirements, seen from the files.</summary>
internal static class EvidenceSheet
{
    private const int Spare = 40;
    private const string File = "file", Answers = "answers";

    private static readonly TextField FileField = new("Tệp minh chứng", "Đường dẫn tệp, tính từ thư mục của hồ sơ.");
    private static readonly LinesField AnswersField = new("Chứng minh cho yêu cầu", "Mã yêu cầu, mỗi mã một dòng; riêng một hệ thống thì viết mã hệ thống/mã yêu cầu. Mỗi yêu cầu phải có tình trạng ở trang «Yêu cầu».");

    public static SheetPlan Plan(YamlMapping root, ChoiceLists lists)
    {
        SheetColumn[] columns = [new(File, FileField.Label, 52), new(Answers, AnswersField.Label, 44), new("#until", "Hiệu lực đến (theo trang Yêu cầu)", 24)];
        var builder = new SheetBuilder(SheetKeys.Evidence, "Minh chứng", "CÁC TỆP MINH CHỨNG",
            "Nhập từ tệp: mỗi dòng một tệp cùng các yêu cầu mà tệp ấy chứng minh. Trang này và cột «Minh chứng» của trang «Yêu cầu» là một: sửa ở đâu cũng được.", columns, 1, "A61C1C", lists, hasFilter: true);
        foreach (var (i, (file, keys)) in Files(root).Index())
        {
            var until = keys.Select(key => YamlTree.Word(root, DossierSchema.Answers, key, "validUntil")).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(day => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? FactText.Date(date) : day);
            builder.Row(string.Create(CultureInfo.InvariantCulture, $"={i}"), [SheetCell.Of(FileField, YamlTree.Text(file)), SheetCell.Of(AnswersField, Keys(keys)), SheetCell.Help(string.Join('\n', until))]);
        }

        for (var i = 1; i <= Spare; i++)
        {
            builder.Row(string.Create(CultureInfo.InvariantCulture, $"+{i}"), [SheetCell.Of(FileField, null), SheetCell.Of(AnswersField, null), SheetCell.Help(null)]);
        }

        return builder.Plan;
    }

    public static void Read(KeyedSheet sheet, ImportScope scope)
    {
        var before = new HashSet<(string File, string Key)>();
        var after = new List<(string File, string Key, CellAddress? At)>();
        foreach (var (i, (file, keys)) in Files(scope.Origin).Index())
        {
            before.UnionWith(keys.Select(key => (file, key)));
            var row = string.Create(CultureInfo.InvariantCulture, $"={i}");
            after.AddRange(sheet.HasRow(row) ? Pairs(sheet, sheet.Row(row), YamlTree.Text(file), Keys(keys), scope) : keys.Select(key => (file, key, (CellAddress?)null)));
        }

        var free = sheet.RowKeys.Where(key => key.StartsWith('+')).Select(sheet.Row).Concat(sheet.RowsWithoutKey()).Concat(sheet.Doubled.Select(copy => copy.Row));
        foreach (var row in free.Distinct().Order().ToList())
        {
            after.AddRange(Pairs(sheet, row, null, null, scope));
        }

        var now = after.Select(pair => (pair.File, pair.Key)).ToHashSet();
        foreach (var (file, key) in before.Where(pair => !now.Contains(pair)))
        {
            Change(scope, key, files => files.Where(known => !string.Equals(known, file, StringComparison.Ordinal)));
        }

        foreach (var (file, key, at) in after.Where(pair => !before.Contains((pair.File, pair.Key))))
        {
            Add(sheet, scope, file, key, at);
        }
    }

    private static void Add(KeyedSheet sheet, ImportScope scope, string file, string key, CellAddress? at)
    {
        if (YamlTree.At(scope.Draft, DossierSchema.Answers, key) is null)
        {
            scope.Diagnostics.Error("BT026", at is { } place ? scope.Place(sheet, place) : scope.Place(sheet), $"chưa có câu trả lời nào cho «{YamlText.Shorten(key)}» để gắn minh chứng", "kiểm tra mã; chọn tình trạng cho yêu cầu ấy ở trang «Yêu cầu»");
            return;
        }

        Change(scope, key, files => files.Contains(file, StringComparer.Ordinal) ? files : files.Append(file));
    }

    private static void Change(ImportScope scope, string key, Func<IReadOnlyList<string>, IEnumerable<string>> change)
    {
        string[] path = [DossierSchema.Answers, key, AnswerFields.Evidence];
        var files = Words(YamlTree.At(scope.Draft, path)).ToList();
        var changed = change(files).ToList();
        if (!changed.SequenceEqual(files, StringComparer.Ordinal) && YamlTree.At(scope.Draft, DossierSchema.Answers, key) is not null)
        {
            scope.Draft = YamlTree.With(scope.Draft, path, changed.Count == 0 ? null : YamlTree.List(changed.Select(YamlTree.Text)));
        }
    }

    private static IEnumerable<(string File, string Key, CellAddress? At)> Pairs(KeyedSheet sheet, int row, YamlNode? file, YamlNode? keys, ImportScope scope)
    {
        var name = scope.Take(sheet, sheet.At(row, File), FileField, file) as YamlScalar;
        var answers = Words(scope.Take(sheet, sheet.At(row, Answers), AnswersField, keys)).ToList();
        if (name is null && answers.Count > 0)
        {
            scope.Diagnostics.Error("BT026", sheet.At(row, File) is { } at ? scope.Place(sheet, at) : scope.Place(sheet), "chưa có tên tệp minh chứng", "điền tên tệp, hoặc xoá trống cả dòng");
        }
        else if (name is not null && answers.Count == 0 && file is null)
        {
            scope.Diagnostics.Error("BT026", sheet.At(row, Answers) is { } at ? scope.Place(sheet, at) : scope.Place(sheet), $"chưa nói tệp «{YamlText.Shorten(name.Value)}» chứng minh cho yêu cầu nào", "điền mã yêu cầu, hoặc xoá trống cả dòng");
        }

        return name is null ? [] : answers.Select(key => (name.Value, key, sheet.At(row, Answers)));
    }

    // Each file once, in the order of the answers.
    private static List<(string File, List<string> Keys)> Files(YamlMapping root)
    {
        var files = new List<(string File, List<string> Keys)>();
        foreach (var (key, answer) in (root[DossierSchema.Answers] as YamlMapping)?.Entries ?? [])
        {
            foreach (var file in Words(YamlTree.At(answer, AnswerFields.Evidence)).Where(file => !string.IsNullOrWhiteSpace(file)).Distinct(StringComparer.Ordinal))
            {
                var known = files.Find(each => string.Equals(each.File, file, StringComparison.Ordinal)).Keys;
                if (known is null)
                {
                    files.Add((file, known = []));
                }

                known.Add(key.Value);
            }
        }

        return files;
    }

    private static YamlSequence Keys(IEnumerable<string> keys) => YamlTree.List(keys.Select(YamlTree.Text));

    private static IEnumerable<string> Words(YamlNode? list) => (list as YamlSequence)?.Items.OfType<YamlScalar>().Select(item => item.Value) ?? [];
}
