using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Facts;

/// <summary>Reads declared facts out of a mapping whose keys are fact paths (<c>dataSubjects: {basic: …}</c> is <c>dataSubjects.basic</c>).</summary>
public sealed class FactReader
{
    // What people write where the dossier says `none`.
    private static readonly string[] NoneWords = ["none", "không", "không có", "chưa", "chưa có", "no"];

    private readonly FactCatalogue _catalogue;
    private readonly DiagnosticBag _diagnostics;

    /// <summary>Makes a reader.</summary>
    /// <param name="catalogue">The facts there are.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public FactReader(FactCatalogue catalogue, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(diagnostics);
        _catalogue = catalogue;
        _diagnostics = diagnostics;
    }

    /// <summary>Reads the facts of one thing.</summary>
    /// <param name="mapping">The mapping; null = nothing declared.</param>
    /// <param name="scope">What the facts are about.</param>
    /// <param name="otherKeys">Keys of the mapping that are not facts and are read elsewhere.</param>
    /// <returns>The facts that could be read; what could not be is reported.</returns>
    public FactSet Read(YamlMapping? mapping, FactScope scope, IReadOnlyCollection<string> otherKeys)
    {
        var facts = new Dictionary<FactDefinition, DeclaredFact>();
        if (mapping is not null)
        {
            var paths = _catalogue.Of(scope).ToDictionary(fact => fact.Path, StringComparer.Ordinal);
            Read(mapping, "", paths, otherKeys, facts);
        }

        return new FactSet(facts);
    }

    /// <summary>Reads one value of a fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="node">What was written.</param>
    /// <returns>The value, or null with an error.</returns>
    public FactValue? ReadValue(FactDefinition fact, YamlNode node)
    {
        ArgumentNullException.ThrowIfNull(fact);
        ArgumentNullException.ThrowIfNull(node);
        if (fact.Type == FactType.Set)
        {
            return ReadSet(fact, node);
        }

        if (node is not YamlScalar scalar)
        {
            _diagnostics.Error("KD002", node.Position, $"«{fact.Path}» ({fact.Label}) phải là một giá trị đơn");
            return null;
        }

        if (fact.AllowNone && scalar is { IsPlain: true, Value: "none" })
        {
            return FactValue.None;
        }

        if (fact.AllowNone && NoneWords.Contains(scalar.Value, StringComparer.OrdinalIgnoreCase))
        {
            _diagnostics.Error("KD004", scalar.Position, $"«{fact.Path}» không nhận giá trị «{scalar.Value}»", $"{fact.NoneLabel} thì viết none, không có nháy");
            return null;
        }

        return fact.Type switch
        {
            FactType.Boolean => YamlValues.Boolean(scalar, fact.Path, _diagnostics) is { } truth ? FactValue.Of(truth) : null,
            FactType.Enum => ReadOption(fact, scalar) is var index and >= 0 ? FactValue.OfOption(index) : null,
            FactType.Date => YamlValues.Date(scalar, fact.Path, _diagnostics) is { } date ? FactValue.Of(date) : null,
            FactType.Integer => YamlValues.Integer(scalar, fact.Path, fact.Min ?? -FactValue.NumberLimit, fact.Max ?? FactValue.NumberLimit, _diagnostics) is { } number ? FactValue.Of(number) : null,
            _ => FactValue.Of(scalar.Value),
        };
    }

    private void Read(YamlMapping mapping, string prefix, Dictionary<string, FactDefinition> paths, IReadOnlyCollection<string> otherKeys, Dictionary<FactDefinition, DeclaredFact> facts)
    {
        foreach (var (key, value) in mapping.Entries)
        {
            var path = prefix + key.Value;
            if (paths.TryGetValue(path, out var fact))
            {
                if (!IsUnanswered(fact, value) && ReadValue(fact, value) is { } read)
                {
                    facts[fact] = new DeclaredFact(read, value.Position);
                }
            }
            else if (paths.Keys.Any(known => known.StartsWith(path + ".", StringComparison.Ordinal)))
            {
                if (YamlObject.AsMapping(value, $"«{path}»", _diagnostics) is { } inner)
                {
                    Read(inner, path + ".", paths, [], facts);
                }
            }
            else if (!otherKeys.Contains(path, StringComparer.Ordinal))
            {
                var known = paths.Keys
                    .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                    .Select(name => name[prefix.Length..].Split('.')[0])
                    .Concat(otherKeys)
                    .Distinct(StringComparer.Ordinal);
                YamlObject.UnknownKey(key, known, _diagnostics);
            }
        }
    }

    // A key without a value is a question not answered yet; an empty text says nothing either.
    private static bool IsUnanswered(FactDefinition fact, YamlNode value) =>
        value is YamlScalar scalar && (scalar.IsNull || (fact.Type == FactType.Text && string.IsNullOrWhiteSpace(scalar.Value)));

    private FactValue? ReadSet(FactDefinition fact, YamlNode node)
    {
        if (node is not YamlSequence sequence)
        {
            _diagnostics.Error("KD002", node.Position, $"«{fact.Path}» ({fact.Label}) phải là một danh sách", "viết trong ngoặc vuông, kể cả khi chỉ có một: [a]; không có gì: []");
            return null;
        }

        var items = 0L;
        var failed = false;
        foreach (var item in sequence.Items)
        {
            if (item is not YamlScalar scalar)
            {
                _diagnostics.Error("KD002", item.Position, $"mỗi mục của «{fact.Path}» phải là một giá trị đơn");
                failed = true;
                continue;
            }

            var index = ReadOption(fact, scalar);
            failed |= index < 0;
            if (index >= 0)
            {
                if ((items >> index & 1) != 0)
                {
                    _diagnostics.Warning("KD010", scalar.Position, $"«{scalar.Value}» viết hai lần trong «{fact.Path}»");
                }

                items |= 1L << index;
            }
        }

        if (!failed && sequence.Items.Count < fact.MinItems)
        {
            _diagnostics.Error("KD009", node.Position, $"«{fact.Path}» ({fact.Label}) không được để danh sách trống", "chưa biết thì xoá dòng này: để trống nghĩa là chưa khai");
            failed = true;
        }

        return failed ? null : FactValue.OfItems(items);
    }

    private int ReadOption(FactDefinition fact, YamlScalar scalar)
    {
        var index = fact.IndexOf(scalar.Value);
        if (index < 0)
        {
            YamlValues.WrongWord(scalar, fact.Path, fact.Options.Select(option => option.Id), _diagnostics);
        }

        return index;
    }
}
