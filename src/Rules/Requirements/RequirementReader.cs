using EmrSec.Rules.Conditions;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Requirements;

/// <summary>Reads a catalogue of requirements; one with an error comes out as null.</summary>
internal sealed class RequirementReader(FactCatalogue catalogue, IReadOnlyList<Regime> regimes, DiagnosticBag diagnostics)
{
    public const string Schema = "emrsec.requirements/1";

    private static readonly string[] Keys =
    [
        "id", "group", "groupAt", "kind", "title", "levels", "items", "clauses", "details", "force", "thresholds",
        "zone", "zones", "appliesWhen", "mayNotApply", "law", "plan", "products", "guidance",
    ];

    private static readonly List<int> AllLevels = [1, 2, 3, 4, 5];
    private static readonly string[] Kinds = ["process", "zone", "plan", "configuration"];
    private static readonly string[] GroupKinds = ["management", "design", "configuration"];

    private readonly PackReader _packs = new(catalogue, diagnostics);

    /// <summary>Reads a catalogue.</summary>
    /// <param name="root">Its file.</param>
    /// <param name="sha256">The file's hash.</param>
    /// <param name="isDeferred">The file was found whole when the program was built: its content may wait until it is asked for.</param>
    public RequirementCatalogue? Read(YamlMapping root, string sha256, bool isDeferred = false)
    {
        var node = Node(root, diagnostics);
        var header = _packs.ReadHeader(node, sha256);
        var standard = node.Text("standard", required: true);
        var regime = ReadRegime(node, regimes, diagnostics);
        if (header is null || standard is null || regime is null)
        {
            return null;
        }

        if (isDeferred)
        {
            return new RequirementCatalogue(header, standard, regime, new Lazy<CatalogueContent>(() => Deferred(root, header, regime)), () => Ids(root));
        }

        var content = ReadContent(node, header, regime);
        return diagnostics.HasErrors ? null : new RequirementCatalogue(header, standard, regime, new Lazy<CatalogueContent>(content));
    }

    private static YamlObject Node(YamlMapping root, DiagnosticBag diagnostics) =>
        new(root, diagnostics, "schema", "id", "version", "title", "document", "standard", "regime", "inForce", "basis", "headings", "planParts", "groups", "requirements");

    private static IEnumerable<string> Ids(YamlMapping root) =>
        (root["requirements"] as YamlSequence)?.Items.OfType<YamlMapping>().Select(each => each["id"]).OfType<YamlScalar>().Select(id => id.Value) ?? [];

    private CatalogueContent Deferred(YamlMapping root, PackHeader header, Regime regime)
    {
        var bag = new DiagnosticBag();
        var content = new RequirementReader(catalogue, regimes, bag).ReadContent(Node(root, bag), header, regime);
        return bag.HasErrors ? throw new InvalidOperationException($"the built-in requirements are broken: {bag.Items[0]}") : content;
    }

    private CatalogueContent ReadContent(YamlObject node, PackHeader header, Regime regime)
    {
        var basis = node.Mapping("basis") is { } article ? _packs.ReadCitation(article, header, names: true) : null;
        var terms = new RequirementTermsReader(ReadHeadings(node, "headings", header), ReadHeadings(node, "planParts", header), diagnostics);
        var groups = ReadGroups(node, header);
        var conditions = new ConditionReader(catalogue, diagnostics) { AllowsFacility = false, Regime = regime };
        var requirements = new List<Requirement>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mapping in node.Mappings("requirements", required: true))
        {
            if (ReadRequirement(mapping, new Frame(groups, basis, terms, conditions)) is not { } requirement)
            {
                continue;
            }

            if (!ids.Add(requirement.Id))
            {
                diagnostics.Error("LU061", requirement.Position, $"yêu cầu «{requirement.Id}» viết hai lần");
            }

            requirements.Add(requirement);
        }

        return new CatalogueContent(groups, requirements.FindAll(each => each.Group.IsCounted))
        {
            Basis = basis,
            Uncounted = requirements.FindAll(each => !each.Group.IsCounted),
            Headings = terms.Headings,
            PlanParts = terms.PlanParts,
        };
    }

    /// <summary>The law that a file names under <c>regime</c>; null with an error where there is no such law.</summary>
    public static Regime? ReadRegime(YamlObject node, IReadOnlyList<Regime> regimes, DiagnosticBag diagnostics)
    {
        if (node.Scalar("regime", required: true) is not { } id)
        {
            return null;
        }

        foreach (var regime in regimes)
        {
            if (string.Equals(regime.Header.Id, id.Value, StringComparison.Ordinal))
            {
                return regime;
            }
        }

        var known = regimes.Select(regime => regime.Header.Id).ToList();
        diagnostics.Error("LU060", id.Position, $"không có luật về cấp độ nào mang mã «{YamlObject.Quote(id.Value)}»", NearestName.HelpAuthors(id.Value, known) ?? $"các luật đọc được: {string.Join(", ", known)}");
        return null;
    }

    private List<RequirementGroup> ReadGroups(YamlObject root, PackHeader header)
    {
        var groups = new List<RequirementGroup>();
        foreach (var mapping in root.Mappings("groups", required: true))
        {
            var node = new YamlObject(mapping, diagnostics, "id", "kind", "title", "citation", "clauses", "counted");
            var id = node.Text("id", required: true);
            var kind = node.Word("kind", GroupKinds, required: true);
            var title = node.Text("title", required: true);
            var citation = _packs.ReadCitation(node.Mapping("citation", required: true), header);
            if (id is null || kind is null || title is null || citation is null)
            {
                continue;
            }

            if (groups.Exists(known => string.Equals(known.Id, id, StringComparison.Ordinal)))
            {
                diagnostics.Error("LU061", node.At("id"), $"nhóm «{id}» viết hai lần");
            }

            groups.Add(new RequirementGroup(id, kind, title, citation)
            {
                Clauses = Present(ReadByLevel(node, "clauses", AllLevels)),
                IsCounted = node.Boolean("counted") ?? true,
            });
        }

        return groups;
    }

    private List<LawHeading> ReadHeadings(YamlObject root, string key, PackHeader header)
    {
        var headings = new List<LawHeading>();
        foreach (var mapping in root.Mappings(key))
        {
            var node = new YamlObject(mapping, diagnostics, "id", "title", "citation");
            var id = node.Text("id", required: true);
            var title = node.Text("title", required: true);
            var citation = _packs.ReadCitation(node.Mapping("citation", required: true), header);
            if (id is null || title is null || citation is null)
            {
                continue;
            }

            if (headings.Exists(known => string.Equals(known.Id, id, StringComparison.Ordinal)))
            {
                diagnostics.Error("LU061", node.At("id"), $"đề mục «{id}» viết hai lần");
            }

            headings.Add(new LawHeading(id, title, citation));
        }

        return headings;
    }

    private static Dictionary<int, string> Present(string?[] texts)
    {
        var present = new Dictionary<int, string>();
        for (var level = 1; level <= 5; level++)
        {
            if (texts[level] is { } text)
            {
                present.Add(level, text);
            }
        }

        return present;
    }

    private Requirement? ReadRequirement(YamlMapping mapping, Frame frame)
    {
        var conditions = frame.Conditions;
        var node = new YamlObject(mapping, diagnostics, Keys);
        var id = node.Text("id", required: true);
        var group = ReadGroup(node, frame.Groups);
        var kind = node.Word("kind", Kinds, required: true);
        var title = node.Text("title", required: true);
        var levels = ReadLevels(node, group, frame);
        var appliesWhen = node["appliesWhen"] is { } condition ? conditions.Read(condition) : null;
        var products = ReadProducts(node, levels, conditions);
        var guidance = ReadGuidance(node, diagnostics);
        var zone = node.Word("zone", ZoneWords.Kinds);
        if (kind is not null && (kind is "zone") != (node["zone"] is not null))
        {
            diagnostics.Error("LU064", node.At("zone"), "«zone» đi với kind: zone, và chỉ với nó");
        }

        return id is null || group is null || kind is null || title is null || levels.Count == 0
            ? null
            : new Requirement
            {
                Id = id,
                Group = group,
                Kind = (RequirementKind)Array.IndexOf(Kinds, kind),
                Title = title,
                Levels = levels,
                Zone = zone,
                AppliesWhen = appliesWhen,
                MayNotApply = frame.Terms.ReadMayNotApply(node),
                Thresholds = frame.Terms.ReadThresholds(node, levels),
                Headings = frame.Terms.ReadHeadings(node),
                PlanParts = frame.Terms.ReadPlanParts(node),
                Products = products,
                Guidance = guidance,
                Position = node.At("id"),
            };
    }

    private RequirementGroup? ReadGroup(YamlObject node, List<RequirementGroup> groups) =>
        node.Scalar("group", required: true) is { } written ? FindGroup(written, groups) : null;

    private RequirementGroup? FindGroup(YamlScalar written, List<RequirementGroup> groups)
    {
        var group = groups.Find(known => string.Equals(known.Id, written.Value, StringComparison.Ordinal));
        if (group is null)
        {
            diagnostics.Error("LU062", written.Position, $"chưa khai nhóm «{YamlObject.Quote(written.Value)}»", NearestName.HelpAuthors(written.Value, groups.Select(known => known.Id)));
        }

        return group;
    }

    private List<RequirementAtLevel> ReadLevels(YamlObject node, RequirementGroup? group, Frame frame)
    {
        var levels = ReadLevelNumbers(node, diagnostics);
        var clauses = ReadByLevel(node, "clauses", levels);

        // A standard has no appendix of the law: its clause is what identifies the requirement at a level.
        var place = frame.Basis is null ? "items" : "clauses";
        var items = frame.Basis is null ? ReadByLevel(node, "items", levels) : clauses;
        var details = ReadByLevel(node, "details", levels);
        var forces = frame.Terms.ReadForces(node, levels);
        var zones = ReadZones(node, levels);
        var groups = node.Mapping("groupAt")?.Entries.ToDictionary(entry => entry.Key.Value, entry => entry.Value as YamlScalar, StringComparer.Ordinal);
        ReadByLevel(node, "groupAt", levels);
        var read = new List<RequirementAtLevel>();
        foreach (var level in levels)
        {
            if (items[level] is not { } item)
            {
                diagnostics.Error("LU063", node.At(place), string.Create(CultureInfo.InvariantCulture, $"«{place}» thiếu số mục của cấp độ {level}"));
                continue;
            }

            var other = groups?.GetValueOrDefault(level.ToString(CultureInfo.InvariantCulture));
            read.Add(new RequirementAtLevel(level, item, clauses[level], details[level])
            {
                // What is not counted is not what the basis makes binding: the group says where the law leaves it out.
                Article = group is { IsCounted: false } ? group.Citation : frame.Basis,
                Force = forces[level],
                Zones = zones[level],
                Group = other is null ? null : FindGroup(other, frame.Groups),
            });
        }

        return read;
    }

    /// <summary>The zones that have to be drawn: one at every level (<c>zone</c>), or for each level its own (<c>zones</c>).</summary>
    private List<string>[] ReadZones(YamlObject node, List<int> levels)
    {
        var zones = Enumerable.Range(0, 6).Select(_ => new List<string>()).ToArray();
        if (node.Word("zone", ZoneWords.Kinds) is { } one)
        {
            Array.ForEach(zones, each => each.Add(one));
        }

        if (node.Mapping("zones") is not { } mapping)
        {
            return zones;
        }

        var byLevel = new YamlObject(mapping, diagnostics, levels.Select(level => level.ToString(CultureInfo.InvariantCulture)));
        foreach (var level in levels)
        {
            var key = level.ToString(CultureInfo.InvariantCulture);
            foreach (var written in byLevel.Scalars(key, required: true))
            {
                if (!ZoneWords.Kinds.Contains(written.Value, StringComparer.Ordinal))
                {
                    YamlValues.WrongWord(written, key, ZoneWords.Kinds, diagnostics);
                }

                zones[level].Add(written.Value);
            }
        }

        return zones;
    }

    /// <summary>The levels under <c>levels</c>, which must ascend.</summary>
    public static List<int> ReadLevelNumbers(YamlObject node, DiagnosticBag diagnostics)
    {
        var levels = new List<int>();
        foreach (var written in node.Scalars("levels", required: true))
        {
            if (YamlValues.Integer(written, "levels", 1, 5, diagnostics) is { } level)
            {
                levels.Add((int)level);
            }
        }

        for (var i = 1; i < levels.Count; i++)
        {
            if (levels[i] <= levels[i - 1])
            {
                diagnostics.Error("LU063", node.At("levels"), "các cấp độ phải tăng dần, mỗi cấp độ một lần");
                break;
            }
        }

        return levels;
    }

    /// <summary>A mapping from level to text; the array's index is the level.</summary>
    private string?[] ReadByLevel(YamlObject node, string key, List<int> levels)
    {
        var texts = new string?[6];
        foreach (var entry in node.Mapping(key)?.Entries ?? [])
        {
            if (entry.Key.Value is not [>= '1' and <= '5'] || !levels.Contains(entry.Key.Value[0] - '0'))
            {
                diagnostics.Error("LU063", entry.Key.Position, $"«{key}» có cấp độ «{YamlObject.Quote(entry.Key.Value)}» mà «levels» không có");
            }
            else if (entry.Value is YamlScalar { IsNull: false } text)
            {
                texts[entry.Key.Value[0] - '0'] = text.Value;
            }
            else
            {
                diagnostics.Error("KD002", entry.Value.Position, $"«{key}» phải là một giá trị đơn cho mỗi cấp độ");
            }
        }

        return texts;
    }

    private List<RequiredProduct> ReadProducts(YamlObject requirement, List<RequirementAtLevel> levels, ConditionReader conditions)
    {
        var products = new List<RequiredProduct>();
        foreach (var mapping in requirement.Mappings("products"))
        {
            var node = new YamlObject(mapping, diagnostics, "levels", "what", "when", "note");
            var at = ReadLevelNumbers(node, diagnostics);
            var what = node.Text("what", required: true);
            var note = node.Text("note", required: true);
            var when = node.Mapping("when", required: true) is { } condition ? conditions.Read(condition) : null;
            foreach (var level in at)
            {
                if (!levels.Exists(known => known.Level == level))
                {
                    diagnostics.Error("LU063", node.At("levels"), string.Create(CultureInfo.InvariantCulture, $"sản phẩm nêu cấp độ {level} mà yêu cầu không có"));
                }
            }

            if (what is not null && note is not null && when is not null)
            {
                products.Add(new RequiredProduct(at, what, when, note));
            }
        }

        return products;
    }

    /// <summary>The advice under <c>guidance</c>; null where none is written.</summary>
    public static RequirementGuidance? ReadGuidance(YamlObject requirement, DiagnosticBag diagnostics)
    {
        if (requirement.Mapping("guidance") is not { } mapping)
        {
            return null;
        }

        var node = new YamlObject(mapping, diagnostics, "check", "evidence", "close");
        var check = node.Text("check", required: true);
        var evidence = node.Scalars("evidence", required: true).Select(item => item.Value).ToList();
        return check is null ? null : new RequirementGuidance(check, evidence, node.Text("close"));
    }

    /// <summary>What the requirements of one catalogue are read by.</summary>
    private sealed record Frame(List<RequirementGroup> Groups, Citation? Basis, RequirementTermsReader Terms, ConditionReader Conditions);
}
