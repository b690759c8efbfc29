using System.CommandLine;
using EmrSec.Assessor.Reassessments;
using EmrSec.Dossiers.Reassessments;

namespace EmrSec.Assessor.Commands;

/// <summary><c>emrsec rules impact</c>: which stored dossiers changed packs would change, before they go in.</summary>
internal static class ImpactCommand
{
    public static Command Create(Screen screen, TimeProvider clock)
    {
        var rules = new Option<string>("--rules") { HelpName = "thư mục", Description = "Bộ luật sắp dùng; so với bộ luật có sẵn trong chương trình", Required = true };
        var against = new Option<string?>("--against") { HelpName = "thư mục", Description = "So với bộ luật trong thư mục này thay vì bộ luật có sẵn" };
        var output = new Option<string?>("--out", "-o") { HelpName = "tệp", Description = "Ghi mọi thay đổi vào tệp .csv hoặc .xlsx này" };
        output.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.Tokens[^1].Value is var file && !file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            {
                result.AddError($"{CallErrors.Prefix}--out: «{file}» phải là tệp .csv hoặc .xlsx");
            }
        });
        var (day, scope, format, store) = (CommonOptions.AsOf(), ReassessCommand.Scope(), CommonOptions.Format(), new StoreChoice());
        var command = new Command("impact", "Xem bộ luật sắp dùng sẽ thay đổi cấp độ, yêu cầu, thời hạn của những hồ sơ nào trong kho") { rules, against, scope, day, output, format, store.Store };
        command.SetAction(result =>
        {
            if (CommonOptions.LoadRules(result.GetValue(against), screen) is not { } now || CommonOptions.LoadRules(result.GetValue(rules), screen) is not { } next || !ReassessmentScope.TryParse(result.GetValue(scope), out var chosen))
            {
                return ExitCodes.WrongInput;
            }

            var call = new ImpactCall(CommonOptions.Day(result.GetValue(day), clock), chosen, store.Place(result), result.GetValue(output), result.GetValue(format) is "json");
            return new ImpactRun(call, now, next, screen, clock).Run();
        });
        return command;
    }
}
