using System.CommandLine;
using EmrSec.Assessor.Cases;
using EmrSec.Assessor.Exchange;
using EmrSec.Assessor.Signatures;
using EmrSec.Assessor.Workbooks;

namespace EmrSec.Assessor.Commands;

/// <summary><c>emrsec dossier import</c>: takes back a workbook that was filled in, or a package that was sent.</summary>
internal static class ImportCommand
{
    private const string PackageExtension = ".emrsec";

    public static Option<bool> Force() => new("--force") { Description = "Ghi đè tệp đã có" };

    public static Command Create(Screen screen, TimeProvider clock)
    {
        var options = new CaseOptions();
        var file = new Argument<string>("tệp") { Description = "Sổ tính .xlsx do emrsec dossier workbook lập, hoặc gói .emrsec do emrsec dossier export lập" };
        var output = new Option<string?>("--out", "-o") { HelpName = "hồ sơ", Description = "Sổ tính: tệp hồ sơ (.yaml) sẽ ghi; đã có thì không ghi đè, trừ khi có --force hoặc chính là tệp ở --onto" };
        var onto = new Option<string?>("--onto") { HelpName = "hồ sơ", Description = "Sổ tính: ghép những gì đã sửa trong sổ vào hồ sơ này, giữ nguyên phần còn lại và chú thích" };
        var folder = new Option<string?>("--out-dir") { HelpName = "thư mục", Description = "Gói: giải nén vào thư mục mới này (mặc định: nhập vào kho)" };
        var unsigned = new Option<bool>("--unsigned") { Description = "Gói: nhận cả gói không ký số; các bước xử lý trong gói ấy không được công nhận" };
        var force = Force();
        var trust = new TrustChoice();
        var command = new Command("import", "Nhập sổ tính đã điền thành hồ sơ, hoặc nhập gói trao đổi vào kho") { file, output, onto, folder, unsigned, force };
        trust.AddTo(command);
        foreach (var option in new Option[] { options.Store, options.As, options.Role, options.Rules })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            var isPackage = IsPackage(result.GetValue(file));
            if (!isPackage && result.GetValue(output) is null)
            {
                result.AddError($"{CallErrors.Prefix}nhập sổ tính cần --out <hồ sơ>: tệp hồ sơ sẽ ghi");
            }

            if (isPackage ? result.GetValue(output) is not null || result.GetValue(onto) is not null : result.GetValue(folder) is not null)
            {
                result.AddError($"{CallErrors.Prefix}{(isPackage ? "--out, --onto đi với sổ tính; gói trao đổi dùng --out-dir, hoặc nhập vào kho" : "--out-dir đi với gói trao đổi; sổ tính dùng --out")}");
            }
        });
        command.SetAction(call =>
        {
            var path = call.GetValue(file)!;
            if (IsPackage(path))
            {
                return new ExchangeRun(screen, clock, trust, options).Import(call, path, call.GetValue(folder), call.GetValue(unsigned));
            }

            return CommonOptions.LoadRules(call.GetValue(options.Rules), screen) is { } packs
                ? new WorkbookRun(packs, screen).Import(path, call.GetValue(output)!, call.GetValue(onto), call.GetValue(force))
                : ExitCodes.WrongInput;
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

    private static bool IsPackage(string? path) => path?.EndsWith(PackageExtension, StringComparison.OrdinalIgnoreCase) is true;
}
