using System.CommandLine;
using EmrSec.Dossiers.Checks;
using EmrSec.Dossiers.Files;
using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Presets;
using EmrSec.Dossiers.Workbooks;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Commands;

/// <summary><c>emrsec dossier workbook</c>: an Excel workbook in which a dossier is filled in.</summary>
internal static class WorkbookCommand
{
    public static Command Create(Screen screen, TimeProvider clock)
    {
        var output = new Argument<string>("sổ tính") { Description = "Tệp .xlsx sẽ lập" };
        var dossier = new Option<string?>("--dossier") { HelpName = "hồ sơ", Description = "Điền sẵn từ hồ sơ này (.yaml)" };
        var preset = new Option<string?>("--preset") { HelpName = "loại", Description = $"Chưa có hồ sơ thì bắt đầu từ bộ mẫu: {string.Join(", ", PresetCatalogue.All.Select(known => known.Id))}" };
        var asOf = CommonOptions.AsOf();
        var regime = CommonOptions.Regime();
        var rules = CommonOptions.Rules();
        var force = ImportCommand.Force();
        var command = new Command("workbook", "Lập sổ Excel (.xlsx) để điền hồ sơ, điền sẵn từ hồ sơ hoặc bộ mẫu") { output, dossier, preset, asOf, regime, rules, force };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(dossier) is null) == (result.GetValue(preset) is null))
            {
                result.AddError($"{CallErrors.Prefix}cần một trong hai: --dossier <hồ sơ> hoặc --preset <loại>");
            }

            if (result.GetValue(output) is { } path && !path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            {
                result.AddError($"{CallErrors.Prefix}tên sổ tính phải có đuôi .xlsx");
            }
        });
        command.SetAction(result =>
        {
            var options = new AssessmentOptions(CommonOptions.Day(result.GetValue(asOf), clock), result.GetValue(regime));
            if (CommonOptions.LoadRules(result.GetValue(rules), screen) is not { } packs || !CommonOptions.KnowsRegime(packs, options.RegimeId, screen))
            {
                return ExitCodes.WrongInput;
            }

            return Text(result.GetValue(dossier), result.GetValue(preset), packs, screen) is var (file, text)
                ? Write(result.GetValue(output)!, file, text, packs, options, CommonOptions.Now(clock), result.GetValue(force), screen)
                : ExitCodes.WrongInput;
        });
        return command;
    }

    private static (string File, string Text)? Text(string? dossier, string? preset, RulePackSet packs, Screen screen)
    {
        var diagnostics = new DiagnosticBag();
        var text = (dossier, preset) switch
        {
            ({ } path, _) => AtomicTextFile.Read(path, diagnostics)?.Text,
            (_, { } id) when PresetCatalogue.Find(id) is not null => PresetWriter.Write(id, packs.Facts, diagnostics),
            _ => null,
        };
        screen.Report(diagnostics);
        if (text is null && preset is not null && PresetCatalogue.Find(preset) is null)
        {
            var ids = PresetCatalogue.All.Select(known => known.Id).ToList();
            screen.Error.WriteLine($"lỗi: --preset: không có mẫu «{preset}»; {NearestName.Help(preset, ids) ?? $"các mẫu: {string.Join(", ", ids)}"}");
        }

        return text is null ? null : (dossier ?? preset!, text);
    }

    private static int Write(string output, string file, string text, RulePackSet packs, AssessmentOptions options, DateTimeOffset now, bool force, Screen screen)
    {
        var read = new DossierReader(packs.Facts).ReadText(text, file);
        if (read.Dossier is { } known)
        {
            AnswerChecks.CheckNames(known, packs, read.Diagnostics);
        }

        screen.Report(read.Diagnostics, DiagnosticSeverity.Warning);
        if (read.Dossier is not { } dossier || read.Diagnostics.HasErrors)
        {
            return ExitCodes.WrongInput;
        }

        var facility = dossier.ToProfile();
        var assessment = RegimeChoice.Of(packs, facility, options).Regime is null ? null : FacilityAssessor.Assess(packs, facility, options);
        if (assessment is null)
        {
            screen.Error.WriteLine("lưu ý: vào ngày này không có luật nào về cấp độ đang hiệu lực; trang «Yêu cầu» chỉ có các câu đã trả lời");
        }

        var diagnostics = new DiagnosticBag();
        if (!ImportCommand.MayWrite(output, force, diagnostics) || !AtomicFile.Write(output, stream => WorkbookWriter.Write(stream, text, read, packs.Facts, assessment, now), diagnostics))
        {
            screen.Report(diagnostics);
            return ExitCodes.WrongInput;
        }

        screen.Out.WriteLine($"Đã lập {output}. Điền xong thì nhập lại: emrsec dossier import {output} --out <hồ sơ>.yaml");
        return ExitCodes.Done;
    }
}
