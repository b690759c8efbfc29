using System.CommandLine;
using EmrSec.Rules.Cases;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Commands;

/// <summary><c>emrsec rules</c>: for whoever reads the law as data, or writes it.</summary>
internal static class RulesCommands
{
    public static Command Create(Screen screen, TimeProvider clock) => new("rules", "Xem, kiểm tra và thử các gói luật")
    {
        List(screen),
        Show(screen),
        Check(screen),
        Gaps(screen),
        Test(screen),
        ImpactCommand.Create(screen, clock),
    };

    private static Command List(Screen screen)
    {
        var rules = CommonOptions.Rules();
        var command = new Command("list", "Liệt kê các gói luật, tiêu chí và nghĩa vụ") { rules };
        command.SetAction(result => WithRules(result.GetValue(rules), screen, packs =>
        {
            screen.Show(RulesPages.List(packs));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static Command Show(Screen screen)
    {
        var id = new Argument<string>("mã") { Description = "Mã tiêu chí (9.2c), nghĩa vụ (bac-ninh-2025-11.dossier), yêu cầu (tt12.d.plan.vii), gói luật (nd85-2016) hoặc dữ kiện (system.users)" };
        var rules = CommonOptions.Rules();
        var command = new Command("show", "Nói một quy tắc bằng lời: nội dung, trích dẫn, các dữ kiện nó hỏi") { id, rules };
        command.SetAction(result => WithRules(result.GetValue(rules), screen, packs => ShowOne(packs, result.GetValue(id)!, screen)));
        return command;
    }

    private static int ShowOne(RulePackSet packs, string id, Screen screen)
    {
        if (RulesPages.Show(packs, id) is { } page)
        {
            screen.Show(page);
            return ExitCodes.Done;
        }

        screen.Error.WriteLine($"lỗi: không có quy tắc nào mang mã «{id}»; {NearestName.Help(id, RulesPages.Ids(packs)) ?? "xem các mã: emrsec rules list"}");
        return ExitCodes.WrongInput;
    }

    private static Command Check(Screen screen)
    {
        var folder = new Argument<string?>("thư mục") { Description = "Thư mục luật (mặc định: luật có sẵn)", Arity = ArgumentArity.ZeroOrOne };
        var notes = new Option<bool>("--notes") { Description = "Nêu cả các lưu ý, như dữ kiện chưa quy tắc nào dùng" };
        var command = new Command("check", "Tìm mọi lỗi trong luật: tệp, dòng, cột, cách sửa") { folder, notes };
        command.SetAction(result => CheckAll(result.GetValue(folder), result.GetValue(notes), screen));
        return command;
    }

    private static int CheckAll(string? folder, bool showNotes, Screen screen)
    {
        var (files, diagnostics) = Open(folder);
        var packs = diagnostics.HasErrors ? null : PackLoader.Load(files, diagnostics).Packs;
        if (packs is not null)
        {
            PackChecks.Run(packs, diagnostics);

            // Case files are not part of the law, but a case that cannot be read checks nothing.
            CaseRunner.Run(files, packs, diagnostics);
        }

        screen.Report(diagnostics, showNotes ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning);
        var errors = diagnostics.Items.Count(item => item.Severity == DiagnosticSeverity.Error);
        var warnings = diagnostics.Items.Count(item => item.Severity == DiagnosticSeverity.Warning);
        if (diagnostics.HasErrors)
        {
            screen.Error.WriteLine($"{errors} lỗi, {warnings} cảnh báo; gói có lỗi không được dùng");
            return ExitCodes.WrongInput;
        }

        screen.Out.WriteLine($"Luật đọc được trọn vẹn: {packs!.Regimes.Count} luật về cấp độ, {packs.Directives.Count} văn bản chỉ đạo, {packs.Requirements.Sum(catalogue => catalogue.Requirements.Count)} yêu cầu, {packs.Facts.All.Count} dữ kiện; 0 lỗi, {warnings} cảnh báo, {diagnostics.Items.Count - warnings} lưu ý{(showNotes ? "" : " (xem: --notes)")}");
        return ExitCodes.Done;
    }

    private static Command Gaps(Screen screen)
    {
        var rules = CommonOptions.Rules();
        var regime = new Option<string?>("--regime") { HelpName = "mã", Description = "Luật cần xem (mặc định: mọi luật)" };
        var command = new Command("gaps", "Tìm những trường hợp mà luật không cho cấp độ nào") { regime, rules };
        command.SetAction(result => WithRules(result.GetValue(rules), screen, packs => ShowGaps(packs, result.GetValue(regime), screen)));
        return command;
    }

    private static int ShowGaps(RulePackSet packs, string? id, Screen screen)
    {
        IReadOnlyList<Regime> regimes = id is null ? packs.Regimes : packs.FindRegime(id) is { } found ? [found] : [];
        if (regimes.Count == 0)
        {
            screen.Error.WriteLine($"lỗi: --regime: không có luật «{id}»; các luật: {string.Join(", ", packs.Regimes.Select(known => known.Header.Id))}");
            return ExitCodes.WrongInput;
        }

        screen.Show(RulesPages.Gaps(packs, regimes));
        return ExitCodes.Done;
    }

    private static Command Test(Screen screen)
    {
        var folder = new Argument<string?>("thư mục") { Description = "Thư mục luật (mặc định: luật có sẵn)", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("test", "Chạy các trường hợp thử đặt cạnh luật: cấp độ, tiêu chí và trích dẫn đều phải đúng") { folder };
        command.SetAction(result => TestAll(result.GetValue(folder), screen));
        return command;
    }

    private static int TestAll(string? folder, Screen screen)
    {
        var (files, diagnostics) = Open(folder);
        var packs = diagnostics.HasErrors ? null : PackLoader.Load(files, diagnostics).Packs;
        if (packs is null || diagnostics.HasErrors)
        {
            screen.Report(diagnostics);
            return ExitCodes.WrongInput;
        }

        var results = CaseRunner.Run(files, packs, diagnostics);
        screen.Report(diagnostics);
        foreach (var result in results.Where(result => !result.Passed))
        {
            screen.Out.WriteLine($"KHÔNG ĐẠT {result.Position} {result.Name}");
            foreach (var failure in result.Failures)
            {
                screen.Out.WriteLine($"    {failure}");
            }
        }

        var untested = CaseRunner.Untested(results, packs).ToList();
        foreach (var pack in untested)
        {
            screen.Out.WriteLine($"KHÔNG ĐẠT {pack}: gói luật chưa có trường hợp thử nào");
        }

        var failed = results.Count(result => !result.Passed) + untested.Count;
        screen.Out.WriteLine($"{results.Count(result => result.Passed)} passed, {failed} failed");
        return diagnostics.HasErrors ? ExitCodes.WrongInput : failed > 0 || results.Count == 0 ? ExitCodes.DoesNotHold : ExitCodes.Done;
    }

    private static (IReadOnlyList<PackFile> Files, DiagnosticBag Diagnostics) Open(string? folder)
    {
        var diagnostics = new DiagnosticBag();
        return (folder is null ? PackSource.BuiltIn() : PackSource.Folder(folder, diagnostics), diagnostics);
    }

    private static int WithRules(string? folder, Screen screen, Func<RulePackSet, int> run) =>
        CommonOptions.LoadRules(folder, screen) is { } packs ? run(packs) : ExitCodes.WrongInput;
}
