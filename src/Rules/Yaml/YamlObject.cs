namespace EmrSec.Rules.Yaml;

/// <summary>
/// Reads the keys of one mapping by name and type, and says what is wrong: a key that nobody knows (with the nearest right name),
/// one that is missing, a value of the wrong type. A key without a value counts as not written.
/// </summary>
public sealed class YamlObject
{
    private readonly DiagnosticBag _diagnostics;

    /// <summary>Wraps a mapping and reports its unknown keys at once.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <param name="keys">The keys that are known here.</param>
    public YamlObject(YamlMapping node, DiagnosticBag diagnostics, params IEnumerable<string> keys)
        : this(node, diagnostics)
    {
        var known = keys as IReadOnlyCollection<string> ?? [.. keys];
        foreach (var entry in node.Entries)
        {
            if (!known.Contains(entry.Key.Value, StringComparer.Ordinal))
            {
                UnknownKey(entry.Key, known, diagnostics);
            }
        }
    }

    private YamlObject(YamlMapping node, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(diagnostics);
        Node = node;
        _diagnostics = diagnostics;
    }

    /// <summary>The mapping.</summary>
    public YamlMapping Node { get; }

    /// <summary>Wraps a mapping whose unknown keys are reported elsewhere.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static YamlObject WithAnyKey(YamlMapping node, DiagnosticBag diagnostics) => new(node, diagnostics);

    /// <summary>Reports a key that is not known here.</summary>
    /// <param name="key">The key.</param>
    /// <param name="known">The keys that are.</param>
    /// <param name="diagnostics">Receives the finding.</param>
    public static void UnknownKey(YamlScalar key, IEnumerable<string> known, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var help = diagnostics.IsFull ? null : NearestName.Help(key.Value, known) ?? $"các mục ở đây: {Join(known)}";
        diagnostics.Error("KD001", key.Position, $"không có mục nào tên «{Quote(key.Value)}» ở đây", help);
    }

    /// <summary>The mapping, if <paramref name="node"/> is one; else an error.</summary>
    /// <param name="node">A node.</param>
    /// <param name="what">What was expected, in Vietnamese.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static YamlMapping? AsMapping(YamlNode? node, string what, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        switch (node)
        {
            case YamlMapping mapping:
                return mapping;
            case null or YamlScalar { IsNull: true }:
                return null;
            default:
                diagnostics.Error("KD002", node.Position, $"{what} phải là các cặp «tên: giá trị»");
                return null;
        }
    }

    /// <summary>The value under a key; null where there is none.</summary>
    /// <param name="key">The key.</param>
    public YamlNode? this[string key] => Node[key] is YamlScalar { IsNull: true } ? null : Node[key];

    /// <summary>The place of a key's value, or of the mapping.</summary>
    /// <param name="key">The key.</param>
    public SourcePosition At(string key) => Node[key]?.Position ?? Node.Position;

    /// <summary>A text.</summary>
    /// <param name="key">The key.</param>
    /// <param name="required">Whether its absence is an error.</param>
    public string? Text(string key, bool required = false) => Scalar(key, required)?.Value;

    /// <summary>A scalar.</summary>
    /// <param name="key">The key.</param>
    /// <param name="required">Whether its absence is an error.</param>
    public YamlScalar? Scalar(string key, bool required = false)
    {
        switch (this[key])
        {
            case YamlScalar scalar when !required || !string.IsNullOrWhiteSpace(scalar.Value):
                return scalar;
            case null or YamlScalar:
                Missing(key, required);
                return null;
            case var other:
                _diagnostics.Error("KD002", other.Position, $"«{key}» phải là một giá trị đơn");
                return null;
        }
    }

    /// <summary>A whole number.</summary>
    /// <param name="key">The key.</param>
    /// <param name="min">Least value.</param>
    /// <param name="max">Greatest value.</param>
    /// <param name="required">Whether its absence is an error.</param>
    public long? Integer(string key, long min, long max, bool required = false) =>
        Scalar(key, required) is { } scalar ? YamlValues.Integer(scalar, key, min, max, _diagnostics) : null;

    /// <summary>A day.</summary>
    /// <param name="key">The key.</param>
    /// <param name="required">Whether its absence is an error.</param>
    public DateOnly? Date(string key, bool required = false) =>
        Scalar(key, required) is { } scalar ? YamlValues.Date(scalar, key, _diagnostics) : null;

    /// <summary>A truth value.</summary>
    /// <param name="key">The key.</param>
    /// <param name="required">Whether its absence is an error.</param>
    public bool? Boolean(string key, bool required = false) =>
        Scalar(key, required) is { } scalar ? YamlValues.Boolean(scalar, key, _diagnostics) : null;

    /// <summary>One of a few words.</summary>
    /// <param name="key">The key.</param>
    /// <param name="words">The words.</param>
    /// <param name="required">Whether its absence is an error.</param>
    public string? Word(string key, IReadOnlyList<string> words, bool required = false)
    {
        if (Scalar(key, required) is not { } scalar)
        {
            return null;
        }

        if (words.Contains(scalar.Value, StringComparer.Ordinal))
        {
            return scalar.Value;
        }

        YamlValues.WrongWord(scalar, key, words, _diagnostics);
        return null;
    }

    /// <summary>A mapping.</summary>
    /// <param name="key">The key.</param>
    /// <param name="required">Whether its absence is an error.</param>
    public YamlMapping? Mapping(string key, bool required = false)
    {
        if (this[key] is null)
        {
            Missing(key, required);
            return null;
        }

        return AsMapping(this[key], $"«{key}»", _diagnostics);
    }

    /// <summary>The items of a list; empty where it is absent.</summary>
    /// <param name="key">The key.</param>
    /// <param name="required">Whether its absence is an error.</param>
    public IReadOnlyList<YamlNode> List(string key, bool required = false)
    {
        switch (this[key])
        {
            case YamlSequence sequence:
                return sequence.Items;
            case null:
                Missing(key, required);
                return [];
            case var other:
                _diagnostics.Error("KD002", other.Position, $"«{key}» phải là một danh sách", "mỗi mục một dòng bắt đầu bằng dấu gạch ngang, hoặc [a, b]");
                return [];
        }
    }

    /// <summary>The mappings of a list; items of another kind are errors.</summary>
    /// <param name="key">The key.</param>
    /// <param name="required">Whether its absence is an error.</param>
    public IEnumerable<YamlMapping> Mappings(string key, bool required = false)
    {
        foreach (var item in List(key, required))
        {
            if (item is YamlScalar { IsNull: true })
            {
                _diagnostics.Error("KD003", item.Position, $"một mục của «{key}» để trống", "điền nội dung hoặc xoá dòng này");
            }
            else if (AsMapping(item, $"mỗi mục của «{key}»", _diagnostics) is { } mapping)
            {
                yield return mapping;
            }
        }
    }

    /// <summary>The texts of a list; items of another kind are errors.</summary>
    /// <param name="key">The key.</param>
    /// <param name="required">Whether its absence is an error.</param>
    public IEnumerable<YamlScalar> Scalars(string key, bool required = false)
    {
        foreach (var item in List(key, required))
        {
            if (item is YamlScalar { IsNull: false } scalar)
            {
                yield return scalar;
            }
            else
            {
                _diagnostics.Error("KD002", item.Position, $"mỗi mục của «{key}» phải là một giá trị đơn");
            }
        }
    }

    internal static string Quote(string written) => written.Length <= 60 ? written : written[..60] + "…";

    private static string Join(IEnumerable<string> known)
    {
        var names = known.Take(41).ToList();
        return names.Count > 40 ? string.Join(", ", names.Take(40)) + ", …" : string.Join(", ", names);
    }

    private void Missing(string key, bool required)
    {
        if (required)
        {
            _diagnostics.Error("KD003", Node.Position, $"thiếu mục «{key}»");
        }
    }
}
