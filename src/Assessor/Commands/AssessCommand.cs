using System.CommandLine;
using EmrSec.Assessor.Json;
using EmrSec.Dossiers;
using EmrSec.Dossiers.Checks;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Transitions;

namespace EmrSec.Assessor.Commands;

/// <summary><c>emrsec assess</c>: each system's level and the facility's standing on every deadline, with reasons.</summary>
internal static class AssessCommand
{
    /// <summary>What is shown.</summary>
    private enum View
    {
        Assessment,
        Comparison,
        Transition,
    }

    public static Command Create(Screen screen, TimeProvider clock)
    {
        var dossier = new Argument<string>("hồ sơ") { Description = "Tệp hồ sơ (.yaml)" };
        var asOf = CommonOptions.AsOf();
        var rules = CommonOptions.Rules();
        var noPresumptions = CommonOptions.NoPresumptions();
        var regime = CommonOptions.Regime();
        var format = CommonOptions.Format();
        var strict = new Option<bool>("--strict") { Description = "Thoát với mã 1 nếu có nghĩa vụ, việc định kỳ quá hạn hoặc yêu cầu chưa đạt" };
        var compare = new Option<bool>("--compare") { Description = "Xét theo mọi luật, đặt cạnh nhau: cấp độ, căn cứ, thẩm quyền, thời hạn, chuyển tiếp" };
        var transition = new Option<bool>("--transition") { Description = "Chuyển tiếp sang luật mới: cấp độ trước và sau, yêu cầu mang sang, siết chặt, mới, bỏ; hạn; làm gì trước" };
        var command = new Command("assess", "Đánh giá cấp độ của từng hệ thống và tình trạng từng thời hạn, kèm lý do") { dossier, asOf, regime, compare, transition, rules, format, strict, noPresumptions };
        command.Validators.Add(result =>
        {
            if (result.GetValue(compare) && (result.GetValue(regime) is not null || result.GetValue(strict)))
            {
                result.AddError($"{CallErrors.Prefix}--compare xét mọi luật, không đi cùng --regime, --strict");
            }

            if (result.GetValue(transition) && (result.GetValue(compare) || result.GetValue(regime) is not null || result.GetValue(strict)))
            {
                result.AddError($"{CallErrors.Prefix}--transition xét luật trước và luật mới, không đi cùng --compare, --regime, --strict");
            }
        });
        command.SetAction(result =>
        {
            var options = new AssessmentOptions(CommonOptions.Day(result.GetValue(asOf), clock), result.GetValue(regime), !result.GetValue(noPresumptions));
            var view = result.GetValue(transition) ? View.Transition : result.GetValue(compare) ? View.Comparison : View.Assessment;
            return Run(result.GetValue(dossier)!, result.GetValue(rules), options, view, result.GetValue(format) is "json", result.GetValue(strict), screen);
        });
        return command;
    }

    private static int Run(string path, string? rules, AssessmentOptions options, View view, bool json, bool strict, Screen screen)
    {
        if (CommonOptions.LoadRules(rules, screen) is not { } packs || !CommonOptions.KnowsRegime(packs, options.RegimeId, screen))
        {
            return ExitCodes.WrongInput;
        }

        var read = CommonOptions.ReadDossier(path, packs);
        screen.Report(read.Diagnostics);
        if (read.Dossier is not { } dossier || read.Diagnostics.HasErrors)
        {
            return ExitCodes.WrongInput;
        }

        var facility = dossier.ToProfile();
        if (view != View.Assessment)
        {
            return view == View.Comparison ? Compare(dossier, packs, options, json, screen) : Pass(dossier, packs, options, json, screen);
        }

        if (!CommonOptions.HasRegime(packs, facility, options, screen))
        {
            return ExitCodes.WrongInput;
        }

        var assessment = FacilityAssessor.Assess(packs, facility, options);
        var unused = AnswerChecks.Unused(dossier, packs, assessment);
        var findings = new DiagnosticBag();
        AnswerChecks.Report(unused, findings);
        screen.Report(findings);
        if (json)
        {
            screen.Out.WriteLine(System.Text.Encoding.UTF8.GetString(AssessmentJson.Write(dossier, assessment, unused).Span));
        }
        else
        {
            screen.Show(AssessmentPage.Build(dossier, assessment, packs.Facts));
        }

        return strict && Fails(assessment) ? ExitCodes.DoesNotHold : ExitCodes.Done;
    }

    /// <summary>Something is overdue, or a requirement of the level that is certain is not met.</summary>
    private static bool Fails(Assessment assessment)
    {
        foreach (var obligation in assessment.Obligations)
        {
            if (obligation.Status == ObligationStatus.Overdue)
            {
                return true;
            }
        }

        foreach (var duty in assessment.Procedure?.Duties ?? [])
        {
            if (duty.Status == ObligationStatus.Overdue)
            {
                return true;
            }
        }

        foreach (var system in assessment.Requirements)
        {
            if (system.Levels.Count > 0 && system.Levels[0].Totals.Unmet > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static int Compare(Dossier dossier, RulePackSet packs, AssessmentOptions options, bool json, Screen screen)
    {
        var comparison = RegimeComparison.Of(packs, dossier.ToProfile(), options);
        if (json)
        {
            screen.Out.WriteLine(System.Text.Encoding.UTF8.GetString(AssessmentJson.Write(dossier, comparison, options.AsOf).Span));
        }
        else
        {
            screen.Show(ComparisonPage.Build(dossier, comparison, options.AsOf));
        }

        return ExitCodes.Done;
    }

    private static int Pass(Dossier dossier, RulePackSet packs, AssessmentOptions options, bool json, Screen screen)
    {
        var result = Transition.Of(packs, dossier.ToProfile(), options);
        if (result.Transition is not { } transition)
        {
            screen.Error.WriteLine($"lỗi: --transition: {result.WhyNot}");
            return ExitCodes.WrongInput;
        }

        if (json)
        {
            screen.Out.WriteLine(System.Text.Encoding.UTF8.GetString(AssessmentJson.Write(dossier, transition).Span));
        }
        else
        {
            screen.Show(TransitionPage.Build(dossier, transition));
        }

        return ExitCodes.Done;
    }
}
