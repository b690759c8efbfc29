using System.Globalization;
using EmrSec.Dossiers;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Requirements;
using EmrSec.Rules.Transitions;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Pages;

/// <summary>A facility from the law before to the law in force: levels, requirements, what is due, and what to do first.</summary>
internal static class TransitionPage
{
    private const int MaxSteps = 15;

    public static Page Build(Dossier dossier, Transition transition)
    {
        var (before, after) = (transition.Before.Regime.Header, transition.After.Regime.Header);
        var page = new Page().Head(1, $"CHUYỂN TIẾP TỪ {before.Document.Number} SANG {after.Document.Number}, ngày {FactText.Date(transition.After.AsOf)}");
        var code = dossier.FacilityCode is { } known ? $" (mã {known})" : "";
        page.Item(0, "Cơ sở: ", dossier.FacilityName is { } name ? new Span(name, Tone.Strong) : new Span("chưa khai tên", Tone.Warn), code);
        page.Item(0, "Hồ sơ này được xét theo: ", $"{transition.Comparison.Choice.Regime!.Header.Document.Number}, vì {transition.Comparison.Choice.Why}");
        page.Blank();
        WriteLevels(page, transition);
        WriteRequirements(page, transition);
        WriteDue(page, transition);
        WritePlan(page, transition);
        return page;
    }

    private static void WriteLevels(Page page, Transition transition)
    {
        page.Head(2, "1. CẤP ĐỘ TRƯỚC VÀ SAU");
        page.Table(
            ["Mã", "Hệ thống", transition.Before.Regime.Header.Document.Number, transition.After.Regime.Header.Document.Number, "Thay đổi"],
            [.. transition.Systems.Select(system => (IReadOnlyList<Span>)[system.Comparison.System.Id, system.Comparison.System.Name, Words.Level(system.Comparison.Levels[^2]), Words.Level(system.Comparison.Levels[^1]), Words.Change(system.Comparison)])]);
        foreach (var system in transition.Systems)
        {
            if (TransitionWords.Deciding(system.Comparison) is { } deciding)
            {
                page.Item(0, "– ", new Span(system.Comparison.System.Id, Tone.Strong), $": dữ kiện quyết định: {deciding}.");
            }

            foreach (var level in new[] { system.Comparison.Levels[^2], system.Comparison.Levels[^1] }.Where(level => level.Status != LevelStatus.Determined))
            {
                var taken = level.AtLeast is { } least ? $"mới biết {level.InWords()}; yêu cầu dưới đây lấy ở cấp độ {least}" : "chưa xác định được cấp độ nên chưa biết phải đáp ứng những yêu cầu nào";
                page.Item(0, "– ", new Span($"{system.Comparison.System.Id}, {level.Regime.Header.Document.Number}: {taken}.", Tone.Warn));
            }
        }

        page.Blank();
    }

    private static void WriteRequirements(Page page, Transition transition)
    {
        page.Head(2, $"2. YÊU CẦU: {transition.Crosswalk.From.Header.Document.Cite} → {transition.Crosswalk.To.Standard}");
        page.Table(
            ["Mã", "Cấp độ", "Yêu cầu mới", "Mang sang", "Siết chặt", "Mới", "Yêu cầu cũ bỏ"],
            [.. transition.Systems.Select(system => (IReadOnlyList<Span>)[
                system.Comparison.System.Id, $"{Level(system.OldLevel)} → {Level(system.NewLevel)}", Number(system.Requirements.Count), Number(system.Count(RequirementChange.CarriedOver)),
                Number(system.Count(RequirementChange.Tightened)), Number(system.Count(RequirementChange.New)), Number(system.Dropped.Count)])]);
        page.Line("«Mang sang» là luật trước có nói đến; câu trả lời cũ còn chờ xác nhận, chưa coi là đạt. «Siết chặt» là có con số mà luật trước không nêu hoặc nêu thấp hơn. Cách đối chiếu là cách đọc của EmrSec, không có trong văn bản nào.");
        page.Blank();
        WriteTightened(page, transition);
        WriteNew(page, transition);
        WriteDropped(page, transition);
    }

    private static void WriteTightened(Page page, Transition transition)
    {
        var all = transition.Systems.SelectMany(system => system.Requirements, (system, each) => (system.Comparison.System.Id, Each: each))
            .Where(pair => pair.Each.Change == RequirementChange.Tightened)
            .GroupBy(pair => $"{pair.Each.Finding.Requirement.Id} {Figures(pair.Each)} {TransitionWords.Old(pair.Each, transition.After.AsOf)}", StringComparer.Ordinal)
            .ToList();
        if (all.Count == 0)
        {
            return;
        }

        page.Head(3, "Siết chặt");
        foreach (var group in all)
        {
            var (_, first) = group.First();
            page.Item(0, "• ", new Span(first.Finding.Requirement.Id, Tone.Strong), $" [{string.Join(", ", group.Select(pair => pair.Id))}] {first.Finding.Requirement.Title}: {Figures(first)}");
            page.Item(1, "Cũ: ", new Span(TransitionWords.Old(first, transition.After.AsOf)!, Tone.Muted));
        }

        page.Blank();
    }

    private static void WriteNew(Page page, Transition transition)
    {
        var all = transition.Systems.SelectMany(system => system.Requirements, (system, each) => (system.Comparison.System.Id, Each: each))
            .Where(pair => pair.Each.Change == RequirementChange.New)
            .GroupBy(pair => pair.Each.Finding.Requirement.Id, StringComparer.Ordinal)
            .GroupBy(same => (same.First().Each.Finding.Group, Who: string.Join(", ", same.Select(pair => pair.Id))))
            .ToList();
        if (all.Count == 0)
        {
            return;
        }

        page.Head(3, "Mới");
        foreach (var group in all)
        {
            page.Item(0, "• ", new Span(group.Key.Group.Title, Tone.Strong), $" [{group.Key.Who}]: {string.Join("; ", group.Select(same => same.First().Each.Finding.Requirement.Title))}");
        }

        page.Blank();
    }

    private static void WriteDropped(Page page, Transition transition)
    {
        foreach (var group in transition.Systems.SelectMany(system => system.Dropped, (system, each) => (system.Comparison.System.Id, each.Finding))
            .GroupBy(pair => pair.Finding.Requirement.Id, StringComparer.Ordinal))
        {
            page.Item(0, "– ", new Span($"Bỏ: {group.Key} [{string.Join(", ", group.Select(pair => pair.Id))}] {group.First().Finding.Requirement.Title}", Tone.Muted));
        }

        page.Blank();
    }

    private static void WriteDue(Page page, Transition transition)
    {
        page.Head(2, "3. HẠN CHUYỂN TIẾP");
        foreach (var result in transition.Due)
        {
            page.Item(0, "• ", new Span(DeadlineWords.Due(result.Obligation), Tone.Strong), " – ", result.Status.Say(), $": {result.Obligation.Title}. {result.Why} ({result.Obligation.Citation})");
        }

        page.Blank();
    }

    private static void WritePlan(Page page, Transition transition)
    {
        page.Head(2, "4. LÀM GÌ TRƯỚC");
        if (transition.Plan.Count == 0)
        {
            page.Line("Không còn yêu cầu mới nào chưa trả lời.");
            return;
        }

        page.Line($"{transition.Plan.Sum(step => step.Settles.Count)} yêu cầu chưa trả lời, {transition.Plan.Count} bước. Thứ tự: nặng theo luật trước; cùng mức thì bước giải quyết được nhiều yêu cầu trước.");
        GapWeight? weight = null;
        foreach (var (index, step) in transition.Plan.Take(MaxSteps).Index())
        {
            if (step.Weight != weight)
            {
                weight = step.Weight;
                page.Head(3, TransitionWords.PlanHeading(step.Weight));
            }

            page.Item(0, $"{Number(index + 1)}. ", new Span(step.Kind.InWords(), Tone.Strong), $" {TransitionWords.About(step, transition.After.AsOf)}: {step.Settles.Count} yêu cầu [{TransitionWords.Systems(step)}]");
            page.Item(1, "Gồm: ", new Span(TransitionWords.Targets(step), Tone.Muted));
        }

        if (transition.Plan.Count > MaxSteps)
        {
            page.Line($"… và {transition.Plan.Count - MaxSteps} bước nữa; đủ cả: --format json, hoặc emrsec report --kind transition");
        }
    }

    private static string Figures(RequirementTransition requirement) => string.Join("; ", requirement.Figures.Select(TransitionWords.Say));

    private static string Level(int? level) => level is { } known ? Number(known) : "?";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
