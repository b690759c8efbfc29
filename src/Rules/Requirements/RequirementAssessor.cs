using EmrSec.Rules.Crosswalks;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;

namespace EmrSec.Rules.Requirements;

/// <summary>Finds how a system stands on every requirement of its level, or of each level of its range.</summary>
internal sealed class RequirementAssessor(RequirementCatalogue catalogue, IReadOnlyList<RequirementAnswer> answers, DateOnly asOf, Crosswalk? crosswalk = null)
{
    private readonly RequirementAnswers _answers = new(answers);
    private readonly CarryOver? _carryOver = crosswalk is null ? null : new CarryOver(crosswalk, answers, asOf);

    public SystemFindings Assess(LevelResult system)
    {
        var levels = new List<LevelFindings>();
        if (system is { AtLeast: { } least, AtMost: { } most })
        {
            var frame = RequirementConditions.Inherit(system.Frame);
            for (var level = least; level <= most; level++)
            {
                levels.Add(AssessLevel(system.System, new RequirementConditions(system, frame, level), level));
            }
        }

        return new SystemFindings(system, levels);
    }

    private LevelFindings AssessLevel(SystemProfile system, RequirementConditions conditions, int level)
    {
        var findings = FindAll(catalogue.Requirements, system, conditions, level);
        return new LevelFindings(level, findings, RequirementTotals.Of(findings), RequirementGaps.Of(findings))
        {
            Uncounted = FindAll(catalogue.Uncounted, system, conditions, level),
        };
    }

    private List<RequirementFinding> FindAll(IReadOnlyList<Requirement> requirements, SystemProfile system, RequirementConditions conditions, int level)
    {
        var findings = new List<RequirementFinding>();
        foreach (var requirement in requirements)
        {
            if (requirement.At(level) is { } at)
            {
                findings.Add(Find(system, conditions, requirement, at));
            }
        }

        return findings;
    }

    private RequirementFinding Find(SystemProfile system, RequirementConditions conditions, Requirement requirement, RequirementAtLevel at)
    {
        var applies = requirement.AppliesWhen is { } condition ? conditions.Judge(condition) : Truth.True;
        var given = _answers.AllOf(system, requirement.Id);
        var answer = RequirementAnswers.Counting(given, asOf);
        var (status, why, documentation) = Judge(new Question(system, requirement, at, answer, applies), conditions);
        IReadOnlyList<CarriedAnswer> carried = answer is null && _carryOver is not null ? _carryOver.To(system, requirement.Id) : [];

        // An answer to the old requirement is none to the new one: whatever it says, the new one is still open.
        if (carried.Count > 0 && status == RequirementStatus.Unknown)
        {
            why = $"{why}; {_carryOver!.Say(carried)}";
        }

        return new RequirementFinding
        {
            Requirement = requirement,
            At = at,
            Citation = catalogue.Cite(at),
            Applies = applies,
            Missing = requirement.AppliesWhen is { } open ? conditions.Missing(open) : [],
            Products = applies == Truth.False ? [] : Products(requirement, at.Level, applies, conditions),
            Status = status,
            Why = why,
            Answer = answer,
            Answers = given,
            Documentation = documentation,
            CarriedOver = carried,
            Progress = answer is null or { Plan: null, Due: null, Owner: null }
                ? null
                : new RequirementProgress(answer.Plan, answer.Due, answer.Owner, answer.Due < asOf && status is not (RequirementStatus.Met or RequirementStatus.NotApplicable)),
        };
    }

    private static List<ProductFinding> Products(Requirement requirement, int level, Truth applies, RequirementConditions conditions)
    {
        var products = new List<ProductFinding>();
        foreach (var product in requirement.Products)
        {
            if (product.Levels.Contains(level))
            {
                products.Add(new ProductFinding(product, conditions.Judge(product.When) & applies, conditions.Missing(product.When)));
            }
        }

        return products;
    }

    private Verdict Judge(Question question, RequirementConditions conditions)
    {
        if (question.Applies == Truth.False)
        {
            var kept = question.Answer is null or { Status: RequirementStatus.NotApplicable } ? "" : "; câu trả lời được giữ lại, chưa dùng đến";
            return new Verdict(RequirementStatus.NotApplicable, $"không áp dụng: {conditions.Describe(question.Requirement.AppliesWhen!)}{kept}", Documentation.None);
        }

        if (question.Answer is { Status: RequirementStatus.NotApplicable })
        {
            return Excused(question, conditions);
        }

        var verdict = Answered(question);
        return question.At.Zones.Count > 0 ? Drawn(question, verdict) : verdict;
    }

    /// <summary>«Not applicable» was answered, and no fact says so.</summary>
    private Verdict Excused(Question question, RequirementConditions conditions) => question switch
    {
        { Requirement.MayNotApply: { } reason, Applies: Truth.True } =>
            new Verdict(RequirementStatus.NotApplicable, $"trả lời «không áp dụng», được chấp nhận nếu: {reason}", Documentation.None),
        { Requirement.AppliesWhen: null } => new Verdict(RequirementStatus.Unmet, $"trả lời «không áp dụng», nhưng {(catalogue.Basis is null ? catalogue.Header.Document.Cite : "tiêu chuẩn")} không có trường hợp loại trừ yêu cầu này", Documentation.None),
        { Applies: Truth.True, Requirement.AppliesWhen: { } when } =>
            new Verdict(RequirementStatus.Unmet, $"trả lời «không áp dụng», nhưng hồ sơ khai {conditions.Describe(when)}", Documentation.None),
        { Requirement.AppliesWhen: { } when } => new Verdict(RequirementStatus.Unknown, $"trả lời «không áp dụng», nhưng hồ sơ chưa khai: {Labels(conditions.Missing(when))}", Documentation.None),
    };

    private Verdict Answered(Question question)
    {
        if (question.Answer is not { } answer)
        {
            return question.Requirement.AppliesWhen is not null && question.Applies == Truth.Unknown
                ? new Verdict(RequirementStatus.Unknown, "chưa trả lời; chưa rõ có áp dụng không", Documentation.None)
                : new Verdict(RequirementStatus.Unknown, "chưa trả lời", Documentation.None);
        }

        var from = answer.SystemId is { } id ? $"trả lời của {id}" : "trả lời chung";
        if (answer.Status == RequirementStatus.Unmet)
        {
            return new Verdict(RequirementStatus.Unmet, $"{from}: chưa đáp ứng", Documentation.None);
        }

        if (answer.ValidUntil is { } until && until < asOf)
        {
            return new Verdict(RequirementStatus.Unmet, $"bằng chứng chỉ có giá trị đến {FactText.Date(until)}", Documentation.Expired);
        }

        var says = answer.Status == RequirementStatus.Met ? "đáp ứng" : "đáp ứng một phần";
        return answer.Evidence.Count == 0
            ? new Verdict(answer.Status, $"{from}: {says}, chưa nêu bằng chứng", Documentation.Undocumented)
            : new Verdict(answer.Status, $"{from}: {says}", Documentation.Documented);
    }

    /// <summary>The zones that are drawn prevail over an answer that says more; an answer that says less prevails over them.</summary>
    private static Verdict Drawn(Question question, Verdict answered)
    {
        var (zones, needed) = (ZonesOf(question.System), question.At.Zones);
        if (zones.Count == 0)
        {
            return answered;
        }

        var missing = needed.Where(zone => !zones.Contains(zone)).ToList();
        if (missing.Count > 0)
        {
            if (question.Answer is null && question.Applies == Truth.Unknown)
            {
                return answered;
            }

            return zones.Contains("") && question.Answer is null
                ? new Verdict(RequirementStatus.Unknown, "trong các vùng mạng đã khai có vùng chưa khai loại", Documentation.None)
                : new Verdict(RequirementStatus.Unmet, needed.Count == 1 ? "các vùng mạng đã khai không có vùng này" : $"các vùng mạng đã khai còn thiếu: {string.Join(", ", missing.Select(ZoneWords.Name))}", Documentation.None);
        }

        return answered.Status is RequirementStatus.Partial or RequirementStatus.Unmet
            ? answered
            : new Verdict(RequirementStatus.Met, needed.Count == 1 ? "vùng này có trong các vùng mạng đã khai" : "các vùng mạng đã khai có đủ các vùng này", Documentation.Documented);
    }

    /// <summary>The kinds of the zones that a system and its components draw.</summary>
    public static List<string> ZonesOf(SystemProfile system)
    {
        var zones = new List<string>(system.Zones);
        foreach (var component in system.Components)
        {
            zones.AddRange(ZonesOf(component));
        }

        return zones;
    }

    private static string Labels(IReadOnlyList<MissingFact> missing) => string.Join("; ", missing.Select(fact => fact.Fact.Label).Distinct(StringComparer.Ordinal));

    private sealed record Question(SystemProfile System, Requirement Requirement, RequirementAtLevel At, RequirementAnswer? Answer, Truth Applies);

    private sealed record Verdict(RequirementStatus Status, string Why, Documentation Documentation);
}
