using EmrSec.Rules.Assessments;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Requirements;

namespace EmrSec.Dossiers.Checks;

/// <summary>An answer that the assessment has no use for; it stays in the dossier.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Why">Why, in Vietnamese.</param>
public sealed record UnusedAnswer(Answer Answer, string Why);

/// <summary>Sees to it that no answer is lost without a word: each must be to a requirement that there is, and what is not used is said.</summary>
public static class AnswerChecks
{
    // 12/2022/TT-BTTTT, Điều 9, khoản 6–10; 331/2026/NĐ-CP, Điều 10 and Điều 30, khoản 6–9: checked apart from the requirements, in packs of their own.
    private static readonly string[] CheckedApart = ["tt12.r.", "nd331.r."];

    // How many answers a finding about several names.
    private const int Named = 3;

    /// <summary>
    /// Reports answers to requirements that no pack has: an error where the pack that the id names is loaded (the answer would be lost
    /// by a slip of the pen), a warning where it is not (it may belong to a law that is not).
    /// </summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="packs">The law.</param>
    /// <param name="diagnostics">Receives <c>HS014</c> and <c>HS015</c>.</param>
    public static void CheckNames(Dossier dossier, RulePackSet packs, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var known = new HashSet<string>(StringComparer.Ordinal);
        var shortNames = new HashSet<string>(StringComparer.Ordinal);
        foreach (var catalogue in packs.Requirements.Concat(packs.Checks))
        {
            foreach (var id in catalogue.Ids)
            {
                known.Add(id);
                shortNames.Add(ShortName(id));
            }
        }

        foreach (var answer in dossier.Answers)
        {
            // Rules that no loaded pack has any of cannot be known by name.
            if (known.Contains(answer.Requirement) || (CheckedApartBy(answer.Requirement) is { } prefix && !known.Any(id => id.StartsWith(prefix, StringComparison.Ordinal))))
            {
                continue;
            }

            var nearest = diagnostics.IsFull ? null : NearestName.Help(answer.Requirement, known);
            if (shortNames.Contains(ShortName(answer.Requirement)))
            {
                diagnostics.Error("HS014", answer.Position, $"không có yêu cầu nào mang mã «{answer.Requirement}», câu trả lời sẽ bị mất", nearest ?? "xem các mã: emrsec rules list");
            }
            else
            {
                diagnostics.Warning("HS015", answer.Position, $"không gói luật nào đã nạp có yêu cầu «{answer.Requirement}»; câu trả lời được giữ lại nhưng chưa dùng đến", nearest);
            }
        }
    }

    /// <summary>The answers that an assessment has no use for, in the order written.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="packs">The law.</param>
    /// <param name="assessment">Its assessment.</param>
    public static IReadOnlyList<UnusedAnswer> Unused(Dossier dossier, RulePackSet packs, Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(assessment);
        var unused = new List<UnusedAnswer>();
        foreach (var answer in dossier.Answers)
        {
            if (!IsCheckedApart(answer.Requirement) && WhyUnused(answer, dossier, packs, assessment) is { } why)
            {
                unused.Add(new UnusedAnswer(answer, why));
            }
        }

        return unused;
    }

    /// <summary>
    /// Reports the answers that the assessed levels have no use for: one finding for a reason, at the first answer it goes for,
    /// so that a dossier judged by another law does not bury its other findings under one line for each answer.
    /// </summary>
    /// <param name="unused">The answers: <see cref="Unused"/>.</param>
    /// <param name="diagnostics">Receives <c>HS016</c>.</param>
    public static void Report(IReadOnlyList<UnusedAnswer> unused, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(unused);
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach (var group in unused.GroupBy(each => each.Why, StringComparer.Ordinal))
        {
            string[] keys = [.. group.Select(each => $"«{Key(each.Answer)}»")];
            var which = keys.Length <= Named ? string.Join(", ", keys) : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", keys.Take(Named))} và {keys.Length - Named} câu khác");
            diagnostics.Warning("HS016", group.First().Answer.Position, $"câu trả lời {which} chưa dùng đến: {group.Key}", "không cần xoá: cấp độ hoặc luật áp dụng thay đổi thì câu trả lời lại có hiệu lực");
        }
    }

    /// <summary>The answer's key as the dossier writes it.</summary>
    /// <param name="answer">The answer.</param>
    public static string Key(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.SystemId is { } id ? $"{id}/{answer.Requirement}" : answer.Requirement;
    }

    private static string? WhyUnused(Answer answer, Dossier dossier, RulePackSet packs, Assessment assessment)
    {
        if (assessment.Catalogue?.Find(answer.Requirement) is { } requirement)
        {
            return NoLevelHas(requirement, answer, assessment) ?? Overruled(answer, dossier);
        }

        // What no pack has was reported with the names.
        foreach (var catalogue in packs.Requirements)
        {
            if (catalogue.Ids.Contains(answer.Requirement))
            {
                var isCarried = assessment.Catalogue is { } current && packs.CrosswalkTo(current)?.TargetsOf(answer.Requirement).Any() == true;
                return $"yêu cầu của {catalogue.Header.Document.Cite} không đi cùng {assessment.Regime.Header.Document.Number}{(isCarried ? $"; mang sang chờ xác nhận ở yêu cầu tương ứng của {assessment.Catalogue!.Standard}" : "")}";
            }
        }

        return null;
    }

    private static string? NoLevelHas(Requirement requirement, Answer answer, Assessment assessment)
    {
        var levels = new List<string>();
        foreach (var system in assessment.Requirements)
        {
            if (answer.SystemId is { } id && !Holds(system.System.System, id))
            {
                continue;
            }

            // Without a level nobody can say that the answer is of no use.
            if (system.Levels.Count == 0)
            {
                return null;
            }

            foreach (var level in system.Levels)
            {
                if (requirement.At(level.Level) is not null)
                {
                    return null;
                }

                levels.Add(string.Create(CultureInfo.InvariantCulture, $"{system.System.System.Id} cấp độ {level.Level}"));
            }
        }

        var least = requirement.Levels[0].Level;
        return levels.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"yêu cầu này chỉ có từ cấp độ {least} ({string.Join(", ", levels)})");
    }

    /// <summary>An answer for a whole prevails over those of its components.</summary>
    private static string? Overruled(Answer answer, Dossier dossier)
    {
        foreach (var other in dossier.Answers)
        {
            if (answer.SystemId is { } id
                && other.SystemId is { } whole
                && !string.Equals(id, whole, StringComparison.Ordinal)
                && string.Equals(other.Requirement, answer.Requirement, StringComparison.Ordinal)
                && Within(dossier, whole, id))
            {
                return $"«{Key(other)}» trả lời cho cả hệ thống";
            }
        }

        return null;
    }

    private static bool Within(Dossier dossier, string whole, string part)
    {
        foreach (var system in dossier.AllSystems())
        {
            if (string.Equals(system.Id, whole, StringComparison.Ordinal))
            {
                return Holds(system.ToProfile(), part);
            }
        }

        return false;
    }

    private static bool Holds(SystemProfile system, string id)
    {
        if (string.Equals(system.Id, id, StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var component in system.Components)
        {
            if (Holds(component, id))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCheckedApart(string id) => CheckedApartBy(id) is not null;

    private static string? CheckedApartBy(string id) => Array.Find(CheckedApart, prefix => id.StartsWith(prefix, StringComparison.Ordinal));

    private static string ShortName(string id) => id[..Math.Max(0, id.IndexOf('.', StringComparison.Ordinal))];
}
