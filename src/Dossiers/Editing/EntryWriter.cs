using EmrSec.Dossiers.Intake;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Editing;

/// <summary>Writes a fact whose key, or a key above it, is not there yet or has nothing behind it.</summary>
internal sealed class EntryWriter(SourceLayout layout, YamlMapping root, FactCatalogue catalogue)
{
    private const int UsualStep = 2;

    /// <summary>The edit that writes the value.</summary>
    /// <param name="place">A place without a value.</param>
    /// <param name="value">The value in one line of YAML.</param>
    public TextEdit Write(FactPlace place, string value) => place switch
    {
        { Entry: null, Parent.IsFlow: true } => AddToFlow(place, value),
        { Entry: null } => AddLine(place, value),
        { Entry: { } entry, IsRoot: true, Parent.IsFlow: false } when entry.Value.Start == entry.Value.End => AddFirstLine(entry, place, value),
        { Entry: { } entry } => Fill(entry, Nest(place.Rest, value)),
    };

    // a, b, value → { a: { b: value } }
    private static string Nest(IEnumerable<string> keys, string value) =>
        keys.Reverse().Aggregate(value, (inner, key) => $"{{ {key}: {inner} }}");

    private TextEdit Fill(YamlEntry entry, string value) =>
        entry.Value.Start < entry.Value.End
            ? new TextEdit(entry.Value.Start, entry.Value.End, value)
            : layout.AfterColon(entry) is var end && end > entry.Key.End ? TextEdit.Insert(end, $" {value}") : TextEdit.Insert(end, $": {value}");

    private TextEdit AddToFlow(FactPlace place, string value)
    {
        var entry = $"{place.Key}: {Nest(place.Rest, value)}";
        return place.Parent.Entries is [.., var last]
            ? TextEdit.Insert(layout.End(last), $", {entry}")
            : TextEdit.Insert(place.Parent.Start + 1, $" {entry} ");
    }

    private TextEdit AddLine(FactPlace place, string value)
    {
        var indent = new string(' ', place.Parent.Entries[0].Key.Position.Column - 1);
        if (!place.IsRoot)
        {
            return AddBehind(LastFact(place.Parent), $"{indent}{place.Key}: {Nest(place.Rest, value)}");
        }

        var order = Array.IndexOf(DossierSchema.Sections, place.Key);
        var before = place.Parent.Entries.Where(entry => Array.IndexOf(DossierSchema.Sections, entry.Key.Value) < order).MaxBy(entry => Array.IndexOf(DossierSchema.Sections, entry.Key.Value));
        var line = $"{indent}{Step()}{place.Rest[0]}: {Nest(place.Rest.Skip(1), value)}";
        if (before is not null)
        {
            return AddBehind(before, $"{indent}{place.Key}:", line);
        }

        var start = layout.LineStart(place.Parent.Start);
        var lineBreak = layout.LineBreak(start);
        return TextEdit.Insert(start, $"{indent}{place.Key}:{lineBreak}{line}{lineBreak}");
    }

    // A section with nothing in it: its first line goes below its key and the comments that belong to it.
    private TextEdit AddFirstLine(YamlEntry section, FactPlace place, string value) =>
        AddBehind(section, $"{new string(' ', section.Key.Position.Column - 1)}{Step()}{place.Rest[0]}: {Nest(place.Rest.Skip(1), value)}");

    private TextEdit AddBehind(YamlEntry entry, params IEnumerable<string> lines)
    {
        var end = layout.EndOfLines(entry);
        var lineBreak = layout.LineBreak(end);
        return TextEdit.Insert(end, string.Concat(lines.Select(line => lineBreak + line)));
    }

    // Facts stay together: a system's zones, devices and components may run on for pages below them.
    private YamlEntry LastFact(YamlMapping mapping)
    {
        var names = catalogue.All.SelectMany(fact => fact.Path.Split('.')).Concat(["id", "name"]).ToHashSet(StringComparer.Ordinal);
        return mapping.Entries.LastOrDefault(entry => names.Contains(entry.Key.Value)) ?? mapping.Entries[^1];
    }

    // As deep as the file indents its first section.
    private string Step()
    {
        var step = root.Entries
            .Select(entry => entry.Value is YamlMapping { IsFlow: false } section ? section.Position.Column - entry.Key.Position.Column : 0)
            .FirstOrDefault(step => step > 0, UsualStep);
        return new string(' ', step);
    }
}
