using EmrSec.Dossiers.Files;
using EmrSec.Dossiers.Reassessments;
using EmrSec.Reports.Sheets;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Reassessments;

/// <summary>Which facility of a province passes how to the new law, as CSV and as an Excel workbook.</summary>
internal static class TransitionTables
{
    public static bool Write(ProvinceTransition transition, RulePackSet packs, string folder, Screen screen) =>
        Put(Path.Combine(folder, "chuyen-tiep.csv"), stream => CsvFile.Write(Table(transition, packs), stream), screen)
        && Put(Path.Combine(folder, "chuyen-tiep.xlsx"), stream => XlsxFile.Write([Table(transition, packs)], stream), screen);

    private static bool Put(string path, Action<Stream> write, Screen screen)
    {
        var diagnostics = new DiagnosticBag();
        var isWritten = AtomicFile.Write(path, write, diagnostics);
        screen.Report(diagnostics);
        return isWritten;
    }

    private static SheetTable Table(ProvinceTransition transition, RulePackSet packs)
    {
        var due = transition.Due.Select(row => row.Due).ToList();
        return new SheetTable(
            "Chuyển tiếp",
            [
                "Số hồ sơ", "Mã cơ sở", "Tên cơ sở", "Tỉnh, thành phố", $"Cấp độ theo {transition.From}", $"Cấp độ theo {transition.To}", "Hệ thống đổi cấp độ",
                "Yêu cầu mang sang", "Siết chặt", "Mới", "Yêu cầu cũ bỏ", .. due.Select(each => each.Due is { } day ? $"{each.Title} (hạn {Rules.Facts.FactText.Date(day)})" : each.Title),
            ],
            transition.Facilities.Select(each => (IReadOnlyList<SheetCell>)
            [
                each.Case.ToString(), each.Case.FacilityCode, each.Name, NewsWords.Province(packs, each.Province ?? ""), Level(each.Before), Level(each.After), string.Join("; ", each.Changed),
                each.CarriedOver, each.Tightened, each.New, each.Dropped,
                .. due.Select(one => SheetCell.Of(each.Due.FirstOrDefault(own => string.Equals(own.Id, one.Id, StringComparison.Ordinal))?.Status.InWords())),
            ]));
    }

    private static SheetCell Level(int? level) => level is { } known ? SheetCell.Of((long)known) : "chưa chắc chắn";
}
