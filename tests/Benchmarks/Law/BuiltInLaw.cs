using EmrSec.Rules.Assessments;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Requirements;
using EmrSec.Rules.Yaml;

namespace EmrSec.Benchmarks.Law;

/// <summary>The law that the program carries, and a sample facility.</summary>
internal static class BuiltInLaw
{
    public static DateOnly AsOf { get; } = new(2026, 11, 21);

    public static RulePackSet Packs { get; } = PackLoader.Load(PackSource.BuiltIn(), new DiagnosticBag()).Packs ?? throw new InvalidOperationException("the built-in law does not load");

    /// <summary>The packs as the program carries them.</summary>
    public static byte[] Snapshot()
    {
        using var stream = new MemoryStream();
        PackSnapshot.Write(PackSource.BuiltIn(), stream, new DiagnosticBag());
        return stream.ToArray();
    }

    public static Regime Regime { get; } = Packs.FindRegime("nd85-2016") ?? throw new InvalidOperationException("no nd85-2016");

    public static RequirementCatalogue Catalogue { get; } = Packs.RequirementsOf(Regime, AsOf) ?? throw new InvalidOperationException("no tt12-2022");

    /// <summary>The requirements under 331/2026/NĐ-CP.</summary>
    public static RequirementCatalogue NewCatalogue { get; } = Packs.RequirementsOf(Packs.FindRegime("nd331-2026")!, AsOf) ?? throw new InvalidOperationException("no tcvn-14423");

    /// <summary>Whether each obligation of each directive binds.</summary>
    public static RuleProgram Obligations { get; } = new(Packs.Facts, [.. Packs.Directives.SelectMany(directive => directive.Obligations).Select(obligation => obligation.Binds)]);

    public static AssessmentOptions Options { get; } = new(AsOf, "nd85-2016");

    /// <summary>What the rules see of <c>samples/bac-ninh-hospital.yaml</c>.</summary>
    public static FacilityProfile Hospital()
    {
        var diagnostics = new DiagnosticBag();
        var text = TextFileReader.Decode(Resources.Read("samples/bac-ninh-hospital.yaml"), "hospital", diagnostics) ?? throw new InvalidOperationException("the sample is no text");
        var root = (YamlMapping)(YamlReader.Read(text, "hospital", diagnostics) ?? throw new InvalidOperationException("the sample does not read"));

        // Keys of a dossier that are not facts do not matter here.
        var facts = new FactReader(Packs.Facts, new DiagnosticBag());
        SystemProfile System(YamlMapping node) => new(
            ((YamlScalar)node["id"]!).Value,
            ((YamlScalar)node["name"]!).Value,
            facts.Read(node, FactScope.System, []),
            [.. Items(node, "components").Select(System)]);
        return new FacilityProfile(
            facts.Read((YamlMapping?)root["facility"], FactScope.Facility, []),
            facts.Read((YamlMapping?)root["milestones"], FactScope.Milestone, []),
            [.. Items(root, "systems").Select(System)]);
    }

    private static IEnumerable<YamlMapping> Items(YamlMapping node, string key) => node[key] is YamlSequence list ? list.Items.Cast<YamlMapping>() : [];
}
