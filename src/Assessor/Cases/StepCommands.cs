using System.CommandLine;
using EmrSec.Assessor.Commands;
using EmrSec.Assessor.Signatures;
using EmrSec.Dossiers.Workflow;
using EmrSec.Reports.Papers;

namespace EmrSec.Assessor.Cases;

/// <summary>The steps of a case, each a command, and the papers they are taken by.</summary>
internal static class StepCommands
{
    public static IEnumerable<Command> Create(Screen screen, TimeProvider clock) =>
    [
        Step(StepKind.Submit, "Gửi hồ sơ đề nghị thẩm định, kèm công văn đã ký số của người đứng đầu cơ sở", screen, clock, takesPaper: true),
        Step(StepKind.Accept, "Tiếp nhận: hồ sơ đầy đủ, hợp lệ; đồng hồ thẩm định bắt đầu chạy", screen, clock),
        Step(StepKind.Return, "Trả lại hồ sơ chưa đầy đủ, hợp lệ, nêu lý do", screen, clock),
        Step(StepKind.Start, "Bắt đầu thẩm định", screen, clock),
        Step(StepKind.RequestSupplement, "Yêu cầu bổ sung; đồng hồ thẩm định dừng đến khi cơ sở trả lời", screen, clock),
        Step(StepKind.Answer, "Trả lời yêu cầu bổ sung; đồng hồ thẩm định chạy tiếp", screen, clock),
        Step(StepKind.AppraiseFit, "Ý kiến thẩm định: phù hợp hoặc chưa phù hợp, kèm văn bản đã ký số (bắt buộc từ cấp độ 3)", screen, clock, takesPaper: true),
        Step(StepKind.Present, "Trình phê duyệt (cấp độ 3 trở lên); đồng hồ phê duyệt bắt đầu chạy", screen, clock, takesPaper: true),
        Step(StepKind.Approve, "Phê duyệt, kèm quyết định đã ký số", screen, clock, takesPaper: true),
        Step(StepKind.Refuse, "Không phê duyệt, nêu lý do", screen, clock),
        Step(StepKind.EnterForce, "Ghi ngày quyết định có hiệu lực, khi khác ngày ký", screen, clock),
        Paper(screen, clock),
    ];

    private static Command Step(StepKind kind, string description, Screen screen, TimeProvider clock, bool takesPaper = false)
    {
        var options = new CaseOptions();
        var trust = new TrustChoice();
        var signed = new Option<string?>("--signed") { HelpName = "tệp", Description = "Tệp PDF đã ký số của văn bản do emrsec case paper lập" };
        var result = new Option<string?>("--result") { HelpName = "fit|unfit", Description = "Kết luận: fit (phù hợp), unfit (chưa phù hợp); có văn bản đã ký thì lấy theo văn bản" };
        result.AcceptOnlyFromAmong("fit", "unfit");
        var effective = CommonOptions.DayOption("--effective", "Ngày quyết định có hiệu lực (mặc định: ngày của quyết định)");
        var regime = new Option<string?>("--regime") { HelpName = "mã", Description = "Theo luật này, ví dụ nd85-2016 cho hồ sơ chuyển tiếp (mặc định: luật có hiệu lực vào ngày gửi)" };
        List<Symbol> own = [options.Case, options.Day, options.Reason];
        own.AddRange(kind switch
        {
            StepKind.Submit => [signed, regime],
            StepKind.AppraiseFit => [result, signed],
            StepKind.Approve => [signed, effective],
            _ when takesPaper => [signed],
            _ => Array.Empty<Symbol>(),
        });
        var command = options.Command(StepTable.Of(kind).Word, description, own);
        if (takesPaper)
        {
            trust.AddTo(command);
        }

        if (kind is StepKind.AppraiseFit)
        {
            command.Validators.Add(call =>
            {
                if (call.GetValue(result) is null && call.GetValue(signed) is null)
                {
                    call.AddError($"{CallErrors.Prefix}thiếu --signed <tệp> hoặc --result fit|unfit");
                }
            });
        }

        command.SetAction(call => SigningRun.Explain(screen, () => CaseDesk.Run(call, options, screen, clock, desk => new StepRun(desk, screen, () => trust.Read(call, screen)).Take(new StepOrder(
            call.GetValue(options.Case)!, kind is StepKind.AppraiseFit && call.GetValue(result) is "unfit" ? StepKind.AppraiseUnfit : kind)
        {
            Day = call.GetValue(options.Day) is { } day ? CommonOptions.ParseDay(day) : null,
            Reason = call.GetValue(options.Reason),
            Signed = takesPaper ? call.GetValue(signed) : null,
            Effective = kind is StepKind.Approve && call.GetValue(effective) is { } from ? CommonOptions.ParseDay(from) : null,
            Regime = kind is StepKind.Submit ? call.GetValue(regime) : null,
            HasResult = kind is StepKind.AppraiseFit && call.GetValue(result) is not null,
        }))));
        return command;
    }

    private static Command Paper(Screen screen, TimeProvider clock)
    {
        var options = new CaseOptions();
        var choice = new PaperChoice();
        var kind = new Option<string>("--kind") { HelpName = "loại", Required = true, Description = "Loại văn bản: request-approval, request-appraisal, request-opinion, appraisal, submission, decision, decision-plan, dossier…" };
        kind.Validators.Add(found =>
        {
            if (found.Tokens is [.., var last] && PaperKind.Find(last.Value) is null)
            {
                found.AddError($"{CallErrors.Prefix}--kind: không có loại văn bản «{last.Value}»; {NearestName.Help(last.Value, PaperKind.All.Select(each => each.Id).ToList()) ?? "xem emrsec report --list-kinds"}");
            }
        });
        var output = new Option<string>("--out", "-o") { HelpName = "tệp", Required = true, Description = "Tệp .pdf (để ký), .docx hoặc .html" };
        output.Validators.Add(found =>
        {
            if (found.Tokens is [.., var last] && PaperFormat.Of(last.Value) is null)
            {
                found.AddError($"{CallErrors.Prefix}--out: «{last.Value}» phải là tệp .pdf, .docx hoặc .html");
            }
        });
        var draft = new Option<bool>("--draft") { Description = "In bản dự thảo: đánh dấu chỗ còn thiếu; không lưu vào kho, không ký được" };
        var templates = new Option<string?>("--templates") { HelpName = "thư mục", Description = "Dùng mẫu trong thư mục này thay cho mẫu có sẵn cùng tên" };
        var regime = new Option<string?>("--regime") { HelpName = "mã", Description = "Theo luật này, ví dụ nd85-2016 cho hồ sơ chuyển tiếp (mặc định: luật của hồ sơ)" };
        var command = options.Command("paper", "Lập văn bản của bước tiếp theo từ bản hiện nay của hồ sơ, lưu vào kho chờ bản ký số", [options.Case, kind, output, .. choice.Options, regime, draft, templates]);
        command.SetAction(call => CaseDesk.Run(call, options, screen, clock, desk => new PaperRun(desk, screen).Make(
            call.GetValue(options.Case)!,
            new PaperOrder(PaperKind.Find(call.GetValue(kind)!)!, call.GetValue(output)!, call.GetValue(draft), call.GetValue(templates), call.GetValue(regime), before => choice.Read(call, before)))));
        return command;
    }
}
