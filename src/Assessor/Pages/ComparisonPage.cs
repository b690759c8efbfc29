using EmrSec.Dossiers;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Procedures;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Pages;

/// <summary>A facility under every law, side by side: levels and what decides them, who appraises, how long, and what the transition asks.</summary>
internal static class ComparisonPage
{
    public static Page Build(Dossier dossier, RegimeComparison comparison, DateOnly asOf)
    {
        var page = new Page().Head(1, $"SO SÁNH HAI LUẬT VỀ CẤP ĐỘ, ngày {FactText.Date(asOf)}");
        var code = dossier.FacilityCode is { } known ? $" (mã {known})" : "";
        page.Item(0, "Cơ sở: ", dossier.FacilityName is { } name ? new Span(name, Tone.Strong) : new Span("chưa khai tên", Tone.Warn), code);
        foreach (var assessment in comparison.Assessments)
        {
            var header = assessment.Regime.Header;
            page.Item(0, $"{header.Document.Number}: ", $"{header.Document.Title}; hiệu lực {DeadlineWords.InForce(header.InForce)}");
        }

        page.Item(0, "Hồ sơ này được xét theo: ", comparison.Choice.Regime is { } own
            ? new Span($"{own.Header.Document.Number}, vì {comparison.Choice.Why}", Tone.Strong)
            : new Span("chưa có luật nào", Tone.Warn));
        page.Blank();
        WriteLevels(page, comparison);
        WriteProcedures(page, comparison);
        WriteTransition(page, comparison);
        return page;
    }

    private static void WriteLevels(Page page, RegimeComparison comparison)
    {
        page.Head(2, "1. CẤP ĐỘ");
        page.Table(
            ["Mã", "Hệ thống", .. comparison.Assessments.Select(assessment => assessment.Regime.Header.Document.Number), "Thay đổi"],
            [.. comparison.Systems.Select(system => (IReadOnlyList<Span>)[system.System.Id, system.System.Name, .. system.Levels.Select(Words.Level), Words.Change(system)])]);
        page.Blank();
        foreach (var system in comparison.Systems)
        {
            page.Head(3, $"{system.System.Name} ({system.System.Id})");
            foreach (var level in system.Levels)
            {
                WriteGround(page, level);
            }

            WriteDeciding(page, system);
            page.Blank();
        }
    }

    private static void WriteGround(Page page, LevelResult level)
    {
        var label = $"{level.Regime.Header.Document.Number}: ";
        if (level.Grounds.Count == 0)
        {
            page.Item(1, label, Words.Level(level));
        }
        else
        {
            var ground = level.Grounds[0];
            page.Item(1, label, Words.Level(level), $", {ground.Criterion.Citation}: {level.Regime.Header.Document.Quote(ground.Criterion.Wording)}");
        }

        if (level.Missing.Count > 0)
        {
            page.Item(2, "còn tuỳ: ", string.Join("; ", level.Missing.Select(missing => missing.Fact.Label)));
        }
    }

    private static void WriteDeciding(Page page, SystemComparison system)
    {
        foreach (var group in system.Deciding.GroupBy(each => each.Criterion.Id, StringComparer.Ordinal))
        {
            var facts = group.Select(each => $"{each.Reason.Fact.Label}: {each.Reason.ValueText} (luật này xét: {each.Reason.Needs})").Distinct(StringComparer.Ordinal);
            page.Item(1, "Dữ kiện quyết định: ", new Span(string.Join("; ", facts), Tone.Strong), $" – {group.First().Criterion.Citation}");
        }
    }

    private static void WriteProcedures(Page page, RegimeComparison comparison)
    {
        page.Head(2, "2. AI THẨM ĐỊNH, AI PHÊ DUYỆT, BAO LÂU");
        // Systems that go the same way under every law are told once.
        foreach (var group in comparison.Systems.Index().GroupBy(item => string.Join('|', comparison.Assessments.Select(assessment => Way(assessment, item.Index))), StringComparer.Ordinal))
        {
            page.Head(3, string.Join(", ", group.Select(item => $"{item.Item.System.Name} ({item.Item.System.Id})")));
            foreach (var assessment in comparison.Assessments)
            {
                WriteProcedure(page, assessment, group.First().Index);
            }

            page.Blank();
        }

        foreach (var assessment in comparison.Assessments)
        {
            if (assessment.Procedure is { } procedure)
            {
                var duties = procedure.Duties.Select(duty => $"{duty.Duty.Title} ({DeadlineWords.Period(duty.Duty)})").Distinct(StringComparer.Ordinal);
                page.Item(0, $"Việc định kỳ theo {assessment.Regime.Header.Document.Number}: ", string.Join("; ", duties));
            }
        }

        foreach (var assessment in comparison.Assessments)
        {
            if (assessment.Completeness is { } completeness)
            {
                page.Item(0, $"Hồ sơ theo {assessment.Regime.Header.Document.Number} gồm: ", string.Join("; ", completeness.Documents.Select(part => $"{part.Part.Title} ({part.Part.Citation})")));
            }
        }

        page.Blank();
    }

    private static string Way(Assessment assessment, int index) =>
        assessment.Procedure is { } procedure ? string.Join(',', procedure.Authorities[index].Possible.Select(rule => rule.Levels.Lowest)) : "";

    private static void WriteProcedure(Page page, Assessment assessment, int index)
    {
        var label = $"{assessment.Regime.Header.Document.Number}: ";
        if (assessment.Procedure is not { } procedure)
        {
            page.Item(1, label, new Span("chưa có dữ liệu về trình tự, thủ tục", Tone.Warn));
            return;
        }

        foreach (var rule in procedure.Authorities[index].Possible)
        {
            var at = procedure.Authorities[index].Rule is null ? $"nếu cấp độ {rule.Levels}: " : "";
            page.Item(1, label, $"{at}thẩm định: {rule.Appraiser.Text}; phê duyệt: {rule.Approver.Text} ({rule.Citation})");
            foreach (var first in rule.FirstObtain)
            {
                page.Item(2, "cần có trước: ", $"{first.Text} ({first.Citation})");
            }

            foreach (var step in Enum.GetValues<ClockStep>())
            {
                page.Item(2, $"{DeadlineWords.Step(step).ToLowerInvariant()}: ", Limit(procedure.Procedure, step, rule.Levels.Lowest));
            }
        }
    }

    private static Span Limit(Procedure procedure, ClockStep step, int level) => procedure.ClockFor(step, level) is { } clock
        ? new Span($"{DeadlineWords.Length(clock)} ({clock.Citation})")
        : new Span("luật không ấn định", Tone.Muted);

    private static void WriteTransition(Page page, RegimeComparison comparison)
    {
        page.Head(2, "3. CHUYỂN TIẾP");
        if (comparison.Transition.Count == 0)
        {
            page.Line("Vào ngày này chưa có quy định chuyển tiếp nào có hiệu lực.");
            return;
        }

        foreach (var result in comparison.Transition)
        {
            page.Item(0, "• ", result.Status.Say(), $" – đến {(result.Obligation.Due is { } due ? FactText.Date(due) : "–")}: {result.Obligation.Title} ({result.Obligation.Citation}). {result.Why}");
        }
    }
}
