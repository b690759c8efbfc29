using System.CommandLine;
using System.Runtime.CompilerServices;
using EmrSec.Assessor.Interviews;
using EmrSec.Dossiers.Files;
using EmrSec.Dossiers.Presets;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Facts;

namespace EmrSec.Assessor.Commands;

/// <summary><c>emrsec dossier</c>: making and filling in a dossier.</summary>
internal static class DossierCommands
{
    /// <summary>The commands.</summary>
    /// <param name="screen">Where they write.</param>
    /// <param name="clock">The time.</param>
    /// <param name="isCalled">Whether one of them is called: else only the name of the group is needed.</param>
    public static Command Create(Screen screen, TimeProvider clock, bool isCalled)
    {
        var group = new Command("dossier", "Lập và điền hồ sơ");
        if (isCalled)
        {
            AddAll(group, screen, clock);
        }

        return group;
    }

    // Whoever calls another command need not wait for workbooks, keys and signatures to be loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddAll(Command group, Screen screen, TimeProvider clock)
    {
        group.Subcommands.Add(New(screen));
        group.Subcommands.Add(Ask(screen, clock));
        group.Subcommands.Add(WorkbookCommand.Create(screen, clock));
        group.Subcommands.Add(ImportCommand.Create(screen, clock));
        group.Subcommands.Add(ExportCommand.Create(screen, clock));
    }

    private static Command New(Screen screen)
    {
        var ids = PresetCatalogue.All.Select(preset => preset.Id).ToList();
        var preset = new Option<string>("--preset") { HelpName = "loại", Required = true, Description = $"Loại cơ sở: {string.Join(", ", ids)}" };
        var output = new Option<string?>("--out") { HelpName = "tệp", Description = "Tệp hồ sơ sẽ tạo (mặc định: in ra màn hình); tệp đã có thì không ghi đè" };
        var name = new Option<string?>("--name") { HelpName = "tên", Description = "Tên cơ sở, ghi sẵn vào hồ sơ" };
        var rules = CommonOptions.Rules();
        var command = new Command("new", "Tạo hồ sơ mẫu có chú thích để điền") { preset, output, name, rules };
        command.SetAction(result => Write(result.GetValue(preset)!, result.GetValue(output), result.GetValue(name), result.GetValue(rules), screen));
        return command;
    }

    private static int Write(string preset, string? output, string? name, string? rules, Screen screen)
    {
        var ids = PresetCatalogue.All.Select(known => known.Id).ToList();
        if (PresetCatalogue.Find(preset) is null)
        {
            screen.Error.WriteLine($"lỗi: --preset: không có mẫu «{preset}»; {NearestName.Help(preset, ids) ?? $"các mẫu: {string.Join(", ", ids)}"}");
            return ExitCodes.WrongInput;
        }

        if (CommonOptions.LoadRules(rules, screen) is not { } packs)
        {
            return ExitCodes.WrongInput;
        }

        var diagnostics = new DiagnosticBag();
        var text = PresetWriter.Write(preset, packs.Facts, diagnostics, name, output is null ? "dossier.yaml" : Path.GetFileName(output));
        if (text is not null && output is null)
        {
            screen.Out.Write(text);
        }

        if (text is null || (output is not null && AtomicTextFile.Create(output, text, diagnostics) is null))
        {
            screen.Report(diagnostics);
            return ExitCodes.WrongInput;
        }

        if (output is not null)
        {
            screen.Out.WriteLine($"Đã tạo {output}. Mở bằng trình soạn thảo để điền, hoặc trả lời từng câu: emrsec dossier ask {output}");
        }

        return ExitCodes.Done;
    }

    private static Command Ask(Screen screen, TimeProvider clock)
    {
        var dossier = new Argument<string>("hồ sơ") { Description = "Tệp hồ sơ (.yaml)" };
        var asOf = CommonOptions.AsOf();
        var rules = CommonOptions.Rules();
        var noPresumptions = CommonOptions.NoPresumptions();
        var regime = CommonOptions.Regime();
        var deadlines = new Option<bool>("--deadlines") { Description = "Hỏi cả về thời hạn khi hồ sơ chưa khai gì về cơ sở" };
        var command = new Command("ask", "Hỏi từng câu, câu quyết định nhiều nhất trước, và ghi câu trả lời vào hồ sơ") { dossier, asOf, regime, rules, noPresumptions, deadlines };
        command.SetAction(result =>
        {
            var options = new AssessmentOptions(CommonOptions.Day(result.GetValue(asOf), clock), result.GetValue(regime), !result.GetValue(noPresumptions));
            return Interview(result.GetValue(dossier)!, result.GetValue(rules), options, result.GetValue(deadlines) ? true : null, screen);
        });
        return command;
    }

    /// <summary>A dossier that says nothing is judged by the law asked for, or by that of the day; any other falls back on it.</summary>
    private static FacilityProfile Nothing { get; } = new(FactSet.Empty, FactSet.Empty, []);

    private static int Interview(string path, string? rules, AssessmentOptions options, bool? askDeadlines, Screen screen)
    {
        if (CommonOptions.LoadRules(rules, screen) is not { } packs || !CommonOptions.HasRegime(packs, Nothing, options, screen))
        {
            return ExitCodes.WrongInput;
        }

        var diagnostics = new DiagnosticBag();
        var interview = Interviews.Interview.Begin(path, packs, options, askDeadlines, diagnostics);
        screen.Report(diagnostics);
        return interview is null ? ExitCodes.WrongInput : new InterviewScreen(interview, screen, options.AsOf).Run();
    }
}
