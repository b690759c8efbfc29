using System.Collections;
using EmrSec.Reports.Templates.Filling;

namespace EmrSec.Reports.Templates;

/// <summary>
/// The values a template is filled with, by name. Allowed are text, whole and decimal numbers, truth values, dates, further
/// <see cref="TemplateValues"/>, lists of these or of text, and <see cref="AbsentValue"/>; null counts as absent.
/// </summary>
/// <remarks>
/// Give every value a template may ask for, absent ones too: a name that was never given is taken for a slip of the pen
/// in the template.
/// </remarks>
public sealed class TemplateValues : IEnumerable<KeyValuePair<string, object>>
{
    private static readonly AbsentNode Nothing = new(new AbsentValue());
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    /// <summary>The values as the filler walks them.</summary>
    internal IReadOnlyDictionary<string, object> Raw => _values;

    /// <summary>A value.</summary>
    /// <param name="name">ASCII letters and digits, a letter first.</param>
    /// <exception cref="ArgumentException">The name or the kind of value is not allowed.</exception>
    public object? this[string name]
    {
        get => _values.GetValueOrDefault(name);
        set => _values[Checked(name)] = Stored(value, name);
    }

    /// <summary>Adds a value.</summary>
    /// <param name="name">ASCII letters and digits, a letter first; not given before.</param>
    /// <param name="value">The value; null = absent.</param>
    /// <exception cref="ArgumentException">The name or the kind of value is not allowed, or the name was given before.</exception>
    public void Add(string name, object? value) => _values.Add(Checked(name), Stored(value, name));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit)
            ? name
            : throw new ArgumentException($"«{name}» is not the name of a template value.", nameof(name));
    }

    private static object Stored(object? value, string name) => value switch
    {
        null => Nothing,
        string or bool or decimal or DateOnly => value,
        AbsentValue absent => new AbsentNode(absent),
        int whole => (decimal)whole,
        long whole => (decimal)whole,
        TemplateValues values => values._values,
        IEnumerable<object> items when value is not IReadOnlyDictionary<string, object> => items.Select(item => Stored(item, name)).ToArray(),
        _ => throw new ArgumentException($"A template value cannot be a {value.GetType().Name}.", name),
    };
}
