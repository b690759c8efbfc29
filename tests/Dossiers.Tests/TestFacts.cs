using EmrSec.Rules.Packs;

namespace EmrSec.Dossiers.Tests;

/// <summary>The facts that the built-in rules declare.</summary>
internal static class TestFacts
{
    public static FactCatalogue Catalogue { get; } = PackLoader.Load(PackSource.BuiltIn(), new DiagnosticBag()).Packs!.Facts;

    public static FactDefinition Fact(string id) => Catalogue.Find(id).ShouldNotBeNull();

    /// <summary>A value, written as a dossier writes it.</summary>
    public static FactValue Value(string id, object value)
    {
        var fact = Fact(id);
        return (fact.Type, value) switch
        {
            (FactType.Text, string text) => FactValue.Of(text),
            (_, "none") when fact.AllowNone => FactValue.None,
            (FactType.Date, string day) => FactValue.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)),
            (FactType.Enum, string option) => FactValue.OfOption(fact.IndexOf(option)),
            (FactType.Set, string[] items) => FactValue.OfItems(items.Sum(item => 1L << fact.IndexOf(item))),
            (FactType.Integer, int number) => FactValue.Of((long)number),
            (FactType.Boolean, bool truth) => FactValue.Of(truth),
            _ => throw new ArgumentException($"{value} is no value of {id}", nameof(value)),
        };
    }
}
