using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;

namespace EmrSec.Rules.Wording;

/// <summary>A criterion that holds, as people read it.</summary>
/// <param name="Head">«Căn cứ», or «Ít nhất cấp độ 2» where the level is not certain.</param>
/// <param name="Law">The citation and what it says.</param>
/// <param name="Components">The components that it is due to; empty = the system itself.</param>
/// <param name="Facts">The facts that met it.</param>
public sealed record GroundText(string Head, string Law, IReadOnlyList<string> Components, string Facts);

/// <summary>Why a system is not of a higher level, or on what that depends; as people read it.</summary>
/// <param name="Level">The higher level.</param>
/// <param name="IsOpen">Whether missing facts could still make it that level.</param>
/// <param name="Head">«Không phải cấp độ 3» or «Có thể là cấp độ 3».</param>
/// <param name="Text">The criteria, gathered by the fact that speaks against them or that they depend on.</param>
public sealed record HigherText(int Level, bool IsOpen, string Head, string Text);

/// <summary>A level and its reasons in Vietnamese: the same on the screen and in papers.</summary>
public static class LevelWords
{
    /// <summary>More open criteria of one level than this are named together, not one by one.</summary>
    private const int MostSpeltOut = 2;

    /// <summary>«cấp độ 3», «cấp độ 2 đến 3», «chưa xác định …».</summary>
    /// <param name="level">The level.</param>
    public static string InWords(this LevelResult level)
    {
        ArgumentNullException.ThrowIfNull(level);
        return level switch
        {
            { Value: { } value } => $"cấp độ {value}",
            { AtLeast: { } least, AtMost: { } most } => $"cấp độ {least} đến {most}",
            { AtMost: { } most } => $"chưa xác định (cao nhất có thể: cấp độ {most})",
            _ => "chưa xác định: không tiêu chí nào được đáp ứng",
        };
    }

    /// <summary>What the facility proposes and whether the law agrees.</summary>
    /// <param name="level">The level.</param>
    public static string Proposal(LevelResult level)
    {
        ArgumentNullException.ThrowIfNull(level);
        return (level.System.ProposedLevel, level.Agrees) switch
        {
            (null, _) => "chưa đề xuất",
            (var proposed, true) => $"cấp độ {proposed}: phù hợp",
            (var proposed, false) when proposed < level.AtLeast => $"cấp độ {proposed}: THẤP hơn luật",
            (var proposed, false) => $"cấp độ {proposed}: cao hơn luật",
            var (proposed, _) => $"cấp độ {proposed}: chưa kết luận được",
        };
    }

    /// <summary>The criteria that hold at the level that is certain, each once.</summary>
    /// <param name="level">The level.</param>
    public static IEnumerable<GroundText> Grounds(LevelResult level)
    {
        ArgumentNullException.ThrowIfNull(level);
        return level.Grounds.GroupBy(ground => ground.Criterion.Id, StringComparer.Ordinal).Select(group => Ground(level, [.. group]));
    }

    /// <summary>The principle by which components gave the level; null where they did not.</summary>
    /// <param name="level">The level.</param>
    public static string? Principle(LevelResult level)
    {
        ArgumentNullException.ThrowIfNull(level);
        return level.ByComponents ? $"hệ thống gồm nhiều thành phần thì lấy cấp độ cao nhất của các thành phần ({level.Regime.Components.Citation})." : null;
    }

    /// <summary>Said where the range may be wider than need be; else null.</summary>
    /// <param name="level">The level.</param>
    public static string? Inexact(LevelResult level)
    {
        ArgumentNullException.ThrowIfNull(level);
        return level.IsExact ? null : "còn quá nhiều dữ kiện chưa khai nên khoảng trên là khoảng ngoài, có thể hẹp hơn.";
    }

    /// <summary>The missing facts on which the level depends; null where there is none.</summary>
    /// <param name="level">The level.</param>
    public static string? Depends(LevelResult level)
    {
        ArgumentNullException.ThrowIfNull(level);
        return level.Missing.Count == 0 ? null : string.Join("; ", level.Missing.Select(missing => Name(missing.Fact, missing.System, level)));
    }

    /// <summary>For every higher level why the system is not of it, or on what that depends.</summary>
    /// <param name="level">The level.</param>
    public static IEnumerable<HigherText> Higher(LevelResult level)
    {
        ArgumentNullException.ThrowIfNull(level);
        foreach (var group in level.NotHigher.GroupBy(higher => higher.Criterion.Level).OrderBy(group => group.Key))
        {
            var isOpen = group.Any(higher => higher.IsOpen);
            yield return new HigherText(group.Key, isOpen, $"{(isOpen ? "Có thể là" : "Không phải")} cấp độ {group.Key}", isOpen ? Open(group, level) : Closed(group, level));
        }
    }

    /// <summary>Why a criterion does not hold: the facts that are enough to say no, each with the members of which it is so.</summary>
    /// <param name="higher">The criterion.</param>
    /// <param name="level">The level that it is higher than.</param>
    public static string Against(NotHigher higher, LevelResult level)
    {
        ArgumentNullException.ThrowIfNull(higher);
        ArgumentNullException.ThrowIfNull(level);

        // What is so of every member is said once; what differs, with the member it is so of.
        var members = higher.Enough.Select(reason => reason.Component?.Id).Distinct(StringComparer.Ordinal).Count();
        var reasons = higher.Enough.GroupBy(Deny, StringComparer.Ordinal).Select(group =>
            group.Count() == members ? group.Key : $"{group.Key} [{string.Join(", ", group.Select(reason => reason.Component?.Id ?? level.System.Id))}]");
        return string.Join(", ", reasons.DefaultIfEmpty("không có cách khai nào đạt được"));
    }

    /// <summary>What a criterion that is open still asks of facts that are missing.</summary>
    /// <param name="higher">The criterion.</param>
    /// <param name="level">The level that it is higher than.</param>
    public static string If(NotHigher higher, LevelResult level)
    {
        ArgumentNullException.ThrowIfNull(higher);
        return string.Join("; ", higher.Because.Select(reason => $"{Lower(Name(reason.Fact, reason.Component, level))}: {reason.Needs}").Distinct(StringComparer.Ordinal));
    }

    /// <summary>The label of a fact, with the component it is a fact of.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="system">The system or component; null for the facility.</param>
    /// <param name="level">The level that it is about.</param>
    public static string Name(FactDefinition fact, SystemProfile? system, LevelResult level)
    {
        ArgumentNullException.ThrowIfNull(fact);
        ArgumentNullException.ThrowIfNull(level);
        return system is null || ReferenceEquals(system, level.System) ? fact.Label : $"{fact.Label} [{system.Id}]";
    }

    /// <summary>A label within a sentence: without a capital, unless it begins with an abbreviation.</summary>
    /// <param name="label">The label.</param>
    public static string Lower(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return label.Length > 1 && char.IsLower(label[1]) ? char.ToLowerInvariant(label[0]) + label[1..] : label;
    }

    private static GroundText Ground(LevelResult level, List<LevelGround> grounds)
    {
        var criterion = grounds[0].Criterion;
        var own = grounds.Find(ground => ground.Component is null) ?? grounds[0];
        return new GroundText(
            level.Status == LevelStatus.Determined ? "Căn cứ" : $"Ít nhất cấp độ {criterion.Level}",
            $"{criterion.Citation}: {level.Regime.Header.Document.Quote(criterion.Wording)}",
            [.. grounds.Select(ground => ground.Component).OfType<SystemProfile>().Select(component => $"{component.Name} ({component.Id})")],
            string.Join("; ", own.Facts.Select(fact => $"{Lower(fact.Fact.Label)}: {fact.ValueText}").Distinct(StringComparer.Ordinal)));
    }

    private static string Open(IEnumerable<NotHigher> criteria, LevelResult level)
    {
        var open = criteria.Where(higher => higher.IsOpen).ToList();
        if (open.Count > MostSpeltOut)
        {
            var facts = open.SelectMany(higher => higher.Because).Select(reason => Lower(Name(reason.Fact, reason.Component, level))).Distinct(StringComparer.Ordinal);
            return $"theo {string.Join(", ", open.Select(higher => Article(higher.Criterion)))}, tuỳ {string.Join(", ", facts)}";
        }

        return string.Join(" · ", open.Select(higher => $"{Article(higher.Criterion)} nếu {If(higher, level)}"));
    }

    private static string Closed(IEnumerable<NotHigher> criteria, LevelResult level) => string.Join(" · ", criteria
        .GroupBy(higher => Against(higher, level), StringComparer.Ordinal)
        .Select(group => $"{string.Join(", ", group.Select(higher => Article(higher.Criterion)))} vì {group.Key}"));

    // What a set does not hold says more than what it holds; of anything else its value does.
    private static string Deny(Reason reason) =>
        reason.Fact.Type == FactType.Set ? reason.Otherwise : $"{Lower(reason.Fact.Label)} là «{reason.ValueText}»";

    private static string Article(Criterion criterion)
    {
        var citation = criterion.Citation;
        return $"Đ{citation.Article}{(citation.Clause is null ? "" : "." + citation.Clause)}{citation.Point}";
    }
}
