namespace EmrSec.Assessor.Tests;

/// <summary>The passage from 85/2016/NĐ-CP to 331/2026/NĐ-CP, through the program's door.</summary>
public sealed class TransitionTests : IDisposable
{
    private readonly ProgramRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("bac-ninh-hospital")]
    [InlineData("emr-online")]
    public void Approved_text(string sample)
    {
        var outcome = ProgramRun.Call("assess", ProgramRun.Sample(sample), "--as-of", "2026-11-21", "--transition");
        outcome.ExitCode.ShouldBe(0);
        ApprovalTests.Approve($"transition-{sample}.txt", outcome.Output);
    }

    [Fact]
    public void Json_has_every_new_requirement_once_and_every_open_one_in_one_step()
    {
        var json = ProgramRun.Call("assess", ProgramRun.Sample("bac-ninh-hospital"), "--as-of", "2026-11-21", "--transition", "--format", "json").Json;
        json.GetProperty("schema").GetString().ShouldBe("emrsec.transition/1");
        json.GetProperty("from").GetString().ShouldBe("nd85-2016");
        json.GetProperty("to").GetString().ShouldBe("nd331-2026");
        json.GetProperty("due").EnumerateArray().Select(each => $"{each.GetProperty("due")} {each.GetProperty("status")}").ShouldBe(["2027-01-01 met", "2027-07-01 pending"]);

        var open = new List<string>();
        foreach (var (system, total) in json.GetProperty("systems").EnumerateArray().Zip([131, 195, 131]))
        {
            var requirements = system.GetProperty("requirements").EnumerateArray().ToList();
            requirements.Count.ShouldBe(total);
            requirements.Select(each => each.GetProperty("id").GetString()).Distinct().Count().ShouldBe(total);
            var totals = system.GetProperty("totals");
            foreach (var change in new[] { "carriedOver", "tightened", "new" })
            {
                requirements.Count(each => each.GetProperty("change").GetString() == change).ShouldBe(totals.GetProperty(change).GetInt32());
                totals.GetProperty(change).GetInt32().ShouldBePositive();
            }

            totals.GetProperty("dropped").GetInt32().ShouldBe(system.GetProperty("dropped").GetArrayLength());
            open.AddRange(requirements.Where(each => each.GetProperty("status").GetString() == "unknown").Select(each => $"{system.GetProperty("id")} {each.GetProperty("id")}"));
        }

        json.GetProperty("plan").EnumerateArray().SelectMany(step => step.GetProperty("settles").EnumerateArray()).Select(each => $"{each.GetProperty("system")} {each.GetProperty("id")}")
            .ShouldBe(open, ignoreOrder: true);
    }

    [Theory]
    [InlineData("--regime", "nd85-2016")]
    [InlineData("--strict", null)]
    [InlineData("--compare", null)]
    public void Transition_goes_with_no_other_view(string option, string? value)
    {
        string[] call = ["assess", ProgramRun.Sample("emr-online"), "--transition", option];
        var outcome = ProgramRun.Call(value is null ? call : [.. call, value]);
        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldContain("--transition xét luật trước và luật mới");
        outcome.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-05-21", "", "lỗi: --transition: vào ngày đánh giá 21/05/2026 chưa có danh mục yêu cầu của 331/2026/NĐ-CP đang hiệu lực")]
    [InlineData("2026-11-21", "milestones: { dossierSubmitted: 2026-09-01, dossierApproved: 2026-10-01 }\n", "lỗi: --transition: hồ sơ này đã được xét theo 331/2026/NĐ-CP, vì hồ sơ được phê duyệt ngày 01/10/2026: không có gì phải chuyển tiếp")]
    [InlineData("2026-11-21", "milestones: { investmentStarted: 2026-10-01, emrCompleted: none, infrastructureDeployed: none, dossierSubmitted: none, dossierApproved: none }\n", "không có gì phải chuyển tiếp")]
    public void Without_a_transition_it_says_why(string asOf, string milestones, string says)
    {
        var path = _run.Write("new.yaml", "schema: emrsec.dossier/1\nfacility: { name: Bệnh viện thử }\nsystems:\n  - { id: one, name: Hệ thống thử }\n" + milestones);
        var outcome = ProgramRun.Call("assess", path, "--as-of", asOf, "--transition");
        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldContain(says);
        outcome.Output.ShouldBeEmpty();
    }
}
