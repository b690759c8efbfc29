using System.Text;

namespace EmrSec.Rules.Facts;

/// <summary>How the values of a fact read: for people in Vietnamese, and as the dossier writes them.</summary>
public static class FactText
{
    /// <summary>A value as a person reads it: labels, dd/MM/yyyy, thousands separated by a point.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="value">Its value.</param>
    public static string Describe(FactDefinition fact, FactValue value)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Type switch
        {
            FactType.Boolean => value.IsTrue ? "có" : "không",
            FactType.Enum => fact.Options[value.Index].Label,
            FactType.Set => DescribeItems(fact, value.Items),
            FactType.Text => value.Text ?? "",
            _ when value.IsNone => fact.NoneLabel,
            FactType.Date => Date(value.Date),
            _ when fact.Unit.Length > 0 => $"{Number(value.Number)} {fact.Unit}",
            _ => Number(value.Number),
        };
    }

    /// <summary>A value as the dossier writes it in one line of YAML.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="value">Its value; not text.</param>
    public static string ToYaml(FactDefinition fact, FactValue value)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Type switch
        {
            FactType.Boolean => value.IsTrue ? "true" : "false",
            FactType.Enum => fact.Options[value.Index].Id,
            FactType.Set => $"[{string.Join(", ", Items(fact, value.Items).Select(option => option.Id))}]",
            FactType.Text => throw new ArgumentException("text has no one-line form", nameof(value)),
            _ when value.IsNone => "none",
            FactType.Date => value.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => value.Number.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>A day as dd/MM/yyyy.</summary>
    /// <param name="date">The day.</param>
    public static string Date(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A number with its thousands separated by a point, as Vietnamese writes it.</summary>
    /// <param name="number">The number.</param>
    public static string Number(long number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder(digits);
        for (var i = digits.Length - 3; i > (number < 0 ? 1 : 0); i -= 3)
        {
            text.Insert(i, '.');
        }

        return text.ToString();
    }

    /// <summary>The options whose bits are set, in their order.</summary>
    /// <param name="fact">A set fact.</param>
    /// <param name="items">The bits.</param>
    public static IEnumerable<FactOption> Items(FactDefinition fact, long items)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Options.Where((_, i) => (items >> i & 1) != 0);
    }

    private static string DescribeItems(FactDefinition fact, long items) =>
        items == 0 ? "không có" : string.Join(", ", Items(fact, items).Select(option => option.Label));
}
