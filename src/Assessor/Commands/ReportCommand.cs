using System.CommandLine;
using System.CommandLine.Parsing;
using EmrSec.Assessor.Reports;
using EmrSec.Reports.Papers;

namespace EmrSec.Assessor.Commands;

/// <summary><c>emrsec report</c>: papers of a dossier as PDF/A, DOCX or HTML; all of them; or a pack with its evidence.</summary>
internal static class ReportCommand
{
    /// <summary>Every paper that goes with the dossier, into a folder.</summary>
    public const string All = "all";

    /// <summary>The papers and the evidence, in a ZIP.</summary>
    public const string Pack = "pack";

    public static Command Create(Screen screen, TimeProvider clock)
    {
        var options = new ReportOptions();
        var command = new Command("report", "Lập văn bản từ hồ sơ: hồ sơ đề xuất cấp độ, công văn, tờ trình, quyết định, báo cáo; PDF/A, DOCX, HTML hoặc gói ZIP")
        {
            options.Dossier, options.Kind, options.Output, options.Format, options.Draft, options.Systems, options.Number, options.Date, options.Place,
            options.Since, options.Previous, options.Templates, options.ListKinds, options.Export, options.AsOf, options.Regime, options.Rules, options.NoPresumptions,
        };
        options.Kind.Validators.Add(result => CheckKind(result.Tokens, message => result.AddError(message)));
        command.Validators.Add(result =>
        {
            foreach (var wrong in WrongCall(result, options))
            {
                result.AddError(CallErrors.Prefix + wrong);
            }
        });
        command.SetAction(result =>
        {
            if (result.GetValue(options.ListKinds))
            {
                screen.Show(KindsPage.Build());
                return ExitCodes.Done;
            }

            if (result.GetValue(options.Export) is { } folder)
            {
                return ReportRun.Export(folder, screen);
            }

            var call = options.Read(result, clock);
            if (call.Kind is not (All or Pack))
            {
                call.Templates.Begin(call.Kind);
            }

            return CommonOptions.LoadRules(result.GetValue(options.Rules), screen) is { } packs ? new ReportRun(call, packs, screen).Run() : ExitCodes.WrongInput;
        });
        return command;
    }

    private static IEnumerable<string> WrongCall(CommandResult result, ReportOptions options)
    {
        if (result.GetValue(options.ListKinds) || result.GetValue(options.Export) is not null)
        {
            yield break;
        }

        if (string.IsNullOrEmpty(result.GetValue(options.Dossier)))
        {
            yield return "thiếu <hồ sơ>";
        }

        var kind = result.GetValue(options.Kind);
        if (string.IsNullOrEmpty(kind))
        {
            yield return "thiếu --kind <loại>; xem emrsec report --list-kinds";
        }

        if (result.GetValue(options.Previous) is not null && result.GetValue(options.Since) is null)
        {
            yield return "--previous cần thêm --since <ngày>: ngày của lần đánh giá trước";
        }

        var file = result.GetValue(options.Output);
        if (string.IsNullOrEmpty(file))
        {
            yield return "thiếu --out <tệp>";
        }
        else if (kind is not null && WrongTarget(kind, file) is { } wrong)
        {
            yield return wrong;
        }
    }

    private static void CheckKind(IReadOnlyList<Token> tokens, Action<string> error)
    {
        if (tokens.Count > 0 && tokens[^1].Value is var word && word is not (All or Pack) && PaperKind.Find(word) is null)
        {
            var known = PaperKind.All.Select(each => each.Id).Append(All).Append(Pack).ToList();
            error($"{CallErrors.Prefix}--kind: không có loại văn bản «{word}»; {NearestName.Help(word, known) ?? "xem emrsec report --list-kinds"}");
        }
    }

    private static string? WrongTarget(string kind, string file) => kind switch
    {
        All => File.Exists(file) ? $"--out: «{file}» là tệp; --kind {All} cần một thư mục" : null,
        Pack => file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? null : $"--out: «{file}» phải là tệp .zip",
        _ => PaperFormat.Of(file) is null ? $"--out: «{file}» phải là tệp .pdf, .docx hoặc .html" : null,
    };
}
