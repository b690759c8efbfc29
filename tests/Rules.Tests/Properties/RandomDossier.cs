using EmrSec.Rules.Conditions;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Tests.Engine;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Tests.Properties;

/// <summary>A facility with one system, as declared, and the frame that the engine makes of it.</summary>
internal sealed class RandomDossier
{
    public RandomDossier(FactCatalogue catalogue, Declared common, DeclaredSystem system)
    {
        Catalogue = catalogue;
        Common = common;
        System = system;
        Members = [.. system.Members];
        Frame = MakeFrame();
    }

    public FactCatalogue Catalogue { get; }

    public Declared Common { get; }

    public DeclaredSystem System { get; }

    /// <summary>In the order of the frame.</summary>
    public IReadOnlyList<DeclaredSystem> Members { get; }

    public FactFrame Frame { get; }

    public Truth Reference(Condition condition, int member) => ReferenceEvaluator.Holds(condition, Common, Members[member]) switch
    {
        true => Truth.True,
        false => Truth.False,
        null => Truth.Unknown,
    };

    public FactSet Facility => Read(FactScope.Facility, Common);

    public FactSet Milestones => Read(FactScope.Milestone, Common);

    public SystemProfile Profile
    {
        get
        {
            var number = 0;
            return Make(System, ref number);
        }
    }

    /// <summary>The dossier with one fact declared otherwise (null: not at all).</summary>
    public RandomDossier With(FactVariable variable, string? value)
    {
        if (variable.Member < 0)
        {
            return new RandomDossier(Catalogue, Changed(Common, variable.Fact, value), System);
        }

        var at = 0;
        return new RandomDossier(Catalogue, Common, Change(System, ref at, variable, value));
    }

    /// <summary>Everything that could be declared: each fact of the facility, and of each member.</summary>
    public IEnumerable<FactVariable> Variables => Catalogue.All
        .Where(fact => fact.Type != FactType.Text)
        .SelectMany(fact => fact.Scope == FactScope.System
            ? Enumerable.Range(0, Members.Count).Select(member => new FactVariable(fact, member))
            : [new FactVariable(fact, -1)]);

    public string? this[FactVariable variable] => DeclaredAt(variable).GetValueOrDefault(variable.Fact.Id);

    public Declared DeclaredAt(FactVariable variable) => variable.Member < 0 ? Common : Members[variable.Member].Facts;

    public override string ToString() => $"facility: {Say(Common)}\nsystem: {Say(System)}";

    public static FactValue Value(FactDefinition fact, string written)
    {
        YamlScalar Scalar(string text) => new(default, 0, 0, text, IsPlain: true);
        YamlNode node = fact.Type == FactType.Set
            ? new YamlSequence(default, 0, 0, written.Length == 0 ? [] : [.. written.Split(", ").Select(Scalar)], IsFlow: true)
            : Scalar(written);
        var diagnostics = new DiagnosticBag();
        return new FactReader(EmptyCatalogue, diagnostics).ReadValue(fact, node) ?? throw new InvalidOperationException($"{fact}: {diagnostics.Items[0]}");
    }

    private static FactCatalogue EmptyCatalogue { get; } = new([]);

    private FactFrame MakeFrame() => FactFrame.Create(Catalogue, Facility, Milestones, Profile);

    private FactSet Read(FactScope scope, Declared facts) => new(Catalogue.Of(scope)
        .Where(fact => facts.ContainsKey(fact.Id))
        .ToDictionary(fact => fact, fact => new DeclaredFact(Value(fact, facts[fact.Id]), default)));

    private SystemProfile Make(DeclaredSystem system, ref int number)
    {
        var id = FormattableString.Invariant($"s{number++}");
        var components = new List<SystemProfile>();
        foreach (var component in system.Components)
        {
            components.Add(Make(component, ref number));
        }

        return new SystemProfile(id, id, Read(FactScope.System, system.Facts), components);
    }

    private static DeclaredSystem Change(DeclaredSystem system, ref int at, FactVariable variable, string? value)
    {
        var facts = at++ == variable.Member ? Changed(system.Facts, variable.Fact, value) : system.Facts;
        var components = new List<DeclaredSystem>();
        foreach (var component in system.Components)
        {
            components.Add(Change(component, ref at, variable, value));
        }

        return new DeclaredSystem(facts, components);
    }

    private static Declared Changed(Declared facts, FactDefinition fact, string? value)
    {
        var copy = new Declared(facts);
        copy.Remove(fact.Id);
        if (value is not null)
        {
            copy.Add(fact.Id, value);
        }

        return copy;
    }

    private static string Say(DeclaredSystem system) =>
        system.Components.Count == 0 ? Say(system.Facts) : $"{Say(system.Facts)} components [{string.Join("; ", system.Components.Select(Say))}]";

    private static string Say(Declared facts) => $"{{{string.Join(", ", facts.Select(fact => $"{fact.Key}: {(fact.Value.Contains(',', StringComparison.Ordinal) ? $"[{fact.Value}]" : fact.Value)}"))}}}";
}
