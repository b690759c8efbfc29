using System.Text;

namespace EmrSec.Reports.Html;

/// <summary>
/// Classes for widths and sizes that the document gives: «style» attributes would need a laxer content security policy.
/// </summary>
internal sealed class MeasureClasses
{
    private readonly SortedDictionary<string, string> _rules = new(StringComparer.Ordinal);

    /// <summary>The class of a property's value.</summary>
    /// <param name="property">The property.</param>
    /// <param name="value">Its value, without unit.</param>
    /// <param name="unit">The unit.</param>
    public string Of(string property, decimal value, string unit)
    {
        var number = Markup.Number(Math.Round(value, 2));
        var name = $"{property}-{number.Replace('.', '_')}{(string.Equals(unit, "%", StringComparison.Ordinal) ? "pc" : unit)}";
        _rules[name] = $".{name} {{ {property}: {number}{unit}; }}";
        return name;
    }

    /// <summary>The rules of all classes given, in the order of their names.</summary>
    public string Rules() => new StringBuilder().AppendJoin('\n', _rules.Values).ToString();
}
