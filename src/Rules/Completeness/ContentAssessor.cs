using EmrSec.Rules.Conditions;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Procedures;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Completeness;

/// <summary>Finds which papers and contents of the dossier are there.</summary>
internal sealed class ContentAssessor(CompletenessInput input)
{
    public List<ContentFinding> Documents()
    {
        var findings = new List<ContentFinding>();
        foreach (var part in input.Law.Documents)
        {
            var filled = Paper(part);
            findings.Add(Combine(part, null, DocumentNeed(part), filled, ""));
        }

        return findings;
    }

    public List<ContentFinding> Contents()
    {
        var findings = new List<ContentFinding>();
        foreach (var part in input.Law.Contents)
        {
            if (!part.IsOfSystem)
            {
                findings.Add(Combine(part, null, Need.Required, Body(part), ""));
                continue;
            }

            for (var i = 0; i < input.Systems.Count; i++)
            {
                findings.Add(OfSystem(part, i));
            }
        }

        return findings;
    }

    /// <summary>One dossier, several systems: a paper is needed where one of them needs it.</summary>
    private Need DocumentNeed(DossierPart part)
    {
        if (part.Levels.Count == 5)
        {
            return Need.Required;
        }

        var need = input.Systems.Count == 0 ? Need.Open : Need.NotRequired;
        foreach (var system in input.Systems)
        {
            var one = LevelNeed.Of(part.Levels, system);
            if (one == Need.Required)
            {
                return one;
            }

            need = one == Need.Open ? one : need;
        }

        return need;
    }

    private Filled Paper(DossierPart part)
    {
        var key = part.Keys[0]["documents.".Length..];
        return input.Sheet.Paper(key) switch
        {
            null => new Filled(ContentStatus.Missing, $"chưa khai {part.Keys[0]}", null),
            { File: { } file } paper => new Filled(ContentStatus.Present, file, paper.Position),
            { Number: { } number } paper => new Filled(ContentStatus.Present, $"số {number}", paper.Position),
            var paper => new Filled(ContentStatus.Unknown, "đã khai nhưng chưa nêu tệp (file) hoặc số (number)", paper.Position),
        };
    }

    private Filled Body(DossierPart part)
    {
        foreach (var key in part.Keys)
        {
            var dot = key.IndexOf('.', StringComparison.Ordinal);
            if (!input.Sheet.Bodies.TryGetValue(key[..dot], out var body) || body[key[(dot + 1)..]] is null)
            {
                return new Filled(ContentStatus.Missing, $"chưa khai {key}", body?.Position);
            }
        }

        return new Filled(ContentStatus.Present, "đã khai", input.Sheet.Bodies[part.Keys[0][..part.Keys[0].IndexOf('.', StringComparison.Ordinal)]].Position);
    }

    private ContentFinding OfSystem(DossierPart part, int index)
    {
        var system = input.Systems[index];
        var need = LevelNeed.Of(part.Levels, system);
        var condition = "";
        if (part.When is { } when && need != Need.NotRequired)
        {
            var truth = Judge(system, when);
            condition = truth == Truth.Unknown ? "chỉ cần với một số hệ thống, còn tuỳ điều chưa khai" : truth == Truth.False ? "luật chỉ đòi ở những hệ thống thuộc tiêu chí khác" : "";
            need = truth == Truth.False ? Need.NotRequired : truth == Truth.Unknown ? Need.Open : need;
        }

        return Combine(part, system, need, InSystem(part, index), condition);
    }

    /// <summary>A condition over every level the system may have: known only where it is the same at all of them.</summary>
    private static Truth Judge(LevelResult system, Condition when)
    {
        var frame = RequirementConditions.Inherit(system.Frame);
        var possible = ProcedureAssessor.Possible(system);
        Truth? all = null;
        for (var level = 1; level <= 5; level++)
        {
            if (possible.Contains(level))
            {
                var truth = new RequirementConditions(system, frame, level).Judge(when);
                all = all is null || all == truth ? truth : Truth.Unknown;
            }
        }

        return all ?? Truth.Unknown;
    }

    private Filled InSystem(DossierPart part, int index)
    {
        var filled = new Filled(ContentStatus.Present, "đã khai", null);
        foreach (var key in part.Keys)
        {
            filled = key switch
            {
                DossierKeys.Grounds => Ground(input.Systems[index]),
                DossierKeys.ManagementAnswers => Answers(index, management: true),
                DossierKeys.TechnicalAnswers => Answers(index, management: false),
                _ when DossierKeys.FieldsOf(key) is not null => new ListContents(part, input.Sheet.Systems[index]).Judge(),
                _ => Text(key, input.Sheet.Systems[index]),
            };
            if (filled.Status != ContentStatus.Present)
            {
                return filled;
            }
        }

        return filled;
    }

    /// <summary>A text or fact of the system itself, or of every one of its components.</summary>
    private static Filled Text(string key, SystemSheet system)
    {
        var name = key[DossierKeys.OfSystem.Length..];
        if (Position(name, system) is { } at)
        {
            return new Filled(ContentStatus.Present, "đã khai", at);
        }

        var lacking = new List<string>();
        foreach (var component in system.Components)
        {
            if (Text(key, component).Status != ContentStatus.Present)
            {
                lacking.Add(component.Id);
            }
        }

        return lacking.Count == system.Components.Count
            ? new Filled(ContentStatus.Missing, $"chưa khai {name}", system.Form.Position)
            : lacking.Count == 0
                ? new Filled(ContentStatus.Present, "đã khai ở từng hệ thống thành phần", system.Form.Position)
                : new Filled(ContentStatus.Partial, $"chưa khai {name} ở hệ thống thành phần: {string.Join(", ", lacking)}", system.Form.Position);
    }

    private static SourcePosition? Position(string name, SystemSheet system)
    {
        if (system.Form[name] is not null)
        {
            return system.Form.Position;
        }

        foreach (var pair in system.Facts.Unordered)
        {
            if (string.Equals(pair.Key.Path, name, StringComparison.Ordinal))
            {
                return pair.Value.Position;
            }
        }

        return null;
    }

    private static Filled Ground(LevelResult system) => system switch
    {
        { AtLeast: not null, Grounds: [var ground, ..] } when system.Value is not null => new Filled(ContentStatus.Present, ground.Criterion.Citation.ToString(), null),
        { AtMost: null } => new Filled(ContentStatus.Missing, "không tiêu chí nào được đáp ứng", null),
        _ => new Filled(ContentStatus.Unknown, "cấp độ còn tuỳ các dữ kiện chưa khai", null),
    };

    /// <summary>Điều 8, khoản 6: how each requirement of the level is met.</summary>
    private Filled Answers(int index, bool management)
    {
        if (input.Requirements.Count == 0)
        {
            return new Filled(ContentStatus.Unknown, "chưa có danh mục yêu cầu của luật này", null);
        }

        var says = new List<string>();
        var answered = 0;
        foreach (var level in input.Requirements[index].Levels)
        {
            var (total, open, mute) = (0, 0, 0);
            foreach (var finding in level.Findings)
            {
                if (finding.Requirement.Kind == RequirementKind.Process == management)
                {
                    total++;
                    open += finding.Status == RequirementStatus.Unknown ? 1 : 0;
                    mute += finding is { Status: not RequirementStatus.Unknown, Answer: { How: null, Plan: null } } ? 1 : 0;
                }
            }

            answered += total - open - mute;
            if (open + mute > 0)
            {
                says.Add($"{(input.Requirements[index].Levels.Count > 1 ? $"cấp độ {level.Level}: " : "")}{open} trên {total} yêu cầu chưa trả lời{(mute > 0 ? $", {mute} chưa nêu cách đáp ứng" : "")}");
            }
        }

        return input.Requirements[index].Levels.Count == 0 ? new Filled(ContentStatus.Unknown, "chưa xác định được cấp độ", null)
            : says.Count == 0 ? new Filled(ContentStatus.Present, "đã trả lời đủ", null)
            : new Filled(answered == 0 ? ContentStatus.Missing : ContentStatus.Partial, string.Join("; ", says), null);
    }

    private static ContentFinding Combine(DossierPart part, LevelResult? system, Need need, Filled filled, string condition)
    {
        var (status, why) = (need, filled.Status) switch
        {
            (Need.Required, _) => (filled.Status, filled.Why),
            (Need.NotRequired, _) => (ContentStatus.NotRequired, condition.Length > 0 ? condition : $"chỉ cần ở {LevelNeed.Say(part.Levels)}"),
            (_, ContentStatus.Present) => (filled.Status, filled.Why),
            _ => (ContentStatus.Unknown, $"{(condition.Length > 0 ? condition : $"cần nếu là {LevelNeed.Say(part.Levels)}")}; {filled.Why}"),
        };
        return new ContentFinding(part, system?.System, status, why, filled.Position);
    }
}

/// <summary>What there is of a part, whether or not it is asked for.</summary>
internal sealed record Filled(ContentStatus Status, string Why, SourcePosition? Position);
