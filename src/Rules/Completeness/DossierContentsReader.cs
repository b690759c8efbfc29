using EmrSec.Rules.Conditions;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Requirements;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Completeness;

/// <summary>Reads what a dossier must hold; a file with an error comes out as null.</summary>
internal sealed class DossierContentsReader(FactCatalogue catalogue, IReadOnlyList<Regime> regimes, DiagnosticBag diagnostics)
{
    public const string Schema = "emrsec.dossier-contents/1";

    private static readonly string[] Severities = ["error", "warning", "note"];
    private static readonly int[] AllLevels = [1, 2, 3, 4, 5];

    private readonly PackReader _packs = new(catalogue, diagnostics);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public DossierContents? Read(YamlMapping root, string sha256)
    {
        var node = new YamlObject(root, diagnostics, "schema", "id", "version", "title", "document", "regime", "inForce", "documents", "contents", "consistency", "order", "redundancy");
        var header = _packs.ReadHeader(node, sha256);
        var regime = RequirementReader.ReadRegime(node, regimes, diagnostics);
        if (header is null || regime is null)
        {
            return null;
        }

        var conditions = new ConditionReader(catalogue, diagnostics) { AllowsFacility = false, Regime = regime };
        var documents = ReadAll(node, "documents", each => ReadPart(each, header, conditions, ofPapers: true));
        var contents = ReadAll(node, "contents", each => ReadPart(each, header, conditions, ofPapers: false));
        var consistency = ReadAll(node, "consistency", each => ReadRule(each, header));
        var orders = ReadAll(node, "order", each => ReadOrder(each, header));
        var redundancy = ReadAll(node, "redundancy", each => ReadRedundancy(each, header));
        return diagnostics.HasErrors ? null : new DossierContents(header, regime, documents, contents, consistency, orders, redundancy);
    }

    private static List<T> ReadAll<T>(YamlObject node, string key, Func<YamlMapping, T?> read)
        where T : class
    {
        var all = new List<T>();
        foreach (var mapping in node.Mappings(key, required: key is "documents" or "contents"))
        {
            if (read(mapping) is { } item)
            {
                all.Add(item);
            }
        }

        return all;
    }

    private DossierPart? ReadPart(YamlMapping mapping, PackHeader header, ConditionReader conditions, bool ofPapers)
    {
        var node = new YamlObject(mapping, diagnostics, "id", "title", "citation", "levels", "by", "keys", "each", "eachAny", "marks", "when", "fill");
        var id = ReadId(node);
        var title = node.Text("title", required: true);
        var citation = _packs.ReadCitation(node.Mapping("citation", required: true), header, names: true);
        var by = node.Word("by", DossierKeys.Bodies, required: true);
        var keys = ReadKeys(node, ofPapers);
        var levels = node["levels"] is null ? AllLevels : (IReadOnlyList<int>)RequirementReader.ReadLevelNumbers(node, diagnostics);
        var fields = keys.Count == 1 ? DossierKeys.FieldsOf(keys[0]) : null;
        var each = ReadFields(node, "each", fields);
        var eachAny = ReadFields(node, "eachAny", fields);
        var marks = node["marks"] is YamlScalar written && IsField(written, "marks", fields) ? written.Value : null;
        var when = node["when"] is { } condition ? conditions.Read(condition) : null;
        var fill = node.Text("fill", required: true);
        return id is null || title is null || citation is null || by is null || keys.Count == 0 || fill is null
            ? null
            : new DossierPart { Id = id, Title = title, Citation = citation, Levels = levels, By = by, Keys = keys, Each = each, EachAny = eachAny, Marks = marks, When = when, Fill = fill };
    }

    private string? ReadId(YamlObject node)
    {
        var id = node.Text("id", required: true);
        if (id is not null && !_ids.Add(id))
        {
            diagnostics.Error("LU080", node.At("id"), $"nội dung «{YamlObject.Quote(id)}» viết hai lần");
        }

        return id;
    }

    private List<string>? _contentKeys;

    private List<string> ReadKeys(YamlObject node, bool ofPapers)
    {
        var keys = new List<string>();
        var known = ofPapers ? PaperKeys() : _contentKeys ??= ContentKeys();
        foreach (var written in node.Scalars("keys", required: true))
        {
            if (known.Contains(written.Value, StringComparer.Ordinal))
            {
                keys.Add(written.Value);
            }
            else
            {
                diagnostics.Error("LU081", written.Position, $"hồ sơ không có mục «{YamlObject.Quote(written.Value)}»", NearestName.HelpAuthors(written.Value, known));
            }
        }

        return keys;
    }

    private static List<string> PaperKeys() => [.. DossierKeys.Papers.Select(paper => "documents." + paper)];

    private List<string> ContentKeys() =>
    [
        .. DossierKeys.Bodies.SelectMany(body => DossierKeys.BodyFields, (body, field) => $"{body}.{field}"),
        .. catalogue.Of(FactScope.System).Select(fact => DossierKeys.OfSystem + fact.Path),
        .. DossierKeys.SystemForm.Select(key => DossierKeys.OfSystem + key),
        "systems[].zones", "systems[].devices", "systems[].services",
        DossierKeys.Grounds, DossierKeys.ManagementAnswers, DossierKeys.TechnicalAnswers,
    ];

    private List<string> ReadFields(YamlObject node, string key, string[]? fields)
    {
        var read = new List<string>();
        foreach (var written in node.Scalars(key))
        {
            if (IsField(written, key, fields))
            {
                read.Add(written.Value);
            }
        }

        return read;
    }

    private bool IsField(YamlScalar written, string key, string[]? fields)
    {
        if (fields?.Contains(written.Value, StringComparer.Ordinal) is true)
        {
            return true;
        }

        diagnostics.Error(
            "LU082",
            written.Position,
            fields is null ? $"«{key}» chỉ đi với một danh sách: systems[].zones, systems[].devices hoặc systems[].services" : $"mỗi dòng của danh sách không có mục «{YamlObject.Quote(written.Value)}»",
            fields is null ? null : NearestName.HelpAuthors(written.Value, fields));
        return false;
    }

    private ConsistencyRule? ReadRule(YamlMapping mapping, PackHeader header)
    {
        var node = new YamlObject(mapping, diagnostics, "check", "citation");
        var check = node.Word("check", ConsistencyChecks.All, required: true);
        var citation = node.Mapping("citation") is { } place ? _packs.ReadCitation(place, header, names: true) : null;
        return check is null ? null : new ConsistencyRule(check, citation);
    }

    private DateOrder? ReadOrder(YamlMapping mapping, PackHeader header)
    {
        var node = new YamlObject(mapping, diagnostics, "first", "then", "severity", "citation");
        var first = ReadDay(node, "first");
        var then = ReadDay(node, "then");
        var severity = node.Word("severity", Severities, required: true);
        var citation = node.Mapping("citation") is { } place ? _packs.ReadCitation(place, header, names: true) : null;
        return first is null || then is null || severity is null ? null : new DateOrder(first, then, (ConsistencySeverity)Array.IndexOf(Severities, severity), citation);
    }

    private string? ReadDay(YamlObject node, string key)
    {
        if (node.Scalar(key, required: true) is not { } written)
        {
            return null;
        }

        List<string> known = [.. catalogue.Of(FactScope.Milestone).Where(fact => fact.Type == FactType.Date).Select(fact => fact.Id), .. PaperKeys()];
        if (known.Contains(written.Value, StringComparer.Ordinal))
        {
            return written.Value;
        }

        diagnostics.Error("LU083", written.Position, $"hồ sơ không có ngày «{YamlObject.Quote(written.Value)}»", NearestName.HelpAuthors(written.Value, known));
        return null;
    }

    private RedundancyRule? ReadRedundancy(YamlMapping mapping, PackHeader header)
    {
        var node = new YamlObject(mapping, diagnostics, "levels", "types", "exceptTypes", "all", "hot", "citation");
        var levels = RequirementReader.ReadLevelNumbers(node, diagnostics);
        List<string> types = [.. node.Scalars("types").Select(word => word.Value)];
        List<string> except = [.. node.Scalars("exceptTypes").Select(word => word.Value)];
        var citation = _packs.ReadCitation(node.Mapping("citation", required: true), header, names: true);
        return citation is null ? null : new RedundancyRule(levels, types, except, node.Boolean("all") ?? false, node.Boolean("hot") ?? false, citation);
    }
}
