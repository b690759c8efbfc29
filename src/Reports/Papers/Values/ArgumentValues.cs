using EmrSec.Reports.Templates;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Wording;

namespace EmrSec.Reports.Papers.Values;

/// <summary>
/// Why a system has its level: the criteria that hold with the facts that meet them, each higher criterion with the fact that denies it,
/// what was presumed (12/2022/TT-BTTTT, Điều 8, khoản 4 và khoản 5; 331/2026/NĐ-CP, Điều 22, khoản 4 và khoản 5).
/// </summary>
/// <param name="request">What the paper is made of.</param>
internal sealed class ArgumentValues(PaperRequest request)
{
    private readonly ContentNeeds _needs = new(request.Assessment.Completeness);

    /// <summary>Adds a system's argument to its values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="system">The system.</param>
    public void Add(TemplateValues values, PaperSystem system)
    {
        var level = system.Level;
        values["levelText"] = level.InWords();
        values["citations"] = level.Grounds.Select(ground => ground.Criterion.Citation.ToString()).Distinct(StringComparer.Ordinal).ToArray<object>();
        values["grounds"] = level.Grounds.GroupBy(ground => ground.Criterion.Id, StringComparer.Ordinal).Select(group => Ground([.. group], level)).ToArray();
        values["byComponents"] = level.ByComponents;
        values["principle"] = level.Regime.Components.Citation.ToString();
        values["higher"] = level.NotHigher.OrderBy(higher => higher.Criterion.Level).Select(higher => Higher(higher, level)).ToArray();
        values["presumed"] = level.Presumed.GroupBy(each => $"{each.Fact.Label}: {FactText.Describe(each.Fact, each.Value)}", StringComparer.Ordinal)
            .Select(group => new TemplateValues { ["fact"] = group.Key, ["why"] = group.First().Why }).ToArray();
        values["missing"] = level.Missing.Select(missing => LevelWords.Name(missing.Fact, missing.System, level)).ToArray<object>();
        values["appraiser"] = system.Authority?.Rule?.Appraiser.Text ?? (object)new AbsentValue();
        values["approver"] = system.Authority?.Rule?.Approver.Text ?? (object)new AbsentValue();
        values["authority"] = system.Authority?.Rule?.Citation.ToString() ?? (object)new AbsentValue();
        AddRisks(values, system);
    }

    private void AddRisks(TemplateValues values, PaperSystem system)
    {
        var added = system.Record.HighLevel;
        values["mainRisks"] = Text(system.Record.MainRisks, "nhận diện sơ bộ rủi ro chính và tác động", "system.mainRisks", system);
        values["isHigh"] = system.Level.AtMost >= 4;
        values["riskReport"] = Text(added.RiskReport, "báo cáo đánh giá rủi ro chi tiết", "system.level4.riskReport", system);
        values["relatedSystems"] = Text(added.RelatedSystems, "hệ thống khác có liên quan, kết nối", "system.level4.relatedSystems", system);
        values["risks"] = Text(added.Risks, "nguy cơ tấn công mạng và mức độ ảnh hưởng", "system.level4.risks", system);
        values["harm"] = Text(added.Harm, "phạm vi, mức độ ảnh hưởng khi bị tấn công", "system.level4.harm", system);
        values["continuity"] = Text(added.Continuity, "thuyết minh yêu cầu vận hành 24/7", "system.level4.continuity", system);
    }

    /// <summary>What is declared; what the law asks for and nobody declared is missing, what it does not ask for is left out.</summary>
    private TemplateValues Text(string? text, string label, string content, PaperSystem system) => new()
    {
        ["asked"] = text is not null || _needs.Lacks(content, system),
        ["text"] = _needs.Given(text, $"{label} của {system.Record.Name}", content),
    };

    private static TemplateValues Ground(List<LevelGround> grounds, LevelResult level)
    {
        var criterion = grounds[0].Criterion;
        var members = grounds.Select(ground => (ground.Component?.Name, ground.Facts)).ToList();
        var facts = members.SelectMany(member => member.Facts.Select(fact => (member.Name, Fact: fact))).ToList();
        return new TemplateValues
        {
            ["citation"] = criterion.Citation.ToString(),
            ["wording"] = level.Regime.Header.Document.Quote(criterion.Wording),
            ["components"] = members.Select(member => member.Name).OfType<string>().ToArray<object>(),
            ["facts"] = facts.GroupBy(each => $"{each.Fact.Fact.Id} {each.Fact.ValueText} {each.Fact.Needs}", StringComparer.Ordinal)
                .Select((group, index) => Fact(group.First().Fact, index, Of([.. group.Select(each => each.Name).Distinct(StringComparer.Ordinal)], members.Count)))
                .ToArray(),
        };
    }

    // What is so of every member is said once.
    private static string Of(List<string?> names, int members) => names.Count == members ? "" : $" ({string.Join("; ", names.Select(name => name ?? "cả hệ thống"))})";

    private static TemplateValues Fact(Reason reason, int index, string of) => new()
    {
        ["number"] = index + 1,
        ["label"] = reason.Fact.Label + of,
        ["value"] = reason.ValueText,
        ["needs"] = reason.Needs,
    };

    private static TemplateValues Higher(NotHigher higher, LevelResult level) => new()
    {
        ["level"] = higher.Criterion.Level,
        ["citation"] = higher.Criterion.Citation.ToString(),
        ["wording"] = higher.Criterion.Wording,
        ["isOpen"] = higher.IsOpen,
        ["because"] = higher.IsOpen ? LevelWords.If(higher, level) : LevelWords.Against(higher, level),
    };
}
