using EmrSec.Rules.Facts;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Cases;

/// <summary>Reads cases. A case without expectations, or one that names a level without its reasons, is an error.</summary>
internal sealed class CaseReader(FactCatalogue catalogue, DiagnosticBag diagnostics)
{
    public const string Schema = "emrsec.cases/1";

    private static readonly string[] StatusWords =
        ["met", "metLate", "pending", "dueSoon", "overdue", "notApplicable", "unknown", "ongoing"];

    private static readonly string[] SystemKeys = ["id", "name", "components", "zones"];

    public (string Pack, IReadOnlyList<Case> Cases)? Read(YamlMapping root)
    {
        var file = new YamlObject(root, diagnostics, "schema", "pack", "cases");
        var pack = file.Text("pack", required: true);
        var cases = file.Mappings("cases", required: true).Select(ReadCase).ToList();
        return diagnostics.HasErrors || pack is null ? null : (pack, cases);
    }

    private Case ReadCase(YamlMapping mapping)
    {
        var node = new YamlObject(mapping, diagnostics, "name", "asOf", "presumptions", "facts", "answers", "expect");
        var expect = node.Mapping("expect", required: true);
        var read = new Case(node.Text("name", required: true) ?? "", mapping.Position, node.Date("asOf"), node.Boolean("presumptions") ?? true, ReadFacts(node.Mapping("facts")) with
        {
            Answers = new RequirementCaseReader(diagnostics).ReadAnswers(node.Mapping("answers")),
        });
        return expect is null ? read : ReadExpectations(read, expect);
    }

    private FacilityProfile ReadFacts(YamlMapping? mapping)
    {
        if (mapping is null)
        {
            return new FacilityProfile(FactSet.Empty, FactSet.Empty, []);
        }

        var node = new YamlObject(mapping, diagnostics, "facility", "milestones", "system");
        var facts = new FactReader(catalogue, diagnostics);
        return new FacilityProfile(
            facts.Read(node.Mapping("facility"), FactScope.Facility, []),
            facts.Read(node.Mapping("milestones"), FactScope.Milestone, []),
            node.Mapping("system") is { } system ? [ReadSystem(system, "system")] : []);
    }

    private SystemProfile ReadSystem(YamlMapping mapping, string defaultId)
    {
        var facts = new FactReader(catalogue, diagnostics).Read(mapping, FactScope.System, SystemKeys);
        var id = mapping["id"] is YamlScalar { Value: var written } ? written : defaultId;
        var components = new List<SystemProfile>();
        if (mapping["components"] is YamlSequence sequence)
        {
            foreach (var item in sequence.Items)
            {
                if (YamlObject.AsMapping(item, "hệ thống thành phần", diagnostics) is { } component)
                {
                    components.Add(ReadSystem(component, $"c{components.Count + 1}"));
                }
            }
        }

        return new SystemProfile(id, id, facts, components)
        {
            Zones = mapping["zones"] is YamlSequence zones ? [.. zones.Items.OfType<YamlScalar>().Select(zone => zone.IsNull ? "" : zone.Value)] : [],
        };
    }

    private Case ReadExpectations(Case read, YamlMapping expect)
    {
        var node = new YamlObject(expect, diagnostics, "level", "criterion", "citation", "questions", "atMost", "component", "because", "obligations", "requirements", "totals");
        var obligations = node.Mapping("obligations");
        var requirements = node.Mapping("requirements");
        if (node["level"] is null && node["totals"] is null && obligations is not { Entries.Count: > 0 } && requirements is not { Entries.Count: > 0 })
        {
            diagnostics.Error("LU040", expect.Position, "trường hợp thử không nêu kết quả mong đợi (level, obligations, requirements hoặc totals)");
            return read;
        }

        var findings = new RequirementCaseReader(diagnostics);
        return read with
        {
            Requirements = findings.ReadExpectations(requirements),
            Totals = findings.ReadTotals(node.Mapping("totals")),
            Level = node["level"] is null ? null : ReadLevel(node),
            Obligations = obligations is null ? [] : [.. obligations.Entries.Select(ReadObligation)],
        };
    }

    private LevelExpectation ReadLevel(YamlObject node)
    {
        var expected = new LevelExpectation
        {
            Criterion = node.Text("criterion"),
            Citation = node.Text("citation"),
            Component = node.Text("component"),
            Questions = node["questions"] is null ? null : [.. node.Scalars("questions").Select(question => question.Value)],
            Because = [.. node.Scalars("because").Select(fact => fact.Value)],
        };
        switch (node["level"])
        {
            case YamlScalar { Value: "undetermined" }:
                Require(node, "questions");
                return expected with { AnyAtMost = node.Node["atMost"] is null, AtMost = (int?)node.Integer("atMost", 1, 5) };
            case YamlMapping range:
            {
                Require(node, "questions");
                var bounds = new YamlObject(range, diagnostics, "atLeast", "atMost");
                return expected with { AtLeast = (int?)bounds.Integer("atLeast", 1, 5, required: true), AtMost = (int?)bounds.Integer("atMost", 1, 5, required: true) };
            }

            default:
            {
                Require(node, "criterion");
                Require(node, "citation");
                var level = (int?)node.Integer("level", 1, 5);
                return expected with { AtLeast = level, AtMost = level };
            }
        }
    }

    private void Require(YamlObject node, string key)
    {
        if (node.Node[key] is null)
        {
            diagnostics.Error("LU041", node.Node.Position, $"kết quả mong đợi thiếu «{key}»: cấp độ không kèm căn cứ thì chưa kiểm được gì");
        }
    }

    private ObligationExpectation ReadObligation(YamlEntry entry)
    {
        var expected = new ObligationExpectation(entry.Key.Value, entry.Key.Position);
        if (YamlObject.AsMapping(entry.Value, $"«{entry.Key.Value}»", diagnostics) is not { } mapping)
        {
            diagnostics.Error("LU040", entry.Key.Position, "trường hợp thử không nêu trạng thái mong đợi");
            return expected;
        }

        var node = new YamlObject(mapping, diagnostics, "status", "days", "onDeadlineDay", "facts");
        var status = node.Word("status", StatusWords, required: true);
        return expected with
        {
            Status = (ObligationStatus)Math.Max(0, Array.IndexOf(StatusWords, status)),
            Days = (int?)node.Integer("days", 0, 100_000),
            OnDeadlineDay = node.Boolean("onDeadlineDay"),
            Facts = node["facts"] is null ? null : [.. node.Scalars("facts").Select(fact => fact.Value)],
        };
    }
}
