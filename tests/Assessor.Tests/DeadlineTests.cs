namespace EmrSec.Assessor.Tests;

/// <summary>Deadlines of the directives, through the program's own door.</summary>
public sealed class DeadlineTests : IDisposable
{
    private readonly ProgramRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void The_bac_ninh_hospital_has_a_late_dossier_and_overdue_infrastructure()
    {
        var outcome = ProgramRun.Call("assess", ProgramRun.Sample("bac-ninh-hospital"), "--as-of", "2026-11-21", "--format", "json");

        outcome.ExitCode.ShouldBe(0);
        var dossier = outcome.Obligation("bac-ninh-2025-11.dossier");
        dossier.GetProperty("status").GetString().ShouldBe("metLate");
        dossier.GetProperty("days").GetInt32().ShouldBe(15);
        dossier.GetProperty("due").GetString().ShouldBe("2025-12-31");
        dossier.GetProperty("doneOn").GetString().ShouldBe("2026-01-15");
        var infrastructure = outcome.Obligation("bac-ninh-2025-11.infrastructure");
        infrastructure.GetProperty("status").GetString().ShouldBe("overdue");
        infrastructure.GetProperty("days").GetInt32().ShouldBe(266);
    }

    [Fact]
    public void Approved_on_the_very_day_is_met_and_marked()
    {
        var text = File.ReadAllText(ProgramRun.Sample("bac-ninh-hospital")).Replace("dossierApproved: 2026-01-15", "dossierApproved: 2025-12-31", StringComparison.Ordinal);
        var dossier = ProgramRun.Call("assess", _run.Write("day.yaml", text), "--as-of", "2025-12-31", "--format", "json").Obligation("bac-ninh-2025-11.dossier");

        dossier.GetProperty("status").GetString().ShouldBe("met");
        dossier.GetProperty("days").GetInt32().ShouldBe(0);
        dossier.GetProperty("onDeadlineDay").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void A_gia_lai_polyclinic_need_not_go_paperless_and_is_told_why()
    {
        var path = _run.Write("p.yaml", "schema: emrsec.dossier/1\nfacility: { name: X, kind: polyclinic, province: gia-lai }\n");
        var paperless = ProgramRun.Call("assess", path, "--as-of", "2026-11-21", "--format", "json").Obligation("gia-lai-2026.paperless");

        paperless.GetProperty("status").GetString().ShouldBe("notApplicable");
        paperless.GetProperty("facts").EnumerateArray().Select(fact => fact.GetProperty("fact").GetString()).ShouldBe(["facility.kind"]);
        paperless.GetProperty("why").GetString().ShouldBe("Không áp dụng: Loại cơ sở: phòng khám đa khoa.");
    }

    [Fact]
    public void What_was_not_declared_is_unknown_after_the_due_date_and_before_it()
    {
        var path = _run.Write("p.yaml", "schema: emrsec.dossier/1\nfacility: { name: X, kind: clinic, province: dong-thap }\n");
        foreach (var asOf in new[] { "2026-09-29", "2026-10-02" })
        {
            var emr = ProgramRun.Call("assess", path, "--as-of", asOf, "--format", "json").Obligation("dong-thap-2026.emr");
            emr.GetProperty("status").GetString().ShouldBe("unknown");
            emr.GetProperty("missingFacts")[0].GetProperty("fact").GetString().ShouldBe("milestones.emrCompleted");
        }
    }

    [Fact]
    public void A_date_after_the_day_of_assessment_has_not_happened_yet()
    {
        var emr = ProgramRun.Call("assess", ProgramRun.Sample("dong-thap-clinic"), "--as-of", "2026-09-01", "--format", "json").Obligation("dong-thap-2026.emr");

        emr.GetProperty("status").GetString().ShouldBe("dueSoon");
        emr.GetProperty("days").GetInt32().ShouldBe(29);
        emr.GetProperty("why").GetString()!.ShouldContain("25/09/2026 sau ngày đánh giá");
    }

    [Fact]
    public void A_directive_not_yet_issued_obliges_nobody()
    {
        var outcome = ProgramRun.Call("assess", ProgramRun.Sample("gia-lai-hospital"), "--as-of", "2026-05-01", "--format", "json");

        outcome.Json.GetProperty("obligations").EnumerateArray().ShouldNotContain(each => each.GetProperty("directive").GetString() == "gia-lai-2026");
        outcome.Json.GetProperty("packs").EnumerateArray().ShouldNotContain(each => each.GetProperty("id").GetString() == "gia-lai-2026");
    }

    [Fact]
    public void Strict_fails_on_what_is_overdue_or_unmet_and_only_on_that()
    {
        ProgramRun.Call("assess", ProgramRun.Sample("bac-ninh-hospital"), "--as-of", "2026-11-21", "--strict").ExitCode.ShouldBe(1);
        ProgramRun.Call("assess", ProgramRun.Sample("bac-ninh-hospital"), "--as-of", "2026-11-21").ExitCode.ShouldBe(0);

        using var run = new ProgramRun();
        int Strict(string rest) => ProgramRun.Call("assess", run.Write("one.yaml", $"schema: emrsec.dossier/1\nsystems:\n  - {{ id: one, function: internal, information: [private] }}\n{rest}"), "--as-of", "2026-11-21", "--regime", "nd85-2016", "--strict").ExitCode;
        Strict("").ShouldBe(0);
        Strict("answers:\n  tt12.m.1.1.1: { status: partial }").ShouldBe(0);
        Strict("answers:\n  tt12.m.1.1.1: { status: unmet }").ShouldBe(1);
        Strict("answers:\n  tt12.m.1.1.1: { status: met, evidence: [a.pdf], validUntil: 2026-11-20 }").ShouldBe(1);
        Strict("answers:\n  tt12.d.plan.xvii: { status: unmet }").ShouldBe(0);
        Strict("milestones: { lastInspection: 2020-01-01 }").ShouldBe(1);
    }
}
