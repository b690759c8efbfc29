using EmrSec.Rules.Assessments;
using EmrSec.Rules.Crosswalks;
using EmrSec.Rules.Requirements;
using EmrSec.Rules.Transitions;

namespace EmrSec.Rules.Wording;

/// <summary>The passage from one law to the next in Vietnamese: the same on the screen and in papers.</summary>
public static class TransitionWords
{
    /// <summary>What became of a requirement.</summary>
    /// <param name="change">What became of it.</param>
    public static string InWords(this RequirementChange change) => change switch
    {
        RequirementChange.CarriedOver => "Mang sang",
        RequirementChange.Tightened => "Siết chặt",
        _ => "Mới",
    };

    /// <summary>What became of a requirement, as the contract <c>emrsec.transition/1</c> writes it.</summary>
    /// <param name="change">What became of it.</param>
    public static string Contract(this RequirementChange change) => change switch
    {
        RequirementChange.CarriedOver => "carriedOver",
        RequirementChange.Tightened => "tightened",
        _ => "new",
    };

    /// <summary>What a step of the work plan is.</summary>
    /// <param name="kind">The step's kind.</param>
    public static string InWords(this WorkKind kind) => kind switch
    {
        WorkKind.Confirm => "Xác nhận câu trả lời cũ",
        WorkKind.Finish => "Làm tiếp việc còn dở",
        _ => "Trả lời từ đầu",
    };

    /// <summary>What a step of the work plan is, as the contract <c>emrsec.transition/1</c> writes it.</summary>
    /// <param name="kind">The step's kind.</param>
    public static string Contract(this WorkKind kind) => kind switch
    {
        WorkKind.Confirm => "confirm",
        WorkKind.Finish => "finish",
        _ => "start",
    };

    /// <summary>«giữ nguyên», «tăng 1 cấp», «giảm 1 cấp», «chưa rõ».</summary>
    /// <param name="system">The system.</param>
    public static string Change(SystemComparison system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return system.Change switch
        {
            null => "chưa rõ",
            0 => "giữ nguyên",
            > 0 => $"tăng {system.Change} cấp",
            _ => $"giảm {-system.Change} cấp",
        };
    }

    /// <summary>The facts that make the level differ; null where none do.</summary>
    /// <param name="system">The system.</param>
    public static string? Deciding(SystemComparison system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return system.Deciding.Count == 0 ? null : string.Join("; ", system.Deciding
            .GroupBy(each => each.Criterion.Id, StringComparer.Ordinal)
            .Select(group => $"{string.Join("; ", group.Select(Fact).Distinct(StringComparer.Ordinal))} – {group.First().Criterion.Citation}"));
    }

    /// <summary>«thời gian lưu: ít nhất 1 tháng → ít nhất 3 tháng», or «thời gian lưu: số mới, ít nhất 3 tháng».</summary>
    /// <param name="figure">The figure.</param>
    public static string Say(FigureChange figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var now = figure.Threshold.Say(figure.Level) + (figure.IsBinding ? "" : " (gợi ý)");
        return figure.Before is { } before
            ? $"{figure.Threshold.What}: {figure.Threshold.SayFigure(before)} → {now}"
            : $"{figure.Threshold.What}: số mới, {now}";
    }

    /// <summary>What was answered under the old law, and how much of the new requirement it speaks of; or which old requirements nobody answered.</summary>
    /// <param name="requirement">The new requirement; null where nothing old speaks of it.</param>
    /// <param name="asOf">The day: evidence that held until before it has expired.</param>
    public static string? Old(RequirementTransition requirement, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        return requirement.Sources.Count == 0 ? null : string.Join("; ", requirement.Sources.Select(source =>
        {
            var carried = requirement.Finding.CarriedOver.FirstOrDefault(each => ReferenceEquals(each.Source.Requirement, source.Requirement));
            var said = carried is null ? "chưa trả lời" : Said(carried.Answer, asOf);
            return $"{source.Requirement.Id} ({(requirement.Finding.Answer is null ? $"{said}, " : "")}{InWords(source.Extent)})";
        }));
    }

    /// <summary>How much of a new requirement an old one speaks of.</summary>
    /// <param name="extent">How much.</param>
    public static string InWords(this CrosswalkExtent extent) => extent == CrosswalkExtent.Wholly ? "cùng việc" : "một phần việc";

    /// <summary>What a step is about: the old requirement and what was answered to it, or the group of the new standard.</summary>
    /// <param name="step">The step.</param>
    /// <param name="asOf">The day: evidence that held until before it has expired.</param>
    public static string About(WorkStep step, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Old is { } old
            ? $"{old.Source.Requirement.Id} «{old.Source.Requirement.Title}» ({Said(old.Answer, asOf)})"
            : $"nhóm «{step.Group!.Title}»";
    }

    /// <summary>The systems that a step is about.</summary>
    /// <param name="step">The step.</param>
    public static string Systems(WorkStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return string.Join(", ", step.Settles.Select(target => target.System.Id).Distinct(StringComparer.Ordinal));
    }

    /// <summary>The new requirements that a step settles, each id once; those that are tightened with their figures.</summary>
    /// <param name="step">The step.</param>
    public static string Targets(WorkStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return string.Join("; ", step.Settles.Select(target => target.Requirement).Select(each =>
            each.Change == RequirementChange.Tightened ? $"{each.Finding.Requirement.Id} ({string.Join(", ", each.Figures.Select(Say))})" : each.Finding.Requirement.Id).Distinct(StringComparer.Ordinal));
    }

    /// <summary>What the open requirements of a weight ask for, as a heading of the work plan.</summary>
    /// <param name="weight">The weight.</param>
    public static string PlanHeading(GapWeight weight) => weight switch
    {
        GapWeight.ProductMissing => "Sản phẩm, giải pháp mà luật nêu tên",
        GapWeight.PlanMissing => "Vùng mạng, phương án thiết kế",
        GapWeight.Suggested => "Tiêu chuẩn chỉ gợi ý",
        _ => "Yêu cầu khác",
    };

    /// <summary>What an old answer says: «đáp ứng», «đáp ứng một phần», «chưa đáp ứng», «không áp dụng».</summary>
    /// <param name="status">What it says.</param>
    internal static string Said(RequirementStatus status) => status switch
    {
        RequirementStatus.Met => "đáp ứng",
        RequirementStatus.Partial => "đáp ứng một phần",
        RequirementStatus.Unmet => "chưa đáp ứng",
        _ => "không áp dụng",
    };

    private static string Said(RequirementAnswer answer, DateOnly asOf) =>
        Said(answer.Status) + (answer.ValidUntil < asOf ? ", bằng chứng đã hết giá trị" : "");

    private static string Fact(DecidingFact deciding) => $"{deciding.Reason.Fact.Label}: {deciding.Reason.ValueText} (luật này xét: {deciding.Reason.Needs})";
}
