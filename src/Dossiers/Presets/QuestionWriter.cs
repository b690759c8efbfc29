using EmrSec.Dossiers.Editing;

namespace EmrSec.Dossiers.Presets;

/// <summary>Writes facts as keys to be filled in, each below its question. The words are the catalogue's.</summary>
internal sealed class QuestionWriter(TemplateText text)
{
    // Help that runs on for longer is left to `dossier ask`.
    private const int LongestHelp = 200;

    // Longer lists of values are given once.
    private const int MostOptionsRepeated = 8;

    private readonly HashSet<FactDefinition> _explained = [];

    /// <summary>Writes the facts of one thing.</summary>
    /// <param name="indent">Blanks in front of each key.</param>
    /// <param name="facts">The facts, in order; those with a common part of their path stand together.</param>
    /// <param name="known">The values known beforehand.</param>
    public void Write(int indent, IEnumerable<FactDefinition> facts, FactSet known) => Write(indent, [.. facts], known, 0);

    /// <summary>The values a fact takes, in Vietnamese; empty for a text.</summary>
    /// <param name="fact">The fact.</param>
    internal static string Values(FactDefinition fact)
    {
        var none = fact.AllowNone ? $"; none = {fact.NoneLabel}" : "";
        return fact.Type switch
        {
            FactType.Boolean => "true = có; false = không",
            FactType.Enum => $"Một trong: {Options(fact)}",
            FactType.Set => $"Một hoặc nhiều, trong ngoặc vuông{(fact.MinItems == 0 ? " (không có: [])" : "")}: {Options(fact)}",
            FactType.Date => $"Ngày, dạng 2026-02-28{none}",
            FactType.Integer => $"Số nguyên{Range(fact)}{(fact.Unit.Length > 0 ? $" ({fact.Unit})" : "")}{none}",
            _ => "",
        };
    }

    // Unbroken between a value and its meaning.
    private static string Options(FactDefinition fact) =>
        string.Join("; ", fact.Options.Select(option => $"{option.Id}{TemplateText.UnbrokenBlank}={TemplateText.UnbrokenBlank}{option.Label}"));

    // Bounds as wide as «at most two thousand million people» are no help.
    private static string Range(FactDefinition fact) =>
        fact is { Min: { } min, Max: { } max } && max - min < 100 ? string.Create(CultureInfo.InvariantCulture, $" từ {min} đến {max}") : "";

    private void Write(int indent, List<FactDefinition> facts, FactSet known, int depth)
    {
        foreach (var group in facts.GroupBy(fact => fact.Path.Split('.')[depth], StringComparer.Ordinal))
        {
            var first = group.First();
            text.Gap();
            if (first.Path.Split('.').Length > depth + 1)
            {
                text.Line(indent, $"{group.Key}:");
                Write(indent + 2, [.. group], known, depth + 1);
            }
            else
            {
                Question(indent, first);
                text.Line(indent, known.TryGet(first, out var declared) ? $"{group.Key}: {FactYaml.Write(first, declared.Value)}" : $"{group.Key}:");
            }
        }
    }

    private void Question(int indent, FactDefinition fact)
    {
        text.Comment(indent, fact.Question);
        var isNew = _explained.Add(fact);
        if (!isNew && fact.Options.Count > MostOptionsRepeated)
        {
            text.Comment(indent, "Các giá trị đã nêu ở trên.", "   ");
        }
        else if (Values(fact) is { Length: > 0 } values)
        {
            text.Comment(indent, values, "   ");
        }

        if (isNew && fact.Help.Length is > 0 and <= LongestHelp)
        {
            text.Comment(indent, fact.Help, "   ");
        }
    }
}
