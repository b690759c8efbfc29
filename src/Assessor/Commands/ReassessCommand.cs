using System.CommandLine;
using EmrSec.Assessor.Reassessments;
using EmrSec.Assessor.Serving;
using EmrSec.Dossiers.Reassessments;

namespace EmrSec.Assessor.Commands;

/// <summary><c>emrsec reassess</c>: every dossier in force of a store again, and what is new since the last time.</summary>
internal static class ReassessCommand
{
    public static Option<string> Scope()
    {
        var scope = new Option<string>("--scope") { HelpName = "phạm vi", Description = "all (mặc định), province:bac-ninh hoặc facility:27-001", DefaultValueFactory = _ => ReassessmentScope.All.Name };
        scope.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !ReassessmentScope.TryParse(result.Tokens[^1].Value, out _))
            {
                result.AddError($"{CallErrors.Prefix}--scope: không hiểu «{result.Tokens[^1].Value}»; viết all, province:bac-ninh hoặc facility:27-001");
            }
        });
        return scope;
    }

    public static Command Create(Screen screen, TimeProvider clock)
    {
        var (day, scope, format, rules, store) = (CommonOptions.AsOf(), Scope(), CommonOptions.Format(), CommonOptions.Rules(), new StoreChoice());
        var output = new Option<string?>("--out", "-o") { HelpName = "thư mục", Description = "Ghi bảng (CSV, Excel), biên bản và bảng theo dõi thời hạn (PDF) vào thư mục này" };
        var json = new Option<bool>("--from-json") { Description = "Đọc lại toàn văn từng hồ sơ thay vì mảng số kèm theo; chậm hơn, kết quả như nhau" };
        var notify = ServeCommand.NotifyOption();
        var transition = new Option<bool>("--transition") { Description = "Thêm bảng chuyển tiếp sang luật mới của mọi hồ sơ còn theo luật trước" };
        var body = new Option<string?>("--body") { HelpName = "tên", Description = "Cơ quan lập biên bản (mặc định: Sở Y tế của tỉnh)" };
        var number = new Option<string?>("--number") { HelpName = "số", Description = "Số, ký hiệu của biên bản, ví dụ 12/BB-SYT" };
        var place = new Option<string?>("--place") { HelpName = "nơi", Description = "Địa danh ghi trước ngày trên văn bản" };
        var signer = new Option<string?>("--signer") { HelpName = "chức vụ:tên", Description = "Người ký biên bản, ví dụ \"Giám đốc:Nguyễn Văn Mẫu\"" };
        var command = new Command("reassess", "Đánh giá lại mọi hồ sơ đang có hiệu lực trong kho, so với lần trước")
        {
            day, scope, output, notify, format, json, transition, body, number, place, signer, store.Store, store.As, rules,
        };
        command.SetAction(result =>
        {
            if (CommonOptions.LoadRules(result.GetValue(rules), screen) is not { } packs || !ReassessmentScope.TryParse(result.GetValue(scope), out var chosen))
            {
                return ExitCodes.WrongInput;
            }

            ServeSettings? settings = null;
            if (result.GetValue(notify) is { } path && (settings = ServeCommand.ReadSettings(path, screen)) is null)
            {
                return ExitCodes.WrongInput;
            }

            var call = new ReassessCall(CommonOptions.Day(result.GetValue(day), clock), chosen, store.Place(result), store.Account(result))
            {
                Folder = result.GetValue(output),
                Notify = settings,
                IsJson = result.GetValue(format) is "json",
                FromJson = result.GetValue(json),
                WithTransition = result.GetValue(transition),
                Body = result.GetValue(body),
                Number = result.GetValue(number),
                Town = result.GetValue(place),
                Signer = result.GetValue(signer),
            };
            return new ReassessRun(call, packs, screen, clock).Run();
        });
        return command;
    }
}
