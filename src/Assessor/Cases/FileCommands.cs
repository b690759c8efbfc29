using System.CommandLine;
using EmrSec.Assessor.Commands;
using EmrSec.Assessor.Json;
using EmrSec.Dossiers.Checks;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;

namespace EmrSec.Assessor.Cases;

/// <summary>Opening, revising and reading cases.</summary>
internal static class FileCommands
{
    public static IEnumerable<Command> Create(Screen screen, TimeProvider clock) =>
        [Open(screen, clock), Revise(screen, clock), Export(screen, clock), List(screen, clock), Show(screen, clock), History(screen, clock), Changes(screen, clock), Assess(screen, clock)];

    private static Command Open(Screen screen, TimeProvider clock)
    {
        var options = new CaseOptions();
        var file = new Argument<string>("tệp") { Description = "Tệp hồ sơ (.yaml)" };
        var command = options.Command("open", "Lập hồ sơ mới trong kho từ một tệp hồ sơ; cơ sở đang có hồ sơ còn hiệu lực thì là hồ sơ xác định lại cấp độ", file, options.Day, options.Reason);
        command.SetAction(call => CaseDesk.Run(call, options, screen, clock, desk => new RevisionRun(desk, screen).Open(call.GetValue(file)!, call.GetValue(options.Reason), CommonOptions.Day(call.GetValue(options.Day), clock))));
        return command;
    }

    private static Command Revise(Screen screen, TimeProvider clock)
    {
        var options = new CaseOptions();
        var file = new Argument<string>("tệp") { Description = "Tệp hồ sơ đã sửa (.yaml)" };
        var from = new Option<int?>("--from") { HelpName = "số bản", Description = "Tệp sửa từ bản này (mặc định: số bản ghi ở dòng đầu tệp do emrsec case export xuất ra); có bản khác chen giữa thì không lưu" };
        var command = options.Command("revise", "Lưu bản mới của hồ sơ; có người lưu bản khác từ khi sửa thì không lưu và nêu hai bên khác gì", options.Case, file, from, options.Reason);
        command.SetAction(call => CaseDesk.Run(call, options, screen, clock, desk => new RevisionRun(desk, screen).Revise(call.GetValue(options.Case)!, call.GetValue(file)!, call.GetValue(from), call.GetValue(options.Reason))));
        return command;
    }

    private static Command Export(Screen screen, TimeProvider clock)
    {
        var options = new CaseOptions();
        var output = new Option<string>("--out", "-o") { HelpName = "tệp", Required = true, Description = "Tệp .yaml sẽ ghi" };
        var revision = new Option<int?>("--revision") { HelpName = "số bản", Description = "Bản này (mặc định: bản hiện nay)" };
        var command = options.Command("export", "Ghi một bản của hồ sơ ra tệp .yaml để xem hoặc sửa; tệp ghi rõ là bản nào", options.Case, output, revision);
        command.SetAction(call => CaseDesk.Run(call, options, screen, clock, desk => new RevisionRun(desk, screen).Export(call.GetValue(options.Case)!, call.GetValue(output)!, call.GetValue(revision))));
        return command;
    }

    private static Command List(Screen screen, TimeProvider clock)
    {
        var options = new CaseOptions();
        var state = new Option<string[]>("--state") { HelpName = "bước", Description = $"Chỉ hồ sơ ở bước này: {string.Join(", ", CaseCommands.StateWords)}; dùng nhiều lần được" };
        state.AcceptOnlyFromAmong(CaseCommands.StateWords);
        var province = new Option<string?>("--province") { HelpName = "tỉnh", Description = "Chỉ hồ sơ của tỉnh này, ví dụ bac-ninh" };
        var facility = new Option<string?>("--facility") { HelpName = "mã", Description = "Chỉ hồ sơ của cơ sở này" };
        var due = new Option<bool>("--due") { Description = "Chỉ hồ sơ có việc quá hạn hoặc sắp đến hạn" };
        var asOf = CommonOptions.DayOption("--as-of", "Xét hạn vào ngày này (mặc định: hôm nay)");
        var command = options.Command("list", "Danh sách hồ sơ, việc quá hạn xếp trước", state, province, facility, due, asOf, options.Format);
        command.SetAction(call => CaseDesk.Run(call, options, screen, clock, desk =>
        {
            var query = new CaseQuery
            {
                States = [.. (call.GetValue(state) ?? []).Select(word => (CaseState)Array.IndexOf(CaseCommands.StateWords, word))],
                Province = call.GetValue(province),
                FacilityCode = call.GetValue(facility),
            };
            var day = CommonOptions.Day(call.GetValue(asOf), clock);
            var cases = CaseList.Read(desk, query, day, call.GetValue(due));
            return CaseCommands.Show(screen, call.GetValue(options.Format) is "json", () => CaseJson.List(cases, day), () => CaseList.Build(cases, day));
        }));
        return command;
    }

    private static Command Show(Screen screen, TimeProvider clock)
    {
        var options = new CaseOptions();
        var asOf = CommonOptions.DayOption("--as-of", "Xét hạn vào ngày này (mặc định: hôm nay)");
        var command = options.Command("show", "Một hồ sơ: đang ở đâu, đến lượt ai, hạn nào, văn bản nào", options.Case, asOf, options.Format);
        command.SetAction(call => CaseDesk.Run(call, options, screen, clock, desk =>
        {
            var day = CommonOptions.Day(call.GetValue(asOf), clock);
            var view = CaseView.Of(desk, desk.Find(call.GetValue(options.Case)!), day);
            return CaseCommands.Show(screen, call.GetValue(options.Format) is "json", () => CaseJson.Show(view, day), () => CasePage.Build(view, day));
        }));
        return command;
    }

    private static Command History(Screen screen, TimeProvider clock)
    {
        var options = new CaseOptions();
        var command = options.Command("history", "Các bước và các bản của một hồ sơ, từ đầu", options.Case, options.Format);
        command.SetAction(call => CaseDesk.Run(call, options, screen, clock, desk =>
        {
            var @case = desk.Find(call.GetValue(options.Case)!);
            var (steps, revisions) = (desk.Store.Steps(@case.Id), desk.Store.Revisions(@case.Id));
            return CaseCommands.Show(screen, call.GetValue(options.Format) is "json", () => CaseJson.History(@case, steps, revisions), () => CaseRecordsPage.History(@case, steps, revisions));
        }));
        return command;
    }

    private static Command Changes(Screen screen, TimeProvider clock)
    {
        var options = new CaseOptions();
        var since = new Option<int?>("--since") { HelpName = "số bản", Description = "So với bản này (mặc định: bản mà cơ quan thẩm định xem lần trước)" };
        var command = options.Command("changes", "Hồ sơ đã sửa gì từ lần xem trước, mỗi chỗ sửa liên quan ý kiến nào", options.Case, since, options.Format);
        command.SetAction(call => CaseDesk.Run(call, options, screen, clock, desk =>
        {
            var changes = CaseChanges.Of(desk, desk.Find(call.GetValue(options.Case)!), call.GetValue(since));
            return CaseCommands.Show(screen, call.GetValue(options.Format) is "json", () => CaseJson.Changes(changes), () => CaseRecordsPage.Changes(changes, new ChangeWords(desk.Packs)));
        }));
        return command;
    }

    private static Command Assess(Screen screen, TimeProvider clock)
    {
        var options = new CaseOptions();
        var asOf = CommonOptions.AsOf();
        var keep = new Option<bool>("--keep") { Description = "Lưu kết quả đánh giá vào kho cùng hồ sơ" };
        var command = options.Command("assess", "Đánh giá bản hiện nay của hồ sơ; ngày nhận, thẩm định, phê duyệt lấy theo các bước trong kho", options.Case, asOf, keep, options.Format);
        command.SetAction(call => CaseDesk.Run(call, options, screen, clock, desk =>
        {
            var snapshot = desk.Load(desk.Find(call.GetValue(options.Case)!), CommonOptions.Day(call.GetValue(asOf), clock));
            var unused = AnswerChecks.Unused(snapshot.Dossier, desk.Packs, snapshot.Assessment);
            var content = AssessmentJson.Write(snapshot.Dossier, snapshot.Assessment, unused);
            if (call.GetValue(keep))
            {
                Keep(desk, snapshot, content);
            }

            return CaseCommands.Show(screen, call.GetValue(options.Format) is "json", () => System.Text.Encoding.UTF8.GetString(content.Span), () => AssessmentPage.Build(snapshot.Dossier, snapshot.Assessment, desk.Packs.Facts));
        }));
        return command;
    }

    private static void Keep(CaseDesk desk, CaseSnapshot snapshot, ReadOnlyMemory<byte> content)
    {
        var actor = desk.Actor(ActorRole.Appraiser, ActorRole.Approver, ActorRole.Facility);
        if (actor.Role is ActorRole.Auditor or ActorRole.Administrator)
        {
            throw new RefusedException("VD002", $"vai {CaseWords.Role(actor.Role)} không ghi gì vào hồ sơ", "bỏ --keep");
        }

        desk.Store.Write(actor, null, writer =>
        {
            writer.Keep(new StoredAssessment(snapshot.Case.Id, snapshot.Case.Revision, snapshot.Assessment.AsOf, [.. snapshot.Assessment.Packs.Select(StepRun.Named)], content, writer.Now));
            return true;
        });
    }
}
