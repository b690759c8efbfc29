using EmrSec.Rules.Conditions;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Requirements;

/// <summary>
/// Reads the rules that stand in articles beside the appendices or the standard (12/2022/TT-BTTTT, Điều 9, khoản 6 đến khoản 10;
/// 331/2026/NĐ-CP, Điều 10 và Điều 30). They are answered and judged as requirements are, so they come out as a catalogue of their own,
/// one for each article, and never count among the requirements.
/// </summary>
internal sealed class CheckReader(FactCatalogue catalogue, IReadOnlyList<Regime> regimes, DiagnosticBag diagnostics)
{
    public const string Schema = "emrsec.checks/1";

    private readonly PackReader _packs = new(catalogue, diagnostics);

    public RequirementCatalogue? Read(YamlMapping root, string sha256)
    {
        var node = new YamlObject(root, diagnostics, "schema", "id", "version", "title", "document", "regime", "inForce", "checks");
        var header = _packs.ReadHeader(node, sha256);
        var regime = RequirementReader.ReadRegime(node, regimes, diagnostics);
        if (header is null || regime is null)
        {
            return null;
        }

        var conditions = new ConditionReader(catalogue, diagnostics) { AllowsFacility = false, Regime = regime };
        var checks = new List<Requirement>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mapping in node.Mappings("checks", required: true))
        {
            if (ReadCheck(mapping, header, conditions) is not { } check)
            {
                continue;
            }

            if (!ids.Add(check.Id))
            {
                diagnostics.Error("LU061", check.Position, $"yêu cầu «{check.Id}» viết hai lần");
            }

            checks.Add(check);
        }

        return diagnostics.HasErrors ? null : new RequirementCatalogue(header, "", regime, new Lazy<CatalogueContent>(new CatalogueContent([], checks)));
    }

    private Requirement? ReadCheck(YamlMapping mapping, PackHeader header, ConditionReader conditions)
    {
        var node = new YamlObject(mapping, diagnostics, "id", "title", "citation", "wording", "levels", "when", "dates", "guidance");
        var id = node.Text("id", required: true);
        var title = node.Text("title", required: true);
        var citation = _packs.ReadCitation(node.Mapping("citation", required: true), header, names: true);
        var wording = node.Text("wording", required: true);
        var levels = RequirementReader.ReadLevelNumbers(node, diagnostics);
        var when = node.Mapping("when", required: true) is { } condition ? conditions.Read(condition) : null;
        var dates = node.Mapping("dates") is { } order ? ReadDates(order) : null;
        var guidance = RequirementReader.ReadGuidance(node, diagnostics);
        return id is null || title is null || citation is null || wording is null || when is null || levels.Count == 0
            ? null
            : new Requirement
            {
                Id = id,
                Group = new RequirementGroup(citation.Clause ?? citation.Article ?? id, "rule", title, citation),
                Kind = RequirementKind.Rule,
                Title = title,
                Levels = [.. levels.ConvertAll(level => new RequirementAtLevel(level, citation.ToString(), null, wording) { Article = citation })],

                // «Always» leaves no room for «not applicable».
                AppliesWhen = when is AlwaysCondition ? null : when,
                Dates = dates,
                Guidance = guidance,
                Position = node.At("id"),
            };
    }

    private DatesInOrder? ReadDates(YamlMapping mapping)
    {
        var node = new YamlObject(mapping, diagnostics, "first", "before", "latest");
        var first = node.Scalar("first", required: true) is { } one ? _packs.ReadMilestone(one) : null;
        var before = node.Scalar("before", required: true) is { } other ? _packs.ReadMilestone(other) : null;
        return first is null || before is null ? null : new DatesInOrder(first, before) { FirstIsLatest = node.Boolean("latest") ?? false };
    }
}
