using System.CommandLine;
using EmrSec.Assessor.Workbooks;

namespace EmrSec.Assessor.Commands;

/// <summary><c>emrsec dossier import</c>: takes back what was filled in or sent.</summary>
internal static class ImportCommand
{
    public static Option<bool> Force() => new("--force") { Description = "Ghi đè tệp đã có" };

    public static Command Create(Screen screen)
    {
        var file = new Argument<string>("tệp") { Description = "Sổ tính .xlsx do emrsec dossier workbook lập" };
        var output = new Option<string?>("--out", "-o") { HelpName = "hồ sơ", Description = "Tệp hồ sơ (.yaml) sẽ ghi; đã có thì không ghi đè, trừ khi có --force hoặc chính là tệp ở --onto" };
        var onto = new Option<string?>("--onto") { HelpName = "hồ sơ", Description = "Ghép những gì đã sửa trong sổ vào hồ sơ này, giữ nguyên phần còn lại và chú thích" };
        var rules = CommonOptions.Rules();
        var force = Force();
        var command = new Command("import", "Nhập sổ tính đã điền thành hồ sơ") { file, output, onto, rules, force };
        command.SetAction(result =>
        {
            if (CommonOptions.LoadRules(result.GetValue(rules), screen) is not { } packs)
            {
                return ExitCodes.WrongInput;
            }

            if (result.GetValue(output) is not { } target)
            {
                screen.Error.WriteLine("lỗi: thiếu --out <hồ sơ>: tệp hồ sơ sẽ ghi");
                return ExitCodes.WrongInput;
            }

            return new WorkbookRun(packs, screen).Import(result.GetValue(file)!, target, result.GetValue(onto), result.GetValue(force));
        });
        return command;
    }

    /// <summary>Whether a file may be written: it is not there yet, or may be overwritten.</summary>
    public static bool MayWrite(string path, bool force, DiagnosticBag diagnostics)
    {
        if (force || !Path.Exists(path))
        {
            return true;
        }

        diagnostics.Error("TT011", SourcePosition.Whole(path), "đã có tệp hoặc thư mục tên này", "chọn tên khác, hoặc thêm --force để ghi đè");
        return false;
    }
}
