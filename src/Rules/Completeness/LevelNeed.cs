using EmrSec.Rules.Levels;
using EmrSec.Rules.Procedures;

namespace EmrSec.Rules.Completeness;

/// <summary>Whether a level that a system may have is among some levels.</summary>
internal enum Need
{
    Required,
    NotRequired,
    Open,
}

/// <summary>
/// Compares the levels of a system with those that something is asked at. The law's level counts, and the level proposed too: the law
/// speaks of systems «đề xuất cấp độ 4 hoặc cấp độ 5» (85/2016/NĐ-CP, Điều 15, khoản 5).
/// </summary>
internal static class LevelNeed
{
    private const int AllLevels = 5;

    public static Need Of(IReadOnlyList<int> levels, LevelResult system)
    {
        if (levels.Count == AllLevels || (system.System.ProposedLevel is { } proposed && Has(levels, proposed)))
        {
            return Need.Required;
        }

        var possible = ProcedureAssessor.Possible(system);
        var inside = 0;
        var count = 0;
        for (var level = 1; level <= AllLevels; level++)
        {
            if (possible.Contains(level))
            {
                count++;
                inside += Has(levels, level) ? 1 : 0;
            }
        }

        return count == 0 ? Need.Open : inside == 0 ? Need.NotRequired : inside == count && system.AtLeast is not null ? Need.Required : Need.Open;
    }

    /// <summary>«cấp độ 4, 5».</summary>
    public static string Say(IReadOnlyList<int> levels) => $"cấp độ {string.Join(", ", levels)}";

    public static bool Has(IReadOnlyList<int> levels, int level)
    {
        foreach (var each in levels)
        {
            if (each == level)
            {
                return true;
            }
        }

        return false;
    }
}
