using EmrSec.Reports.Templates;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Procedures;
using EmrSec.Rules.Wording;

namespace EmrSec.Reports.Papers.Values;

/// <summary>Levels with grounds, why not higher, what is missing, who decides; in the words of <c>emrsec assess</c>.</summary>
internal static class LevelValues
{
    /// <summary>A system's level with all that goes with it.</summary>
    /// <param name="system">The system.</param>
    /// <param name="assessment">The assessment it is of.</param>
    public static TemplateValues Of(PaperSystem system, Assessment assessment)
    {
        var level = system.Level;
        return new TemplateValues
        {
            ["id"] = level.System.Id,
            ["name"] = level.System.Name,
            ["level"] = level.InWords(),
            ["citation"] = level.Grounds.Count == 0 ? "–" : level.Grounds[0].Criterion.Citation.ToString(),
            ["proposal"] = LevelWords.Proposal(level),
            ["grounds"] = LevelWords.Grounds(level).Select(Ground).ToArray(),
            ["principle"] = ReportValues.Optional(LevelWords.Principle(level)),
            ["higher"] = LevelWords.Higher(level).Select(Higher).ToArray(),
            ["inexact"] = ReportValues.Optional(LevelWords.Inexact(level)),
            ["depends"] = ReportValues.Optional(LevelWords.Depends(level)),
            ["authorities"] = system.Authority is { } authority ? AuthorityWords.Of(authority).Select(Authority).ToArray() : [],
            ["conflict"] = ReportValues.Optional(system.Authority is { } deciding ? AuthorityWords.Conflict(deciding) : null),
            ["clocks"] = (assessment.Procedure?.Clocks ?? []).Where(clock => ReferenceEquals(clock.System, level)).Select(Clock).ToArray(),
        };
    }

    /// <summary>What was presumed, each once with the systems that it mattered to.</summary>
    /// <param name="systems">The systems.</param>
    public static TemplateValues[] Presumed(IReadOnlyList<PaperSystem> systems) =>
    [
        .. systems.SelectMany(system => system.Level.Presumed)
            .GroupBy(each => $"{each.Fact.Label}: {FactText.Describe(each.Fact, each.Value)}", StringComparer.Ordinal)
            .Select(group => new TemplateValues
            {
                ["what"] = group.Key,
                ["systems"] = string.Join(", ", group.Select(each => each.System.Id)),
                ["why"] = group.First().Why,
            }),
    ];

    /// <summary>What to ask, the most decisive question first.</summary>
    /// <param name="request">What the paper is made of.</param>
    public static TemplateValues[] Questions(PaperRequest request)
    {
        var ids = request.Systems.SelectMany(system => system.Record.WithComponents()).Select(record => record.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. request.Assessment.Questions.Where(question => question.System is null || ids.Contains(question.System.Id)).Select(question => new TemplateValues
            {
                ["about"] = question.System?.Name ?? "cả cơ sở",
                ["question"] = question.Fact.Question,
                ["fact"] = question.Fact.Id,
                ["source"] = ReportValues.Optional(question.Fact.Source),
            }),
        ];
    }

    private static TemplateValues Ground(GroundText ground) => new()
    {
        ["head"] = ground.Head,
        ["law"] = ground.Law,
        ["components"] = ReportValues.Optional(string.Join("; ", ground.Components)),
        ["facts"] = ReportValues.Optional(ground.Facts),
    };

    private static TemplateValues Higher(HigherText higher) => new() { ["head"] = higher.Head, ["text"] = higher.Text, ["open"] = higher.IsOpen };

    private static TemplateValues Authority(AuthorityText authority) => new()
    {
        ["text"] = authority.Condition + authority.Text,
        ["first"] = authority.First.ToArray<object>(),
    };

    private static TemplateValues Clock(ClockResult clock) => new() { ["step"] = DeadlineWords.Step(clock.Step), ["text"] = DeadlineWords.Clock(clock) };
}
