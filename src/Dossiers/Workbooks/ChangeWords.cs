using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Trees;
using EmrSec.Dossiers.Workbooks.Sheets;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks;

/// <summary>Says in Vietnamese what changed in a dossier.</summary>
internal sealed class ChangeWords(FactCatalogue catalogue)
{
    private const int Longest = 120;

    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        [DossierSchema.Owner] = "Chủ quản",
        [DossierSchema.Operator] = "Đơn vị vận hành",
        [DossierSchema.SecurityUnit] = "Đơn vị chuyên trách",
        [DossierSchema.Documents] = "Tài liệu",
        [DossierSchema.Papers] = "Văn bản đã ban hành",
        [DossierSchema.Processing] = "Quá trình xử lý",
    };

    /// <summary>Says it.</summary>
    public DossierChange Say(TreeChange change, YamlMapping before, YamlMapping after) =>
        new(Where([.. change.Path], before, after), Value([.. change.Path], change.Before), Value([.. change.Path], change.After));

    private string Where(string[] path, YamlMapping before, YamlMapping after) => path switch
    {
        [] => "Hồ sơ",
        [DossierSchema.Systems, ..] => System(path, before, after),
        [DossierSchema.Answers, var key, .. var rest] => $"Yêu cầu {key}{(rest is [var field] ? $": {AnswerFields.All.FirstOrDefault(known => string.Equals(known.Key, field, StringComparison.Ordinal)).Field?.Label ?? field}" : "")}",
        [DossierSchema.Facility or DossierSchema.Milestones, .. var rest] when Fact(path) is { } fact => fact.Label,
        [var section, .. var rest] => $"{Bodies.GetValueOrDefault(section, section)}{string.Concat(rest.Select(part => ": " + part))}",
    };

    private string System(string[] path, YamlMapping before, YamlMapping after)
    {
        // systems, id, then pairs of components, id.
        var at = 1;
        while (at + 2 < path.Length && path[at + 1] is DossierSchema.Components)
        {
            at += 2;
        }

        var id = at < path.Length ? path[at] : "";
        var system = SystemTree.All(after).Concat(SystemTree.All(before)).FirstOrDefault(known => string.Equals(known.Id, id, StringComparison.Ordinal)).System;
        var name = system is null ? $"Hệ thống {id}" : $"Hệ thống {id} ({SystemTree.Name(system)})";
        string[] rest = [.. path.Skip(at + 1)];
        return rest switch
        {
            [] => name,
            [var list, .. var part] when PartKind.All.FirstOrDefault(kind => string.Equals(kind.Key, list, StringComparison.Ordinal)) is { } kind =>
                $"{name}: {kind.Item}{(part.Length > 0 ? $" «{part[0]}»" : "")}{(part.Length > 1 ? $", {kind.Fields.FirstOrDefault(field => string.Equals(field.Key, part[1], StringComparison.Ordinal)).Field?.Label ?? part[1]}" : "")}",
            _ when SystemRows.Of(catalogue).FirstOrDefault(row => string.Equals(row.Path, string.Join('.', rest), StringComparison.Ordinal)) is { Path: not null } row => $"{name}: {row.Field?.Label ?? row.Set?.Label}",
            ["name"] => $"{name}: Tên hệ thống",
            _ => $"{name}: {string.Join('.', rest)}",
        };
    }

    private string? Value(string[] path, YamlNode? node)
    {
        if (YamlTree.IsNothing(node))
        {
            return null;
        }

        if (Fact(path) is { } fact && new FactReader(catalogue, new DiagnosticBag()).ReadValue(fact, node!) is { } value)
        {
            return Cut(FactText.Describe(fact, value));
        }

        var field = path.Length > 1 && path[0] is DossierSchema.Answers ? AnswerFields.All.FirstOrDefault(known => string.Equals(known.Key, path[^1], StringComparison.Ordinal)).Field
            : PartKind.All.SelectMany(kind => kind.Fields).FirstOrDefault(known => path.Length > 4 && string.Equals(known.Key, path[^1], StringComparison.Ordinal)).Field;
        return Cut(field is not null && node is not YamlMapping && field.Show(node) is { Text: { } shown } ? shown : Plain(node!));
    }

    private static string Plain(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Value,
        YamlSequence sequence => sequence.Items.Count == 0 ? "không có" : string.Join("; ", sequence.Items.Select(Plain)),
        YamlMapping mapping => string.Join(", ", mapping.Entries.Where(entry => !YamlTree.IsNothing(entry.Value)).Select(entry => $"{entry.Key.Value}: {Plain(entry.Value)}")),
        _ => "",
    };

    private FactDefinition? Fact(string[] path) => path switch
    {
        [DossierSchema.Facility, .. var rest] => catalogue.Find("facility." + string.Join('.', rest)),
        [DossierSchema.Milestones, .. var rest] => catalogue.Find("milestones." + string.Join('.', rest)),
        [DossierSchema.Systems, _, ..] => catalogue.Find("system." + string.Join('.', path.Skip(2 + (2 * path.Skip(2).Chunk(2).TakeWhile(pair => pair is [DossierSchema.Components, _]).Count())))),
        _ => null,
    };

    private static string Cut(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : line[..(Longest - 1)].TrimEnd() + "…";
    }
}
