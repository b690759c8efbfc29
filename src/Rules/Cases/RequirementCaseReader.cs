using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Requirements;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Cases;

/// <summary>Reads the answers of a case and what it expects of requirements.</summary>
internal sealed class RequirementCaseReader(DiagnosticBag diagnostics)
{
    /// <summary>Names of the counts, in the order of <see cref="RequirementStatus"/>, then all.</summary>
    public static readonly string[] Counts = ["met", "partial", "unmet", "notApplicable", "unknown", "total"];

    private static readonly string[] AnswerWords = ["met", "partial", "unmet", "not-applicable"];
    private static readonly string[] StatusWords = ["met", "partial", "unmet", "notApplicable", "unknown"];
    private static readonly string[] TruthWords = ["false", "unknown", "true"];
    private static readonly string[] DocumentationWords = ["none", "documented", "undocumented", "expired"];
    private static readonly string[] GapWords = ["productMissing", "planMissing", "unmet", "partial", "undocumented", "suggested", "none"];

    /// <summary>Answers, keyed as in the dossier.</summary>
    public IReadOnlyList<RequirementAnswer> ReadAnswers(YamlMapping? mapping)
    {
        var answers = new List<RequirementAnswer>();
        foreach (var entry in mapping?.Entries ?? [])
        {
            if (YamlObject.AsMapping(entry.Value, $"«{entry.Key.Value}»", diagnostics) is not { } fields)
            {
                continue;
            }

            var node = new YamlObject(fields, diagnostics, "status", "how", "evidence", "validUntil", "plan", "due", "owner");
            var slash = entry.Key.Value.IndexOf('/', StringComparison.Ordinal);
            var status = (RequirementStatus)Math.Max(0, Array.IndexOf(AnswerWords, node.Word("status", AnswerWords, required: true)));
            answers.Add(new RequirementAnswer(entry.Key.Value[(slash + 1)..], slash < 0 ? null : entry.Key.Value[..slash], status)
            {
                How = node.Text("how"),
                Evidence = [.. node.Scalars("evidence").Select(file => file.Value)],
                ValidUntil = node.Date("validUntil"),
                Plan = node.Text("plan"),
                Due = node.Date("due"),
                Owner = node.Text("owner"),
            });
        }

        return answers;
    }

    public IReadOnlyList<RequirementExpectation> ReadExpectations(YamlMapping? mapping) =>
        [.. (mapping?.Entries ?? []).Select(ReadExpectation)];

    public TotalsExpectation? ReadTotals(YamlMapping? mapping)
    {
        if (mapping is null)
        {
            return null;
        }

        var node = new YamlObject(mapping, diagnostics, [.. Counts, "level"]);
        return new TotalsExpectation((int?)node.Integer("level", 1, 5), [.. Counts.Select(count => (int?)node.Integer(count, 0, 10_000))]);
    }

    private RequirementExpectation ReadExpectation(YamlEntry entry)
    {
        var expected = new RequirementExpectation(entry.Key.Value, entry.Key.Position);
        if (YamlObject.AsMapping(entry.Value, $"«{entry.Key.Value}»", diagnostics) is not { } mapping)
        {
            diagnostics.Error("LU040", entry.Key.Position, "trường hợp thử không nêu kết quả mong đợi của yêu cầu");
            return expected;
        }

        var node = new YamlObject(mapping, diagnostics, "level", "absent", "status", "applies", "product", "citation", "why", "documentation", "overdue", "gap", "missing");
        var absent = node.Boolean("absent") ?? false;
        if (!absent && (node["citation"] is null || (node["status"] is null && node["applies"] is null && node["product"] is null)))
        {
            diagnostics.Error("LU041", mapping.Position, "kết quả mong đợi của một yêu cầu cần «citation» và ít nhất một trong: status, applies, product");
        }

        var gap = IndexOf(node, "gap", GapWords);
        return expected with
        {
            Level = (int?)node.Integer("level", 1, 5),
            Absent = absent,
            Status = (RequirementStatus?)IndexOf(node, "status", StatusWords),
            Applies = TruthOf(IndexOf(node, "applies", TruthWords)),
            Product = TruthOf(IndexOf(node, "product", TruthWords)),
            Citation = node.Text("citation"),
            Why = node.Text("why"),
            Documentation = (Documentation?)IndexOf(node, "documentation", DocumentationWords),
            Overdue = node.Boolean("overdue"),
            Gap = gap == GapWords.Length - 1 ? null : (GapWeight?)gap,
            NoGap = gap == GapWords.Length - 1,
            Missing = node["missing"] is null ? null : [.. node.Scalars("missing").Select(fact => fact.Value)],
        };
    }

    private static Truth? TruthOf(int? index) => index switch
    {
        null => null,
        0 => Truth.False,
        1 => Truth.Unknown,
        _ => Truth.True,
    };

    private static int? IndexOf(YamlObject node, string key, string[] words) =>
        node.Word(key, words) is { } word ? Array.IndexOf(words, word) : null;
}
