using EmrSec.Rules.Requirements;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Crosswalks;

/// <summary>Reads a crosswalk between two catalogues; one with an error comes out as null.</summary>
internal sealed class CrosswalkReader(RequirementCatalogue from, RequirementCatalogue to, DiagnosticBag diagnostics)
{
    public const string Schema = "emrsec.crosswalk/1";

    public Crosswalk? Read(YamlMapping root, string sha256)
    {
        var node = new YamlObject(root, diagnostics, "schema", "id", "version", "title", "from", "to", "entries");
        var id = node.Text("id", required: true);
        var version = node.Text("version", required: true);
        var title = node.Text("title", required: true);
        var entries = new Dictionary<string, CrosswalkEntry>(StringComparer.Ordinal);
        foreach (var mapping in node.Mappings("entries", required: true))
        {
            if (ReadEntry(mapping) is { } entry && !entries.TryAdd(entry.To.Id, entry))
            {
                diagnostics.Error("LU061", mapping.Position, $"yêu cầu «{entry.To.Id}» viết hai lần");
            }
        }

        foreach (var requirement in to.Requirements)
        {
            if (!entries.ContainsKey(requirement.Id))
            {
                diagnostics.Error("LU068", node.At("entries"), $"thiếu yêu cầu «{requirement.Id}» của {to.Header.Id}", "không có yêu cầu cũ nào thì viết none: true");
            }
        }

        return diagnostics.HasErrors || id is null || version is null || title is null
            ? null
            : new Crosswalk(id, version, title, from, to, [.. to.Requirements.Select(requirement => entries[requirement.Id])], sha256, node.At("id"));
    }

    private CrosswalkEntry? ReadEntry(YamlMapping mapping)
    {
        var node = new YamlObject(mapping, diagnostics, "to", "wholly", "partly", "none");
        var target = node.Scalar("to", required: true) is { } written ? Find(written, to) : null;
        var sources = Sources(node, "wholly", CrosswalkExtent.Wholly).Concat(Sources(node, "partly", CrosswalkExtent.Partly)).ToList();

        // «None» is said, so that a line nobody finished is not taken for it.
        if (node.Boolean("none") == true ? node["wholly"] is not null || node["partly"] is not null : node["wholly"] is null && node["partly"] is null)
        {
            diagnostics.Error("LU068", mapping.Position, "mỗi yêu cầu cần wholly, partly (một hoặc cả hai), hoặc none: true");
        }

        foreach (var repeated in sources.GroupBy(source => source.Requirement.Id, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            diagnostics.Error("LU061", mapping.Position, $"yêu cầu cũ «{repeated.Key}» viết hai lần");
        }

        return target is null ? null : new CrosswalkEntry(target, sources);
    }

    private IEnumerable<CrosswalkSource> Sources(YamlObject node, string key, CrosswalkExtent extent)
    {
        foreach (var name in node.Scalars(key))
        {
            if (Find(name, from) is { } requirement)
            {
                yield return new CrosswalkSource(requirement, extent);
            }
        }
    }

    private Requirement? Find(YamlScalar written, RequirementCatalogue catalogue)
    {
        var found = catalogue.Requirements.FirstOrDefault(known => string.Equals(known.Id, written.Value, StringComparison.Ordinal));
        if (found is null)
        {
            diagnostics.Error("LU068", written.Position, $"{catalogue.Header.Id} không có yêu cầu nào mang mã «{YamlObject.Quote(written.Value)}»", NearestName.HelpAuthors(written.Value, catalogue.Requirements.Select(known => known.Id)));
        }

        return found;
    }
}
