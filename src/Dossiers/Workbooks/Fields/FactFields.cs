namespace EmrSec.Dossiers.Workbooks.Fields;

/// <summary>The field of a fact; a set has one field of yes and no for each of its values.</summary>
internal static class FactFields
{
    public static Field Of(FactDefinition fact) => fact.Type switch
    {
        FactType.Boolean => new ChoiceField(fact.Label, fact.Help, ChoiceField.YesNo),
        FactType.Enum => new ChoiceField(fact.Label, fact.Help, [.. fact.Options.Select(option => new Choice(option.Id, option.Label))]),
        FactType.Integer => new NumberField(fact.Label, fact.Help, fact.Min ?? -FactValue.NumberLimit, fact.Max ?? FactValue.NumberLimit, fact.AllowNone ? fact.NoneLabel : null),
        FactType.Date => new DayField(fact.Label, fact.Help, fact.AllowNone ? fact.NoneLabel : null),
        FactType.Text => new TextField(fact.Label, fact.Help),
        _ => throw new ArgumentException($"{fact.Id} has a field for each value", nameof(fact)),
    };

    /// <summary>The field of one value of a set.</summary>
    public static Field Of(FactDefinition set, FactOption option) =>
        new ChoiceField($"{set.Label}: {option.Label}", set.Help, ChoiceField.YesNo);
}
