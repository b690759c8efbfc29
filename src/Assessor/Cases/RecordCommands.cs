using System.CommandLine;
using EmrSec.Assessor.Commands;

namespace EmrSec.Assessor.Cases;

/// <summary>Comments on cases and evidence of them.</summary>
internal static class RecordCommands
{
    public static IEnumerable<Command> Create(Screen screen, TimeProvider clock) =>
    [
        new Command("comment", "Ý kiến của cơ quan thẩm định về từng chỗ của hồ sơ, và trả lời của cơ sở")
        {
            Add(screen, clock), Reply(screen, clock), Settle(screen, clock), Comments(screen, clock),
        },
        new Command("evidence", "Minh chứng của hồ sơ: nộp, xem, lấy ra")
        {
            AddEvidence(screen, clock), Evidence(screen, clock), Get(screen, clock),
        },
    ];

    private static Command Add(Screen screen, TimeProvider clock)
    {
        var options = new CaseOptions();
        var target = new Option<string>("--on") { HelpName = "chỗ", Required = true, Description = "Về yêu cầu (tt12.m.1.1.1, emr/tt12.c.server.auth) hoặc mục (systems.emr.users)" };
        var (text, named) = Words("Ý kiến");
        var command = options.Command("add", "Nêu ý kiến về một yêu cầu hoặc một mục", options.Case, text, target, named);
        command.SetAction(call => CaseDesk.Run(call, options, screen, clock, desk => new CommentRun(desk, screen).Add(call.GetValue(options.Case)!, call.GetValue(target)!, call.GetValue(named) ?? call.GetValue(text) ?? "")));
        return command;
    }

    private static Command Reply(Screen screen, TimeProvider clock)
    {
        var options = new CaseOptions();
        var number = Number();
        var (text, named) = Words("Câu trả lời");
        var command = options.Command("reply", "Cơ sở trả lời một ý kiến", options.Case, number, text, named);
        command.SetAction(call => CaseDesk.Run(call, options, screen, clock, desk => new CommentRun(desk, screen).Reply(call.GetValue(options.Case)!, call.GetValue(number), call.GetValue(named) ?? call.GetValue(text) ?? "")));
        return command;
    }

    private static Command Settle(Screen screen, TimeProvider clock)
    {
        var options = new CaseOptions();
        var number = Number();
        var command = options.Command("settle", "Khép một ý kiến đã được giải quyết", options.Case, number);
        command.SetAction(call => CaseDesk.Run(call, options, screen, clock, desk => new CommentRun(desk, screen).Settle(call.GetValue(options.Case)!, call.GetValue(number))));
        return command;
    }

    private static Command Comments(Screen screen, TimeProvider clock)
    {
        var options = new CaseOptions();
        var open = new Option<bool>("--open") { Description = "Chỉ ý kiến chưa khép" };
        var command = options.Command("list", "Các ý kiến của một hồ sơ", options.Case, open, options.Format);
        command.SetAction(call => CaseDesk.Run(call, options, screen, clock, desk =>
        {
            var @case = desk.Find(call.GetValue(options.Case)!);
            var comments = desk.Store.Comments(@case.Id).Where(comment => !call.GetValue(open) || !comment.IsSettled).ToList();
            return CaseCommands.Show(screen, call.GetValue(options.Format) is "json", () => CaseJson.Comments(@case, comments), () => CaseRecordsPage.Comments(@case, comments, new ChangeWords(desk.Packs)));
        }));
        return command;
    }

    private static Command AddEvidence(Screen screen, TimeProvider clock)
    {
        var options = new CaseOptions();
        var file = new Argument<string>("tệp") { Description = "Tệp minh chứng: PDF, PNG, JPEG, DOCX, XLSX, TXT, CSV" };
        var name = new Option<string?>("--name") { HelpName = "tên", Description = "Tên lưu trong hồ sơ (mặc định: tên tệp); trùng tên là bản mới của minh chứng ấy" };
        var requirement = new Option<string[]>("--requirement", "-r") { HelpName = "mã", Description = "Chứng minh cho yêu cầu này (tt12.m.1.1.1, emr/tt12.c.server.auth); dùng nhiều lần được" };
        var issued = CommonOptions.DayOption("--issued", "Ngày cấp");
        var until = CommonOptions.DayOption("--valid-until", "Ngày cuối còn hiệu lực");
        var command = options.Command("add", "Nộp một minh chứng; nội dung phải đúng với đuôi tệp", options.Case, file, name, requirement, issued, until);
        command.SetAction(call => CaseDesk.Run(call, options, screen, clock, desk => new EvidenceRun(desk, screen).Add(call.GetValue(options.Case)!, new EvidenceOrder(
            call.GetValue(file)!, call.GetValue(name), call.GetValue(requirement) ?? [],
            call.GetValue(issued) is { } day ? CommonOptions.ParseDay(day) : null, call.GetValue(until) is { } last ? CommonOptions.ParseDay(last) : null))));
        return command;
    }

    private static Command Evidence(Screen screen, TimeProvider clock)
    {
        var options = new CaseOptions();
        var all = new Option<bool>("--all") { Description = "Mọi bản, không chỉ bản mới nhất" };
        var command = options.Command("list", "Các minh chứng của một hồ sơ", options.Case, all, options.Format);
        command.SetAction(call => CaseDesk.Run(call, options, screen, clock, desk =>
        {
            var @case = desk.Find(call.GetValue(options.Case)!);
            var records = desk.Store.Evidence(@case.Id);
            var shown = call.GetValue(all) ? records : [.. EvidenceRun.Newest(records)];
            return CaseCommands.Show(screen, call.GetValue(options.Format) is "json", () => CaseJson.Evidence(@case, shown), () => CaseRecordsPage.Evidence(@case, shown, desk.Today));
        }));
        return command;
    }

    private static Command Get(Screen screen, TimeProvider clock)
    {
        var options = new CaseOptions();
        var name = new Argument<string>("tên") { Description = "Tên minh chứng" };
        var number = new Option<int?>("--revision") { HelpName = "số bản", Description = "Bản này (mặc định: bản mới nhất)" };
        var output = new Option<string>("--out", "-o") { HelpName = "tệp", Required = true, Description = "Tệp sẽ ghi" };
        var command = options.Command("get", "Lấy một minh chứng ra tệp", options.Case, name, number, output);
        command.SetAction(call => CaseDesk.Run(call, options, screen, clock, desk => new EvidenceRun(desk, screen).Get(call.GetValue(options.Case)!, call.GetValue(name)!, call.GetValue(number), call.GetValue(output)!)));
        return command;
    }

    // As the last word of the call or by name, as one likes.
    private static (Argument<string?> Text, Option<string?> Named) Words(string description) =>
        (new("lời") { Description = description, Arity = ArgumentArity.ZeroOrOne }, new("--text") { HelpName = "lời", Description = description });

    private static Argument<int> Number()
    {
        var number = new Argument<int>("số") { Description = "Số của ý kiến" };
        number.Validators.Add(found =>
        {
            if (found.Tokens is [.., var last] && !(int.TryParse(last.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var written) && written > 0))
            {
                found.AddError($"{CallErrors.Prefix}«{last.Value}» không phải số của ý kiến");
            }
        });
        return number;
    }
}
