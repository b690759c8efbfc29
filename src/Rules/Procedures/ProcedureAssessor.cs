using System.Text;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;

namespace EmrSec.Rules.Procedures;

/// <summary>Tells who decides, by when, and what comes again.</summary>
internal static class ProcedureAssessor
{
    /// <param name="procedure">The procedure.</param>
    /// <param name="catalogue">The facts.</param>
    /// <param name="facility">The facility.</param>
    /// <param name="systems">The levels found.</param>
    /// <param name="asOf">The day.</param>
    public static ProcedureAssessment Assess(Procedure procedure, FactCatalogue catalogue, FacilityProfile facility, IReadOnlyList<LevelResult> systems, DateOnly asOf)
    {
        var duties = new DutyAssessor(catalogue, facility.Milestones, asOf);
        return new ProcedureAssessment(
            procedure,
            [.. systems.Select(system => Authority(procedure, facility.Bodies, system))],
            [.. procedure.Duties.SelectMany(duty => duties.Assess(duty, systems))],
            new ClockAssessor(procedure, ClockStarts.Of(catalogue, facility, asOf), asOf).Assess(systems));
    }

    /// <summary>The levels a system may have, over all ways to fill in what is missing.</summary>
    public static LevelSet Possible(LevelResult system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return system.AtMost is { } most ? LevelSet.Between(system.AtLeast ?? 1, most) : LevelSet.None;
    }

    private static AuthorityResult Authority(Procedure procedure, BodyNames? bodies, LevelResult system)
    {
        var levels = Possible(system);
        var (conflict, why) = Conflict(procedure.Conflict, bodies, levels);
        return new AuthorityResult
        {
            Possible = [.. procedure.Authorities.Where(rule => rule.Levels.Overlaps(levels))],
            Conflict = conflict,
            ConflictRule = procedure.Conflict,
            Why = why,
        };
    }

    private static (bool? Conflict, string Why) Conflict(ConflictRule? rule, BodyNames? bodies, LevelSet levels)
    {
        if (rule is null)
        {
            return (false, "luật không nêu trường hợp này");
        }

        // Where the law's level is certain to be one that others appraise, the unit only gives its opinion.
        if (!levels.IsEmpty && !rule.Levels.Overlaps(levels))
        {
            return (false, "ở cấp độ này đơn vị chuyên trách về an toàn thông tin không phải là đơn vị thẩm định");
        }

        var unit = Even(bodies?.SecurityUnit);
        var runs = Even(bodies?.Operator);
        return (unit, runs) switch
        {
            ("", "") => (null, "chưa khai tên đơn vị chuyên trách về an toàn thông tin (securityUnit) và đơn vị vận hành (operator)"),
            ("", _) => (null, "chưa khai tên đơn vị chuyên trách về an toàn thông tin (securityUnit)"),
            (_, "") => (null, "chưa khai tên đơn vị vận hành (operator)"),
            _ when string.Equals(unit, runs, StringComparison.Ordinal) => (true, $"đơn vị chuyên trách và đơn vị vận hành cùng là «{bodies!.SecurityUnit!.Trim()}»"),
            _ => (false, "đơn vị chuyên trách và đơn vị vận hành là hai đơn vị khác nhau"),
        };
    }

    /// <summary>A name as it is compared: NFC, without case, with single spaces.</summary>
    private static string Even(string? name) =>
        string.Join(' ', (name ?? "").Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
