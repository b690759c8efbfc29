using EmrSec.Rules.Conditions;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Packs;

/// <summary>Reads regimes and directives; a pack with an error comes out as null.</summary>
internal sealed class PackReader(FactCatalogue catalogue, DiagnosticBag diagnostics)
{
    public const string RegimeSchema = "emrsec.regime/1";
    public const string DirectiveSchema = "emrsec.directive/1";

    private static readonly string[] DatedWords = ["exact", "approximate"];
    private static readonly string[] WordingWords = ["verbatim", "condensed"];
    private static readonly string[] CitationKeys = ["article", "clause", "point", "section"];
    private static readonly string[] TimingKeys = ["due", "from", "ongoing"];

    public Regime? ReadRegime(YamlMapping root, string sha256)
    {
        var node = new YamlObject(root, diagnostics, "schema", "id", "version", "title", "document", "inForce", "components", "criteria", "notices");
        var header = ReadHeader(node, sha256);
        if (header is null)
        {
            return null;
        }

        var components = ReadComponents(node.Mapping("components", required: true), header);
        var notices = ReadNotices(node);
        var criteria = new List<Criterion>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mapping in node.Mappings("criteria", required: true))
        {
            if (ReadCriterion(mapping, header) is not { } criterion)
            {
                continue;
            }

            if (!ids.Add(criterion.Id))
            {
                diagnostics.Error("LU020", criterion.Position, $"tiêu chí «{criterion.Id}» viết hai lần");
            }

            criteria.Add(criterion);
        }

        return diagnostics.HasErrors || components is null ? null : new Regime(header, catalogue, components, criteria, notices);
    }

    public Directive? ReadDirective(YamlMapping root, string sha256)
    {
        var node = new YamlObject(root, diagnostics, "schema", "id", "version", "title", "document", "inForce", "note", "obligations");
        var header = ReadHeader(node, sha256);
        if (header is null)
        {
            return null;
        }

        var obligations = new List<Obligation>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mapping in node.Mappings("obligations", required: true))
        {
            if (ReadObligation(mapping, header) is not { } obligation)
            {
                continue;
            }

            if (!ids.Add(obligation.Id))
            {
                diagnostics.Error("LU020", obligation.Position, $"nghĩa vụ «{obligation.Id}» viết hai lần");
            }

            obligations.Add(obligation);
        }

        return diagnostics.HasErrors ? null : new Directive(header, node.Text("note"), obligations);
    }

    public PackHeader? ReadHeader(YamlObject node, string sha256)
    {
        var id = node.Text("id", required: true);
        var version = node.Text("version", required: true);
        var title = node.Text("title", required: true);
        var document = ReadDocument(node.Mapping("document", required: true));
        var inForce = ReadInForce(node.Mapping("inForce", required: true));
        return id is null || version is null || title is null || document is null || inForce is null
            ? null
            : new PackHeader(id, version, title, document, inForce, sha256, node.At("id"));
    }

    private LegalDocument? ReadDocument(YamlMapping? mapping)
    {
        if (mapping is null)
        {
            return null;
        }

        var node = new YamlObject(mapping, diagnostics, "number", "cite", "title", "issuer", "issued", "dated", "wording", "grounds");
        var number = node.Text("number", required: true);
        var title = node.Text("title", required: true);
        var issuer = node.Text("issuer", required: true);
        var issued = node.Date("issued", required: true);
        var grounds = node.Scalars("grounds").Select(ground => ground.Value).ToList();
        var approximate = node.Word("dated", DatedWords) is "approximate";
        var condensed = node.Word("wording", WordingWords) is "condensed";
        return number is null || title is null || issuer is null || issued is not { } day
            ? null
            : new LegalDocument(number, node.Text("cite") ?? number, title, issuer, day, approximate, grounds) { IsCondensed = condensed };
    }

    public InForce? ReadInForce(YamlMapping? mapping)
    {
        if (mapping is null)
        {
            return null;
        }

        var node = new YamlObject(mapping, diagnostics, "from", "to");
        var to = node.Date("to");
        if (node.Date("from", required: true) is not { } from)
        {
            return null;
        }

        if (to < from)
        {
            diagnostics.Error("LU021", node.At("to"), "ngày hết hiệu lực trước ngày có hiệu lực");
            return null;
        }

        return new InForce(from, to);
    }

    /// <summary>A citation of the pack's own document or, where <paramref name="names"/> is given, of one that it names.</summary>
    public Citation? ReadCitation(YamlMapping? mapping, PackHeader header, bool names = false)
    {
        if (mapping is null)
        {
            return null;
        }

        string[] keys = names ? ["document", .. CitationKeys] : CitationKeys;
        var node = new YamlObject(mapping, diagnostics, keys);
        var document = (names ? node.Text("document") : null) ?? header.Document.Cite;
        var citation = new Citation(document, node.Text("article"), node.Text("clause"), node.Text("point"), node.Text("section"));
        if (citation is { Article: null, Section: null })
        {
            diagnostics.Error("LU022", mapping.Position, "trích dẫn phải nêu điều (article) hoặc mục (section)");
            return null;
        }

        if ((citation.Point is not null && citation.Clause is null) || (citation.Clause is not null && citation.Article is null))
        {
            diagnostics.Error("LU022", mapping.Position, "trích dẫn thiếu cấp: điểm thuộc khoản, khoản thuộc điều");
            return null;
        }

        return citation;
    }

    private ComponentPrinciple? ReadComponents(YamlMapping? mapping, PackHeader header)
    {
        if (mapping is null)
        {
            return null;
        }

        var node = new YamlObject(mapping, diagnostics, "principle", "citation", "wording", "ownFacts");
        node.Word("principle", ["highest"], required: true);
        var citation = ReadCitation(node.Mapping("citation", required: true), header);
        var wording = node.Text("wording", required: true);
        var own = new List<FactDefinition>();
        foreach (var name in node.Scalars("ownFacts"))
        {
            if (catalogue.Find(name.Value) is { Scope: FactScope.System } fact)
            {
                own.Add(fact);
            }
            else
            {
                diagnostics.Error("LU014", name.Position, $"chưa khai báo dữ kiện hệ thống «{name.Value}»", NearestName.HelpAuthors(name.Value, catalogue.Of(FactScope.System).Select(known => known.Id)));
            }
        }

        return citation is null || wording is null ? null : new ComponentPrinciple(citation, wording, own);
    }

    private List<RegimeNotice> ReadNotices(YamlObject node)
    {
        var notices = new List<RegimeNotice>();
        foreach (var mapping in node.Mappings("notices"))
        {
            var notice = new YamlObject(mapping, diagnostics, "from", "text");
            if (notice.Date("from", required: true) is { } from && notice.Text("text", required: true) is { } text)
            {
                notices.Add(new RegimeNotice(from, text));
            }
        }

        return notices;
    }

    private Criterion? ReadCriterion(YamlMapping mapping, PackHeader header)
    {
        var node = new YamlObject(mapping, diagnostics, "id", "level", "citation", "title", "wording", "when");
        var id = node.Text("id", required: true);
        var level = node.Integer("level", 1, 5, required: true);
        var citation = ReadCitation(node.Mapping("citation", required: true), header);
        var title = node.Text("title", required: true);
        var wording = node.Text("wording", required: true);
        var when = ReadCondition(new ConditionReader(catalogue, diagnostics), node, "when");
        return id is null || level is null || citation is null || title is null || wording is null || when is null
            ? null
            : new Criterion(id, (int)level, citation, title, wording, when, node.At("id"));
    }

    private Obligation? ReadObligation(YamlMapping mapping, PackHeader header)
    {
        var node = new YamlObject(mapping, diagnostics, "id", "title", "citation", "quote", "binds", "due", "from", "ongoing", "thenOngoing", "doneWhen", "notes");
        var id = node.Text("id", required: true);
        var title = node.Text("title", required: true);
        var citation = ReadCitation(node.Mapping("citation", required: true), header);
        var quote = node.Text("quote", required: true);
        var timing = ReadTiming(node);
        var conditions = new ConditionReader(catalogue, diagnostics) { AllowsSystem = false };
        conditions.Issued = header.Document.Issued;
        conditions.Due = timing is { Kind: not DueKind.Ongoing } dated ? dated.Due : null;

        var binds = ReadCondition(conditions, node, "binds");
        var doneWhen = ReadMilestones(node, required: timing is { Kind: not DueKind.Ongoing });
        var notes = ReadNotes(node, conditions);
        if (id is not null && !id.StartsWith(header.Id + ".", StringComparison.Ordinal))
        {
            diagnostics.Error("LU023", node.At("id"), $"tên nghĩa vụ phải bắt đầu bằng «{header.Id}.»");
        }

        return id is null || title is null || citation is null || quote is null || timing is null || binds is null
            ? null
            : new Obligation(catalogue, binds)
            {
                Id = id,
                Directive = header.Id,
                Title = title,
                Citation = citation,
                Quote = quote,
                Kind = timing.Kind,
                Due = timing.Due,
                ThenOngoing = node.Boolean("thenOngoing") ?? false,
                DoneWhen = doneWhen,
                Notes = notes,
                Position = node.At("id"),
            };
    }

    // A condition left out is said once, as a key that is missing.
    private static Condition? ReadCondition(ConditionReader conditions, YamlObject node, string key) =>
        node.Mapping(key, required: true) is { } mapping ? conditions.Read(mapping) : null;

    private Timing? ReadTiming(YamlObject node)
    {
        string[] given = [.. TimingKeys.Where(key => node[key] is not null)];
        if (given.Length != 1)
        {
            diagnostics.Error("LU024", node.Node.Position, "nghĩa vụ cần đúng một trong: due (hạn), from (từ ngày), ongoing (thường xuyên)");
            return null;
        }

        if (given[0] is not "ongoing")
        {
            return node.Date(given[0]) is { } day ? new Timing(given[0] is "due" ? DueKind.By : DueKind.From, day) : null;
        }

        if (node["ongoing"] is not YamlMapping period)
        {
            var ongoing = node.Boolean("ongoing");
            if (ongoing is false)
            {
                diagnostics.Error("LU024", node.At("ongoing"), "«ongoing» chỉ nhận true hoặc {until: ngày}");
            }

            return ongoing is true ? new Timing(DueKind.Ongoing, null) : null;
        }

        return new YamlObject(period, diagnostics, "until").Date("until", required: true) is { } until ? new Timing(DueKind.Ongoing, until) : null;
    }

    private List<FactDefinition> ReadMilestones(YamlObject node, bool required) =>
        [.. node.Scalars("doneWhen", required).Select(ReadMilestone).OfType<FactDefinition>()];

    /// <summary>A milestone that is a date; else an error.</summary>
    public FactDefinition? ReadMilestone(YamlScalar name)
    {
        if (catalogue.Find(name.Value) is { Scope: FactScope.Milestone, Type: FactType.Date } milestone)
        {
            return milestone;
        }

        diagnostics.Error("LU025", name.Position, $"«{name.Value}» không phải mốc ngày đã khai báo", NearestName.HelpAuthors(name.Value, catalogue.Of(FactScope.Milestone).Select(known => known.Id)));
        return null;
    }

    private List<ObligationNote> ReadNotes(YamlObject node, ConditionReader conditions)
    {
        var notes = new List<ObligationNote>();
        foreach (var mapping in node.Mappings("notes"))
        {
            var note = new YamlObject(mapping, diagnostics, "when", "text");
            var when = note["when"] is { } condition ? conditions.Read(condition) : null;
            if (note.Text("text", required: true) is { } text)
            {
                notes.Add(new ObligationNote(when, text));
            }
        }

        return notes;
    }

    /// <summary>What kind of date an obligation has, and which.</summary>
    private sealed record Timing(DueKind Kind, DateOnly? Due);
}
