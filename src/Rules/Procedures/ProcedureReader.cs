using EmrSec.Rules.Calendars;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Procedures;

/// <summary>Reads the procedure of a regime; one with an error comes out as null.</summary>
internal sealed class ProcedureReader(PackReader packs, DiagnosticBag diagnostics)
{
    public const string Schema = "emrsec.procedure/1";

    private const int MostMonths = 600;

    private static readonly string[] Bodies = ["owner", "operator", "securityUnit"];
    private static readonly string[] Steps = ["answer", "appraisal", "approval"];
    private static readonly string[] Units = ["days", "working-days"];

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public Procedure? Read(YamlMapping root, string sha256, Regime regime, WorkingCalendar calendar)
    {
        var node = new YamlObject(root, diagnostics, "schema", "id", "version", "title", "regime", "calendar", "inForce", "authority", "conflict", "clocks", "duties");
        var id = node.Text("id", required: true);
        var version = node.Text("version", required: true);
        var title = node.Text("title", required: true);
        var inForce = packs.ReadInForce(node.Mapping("inForce", required: true));
        if (id is null || version is null || title is null || inForce is null)
        {
            return null;
        }

        var header = new PackHeader(id, version, title, regime.Header.Document, inForce, sha256, node.At("id"));
        var authorities = node.Mappings("authority", required: true).Select(each => ReadRule(each, header)).OfType<AuthorityRule>().ToList();
        authorities.Sort(static (a, b) => a.Levels.Lowest - b.Levels.Lowest);
        var conflict = node.Mapping("conflict") is { } mapping ? ReadConflict(mapping, header) : null;
        var clocks = node.Mappings("clocks").Select(each => ReadClock(each, header)).OfType<LegalClock>().ToList();
        var duties = node.Mappings("duties").Select(each => ReadDuty(each, header)).OfType<PeriodicDuty>().ToList();
        if (!diagnostics.HasErrors)
        {
            CheckLevels(authorities, clocks, node);
        }

        return diagnostics.HasErrors ? null : new Procedure(header, regime.Header.Id, calendar, authorities, conflict, clocks, duties);
    }

    private AuthorityRule? ReadRule(YamlMapping mapping, PackHeader header)
    {
        var node = new YamlObject(mapping, diagnostics, "levels", "citation", "appraiser", "approver", "firstObtain");
        var levels = ReadLevels(node, required: true);
        var citation = packs.ReadCitation(node.Mapping("citation", required: true), header, names: true);
        var appraiser = ReadAuthority(node.Mapping("appraiser", required: true), header);
        var approver = ReadAuthority(node.Mapping("approver", required: true), header);
        var first = node.Mappings("firstObtain").Select(each => ReadFirst(each, header)).OfType<FirstObtain>().ToList();
        return citation is null || appraiser is null || approver is null ? null : new AuthorityRule(levels, citation, appraiser, approver, first);
    }

    private Authority? ReadAuthority(YamlMapping? mapping, PackHeader header)
    {
        if (mapping is null)
        {
            return null;
        }

        var node = new YamlObject(mapping, diagnostics, "body", "text", "citation");
        DossierBody? body = node.Word("body", Bodies) is { } word ? (DossierBody)Array.IndexOf(Bodies, word) : null;
        var citation = packs.ReadCitation(node.Mapping("citation", required: true), header, names: true);
        return node.Text("text", required: true) is { } text && citation is not null ? new Authority(body, text, citation) : null;
    }

    private FirstObtain? ReadFirst(YamlMapping mapping, PackHeader header)
    {
        var node = new YamlObject(mapping, diagnostics, "text", "citation");
        var citation = packs.ReadCitation(node.Mapping("citation", required: true), header, names: true);
        return node.Text("text", required: true) is { } text && citation is not null ? new FirstObtain(text, citation) : null;
    }

    private ConflictRule? ReadConflict(YamlMapping mapping, PackHeader header)
    {
        var node = new YamlObject(mapping, diagnostics, "levels", "text", "ways", "citation");
        var levels = ReadLevels(node, required: true);
        var ways = node.Scalars("ways", required: true).Select(way => way.Value).ToList();
        var citation = packs.ReadCitation(node.Mapping("citation", required: true), header, names: true);
        return node.Text("text", required: true) is { } text && citation is not null ? new ConflictRule(levels, text, ways, citation) : null;
    }

    private LegalClock? ReadClock(YamlMapping mapping, PackHeader header)
    {
        var node = new YamlObject(mapping, diagnostics, "id", "step", "levels", "days", "unit", "title", "citation");
        var id = ReadId(node);
        var step = node.Word("step", Steps, required: true);
        var levels = ReadLevels(node, required: true);
        var days = node.Integer("days", 1, 366, required: true);
        var unit = node.Word("unit", Units, required: true);
        var title = node.Text("title", required: true);
        var citation = packs.ReadCitation(node.Mapping("citation", required: true), header, names: true);
        return id is null || step is null || days is null || unit is null || title is null || citation is null
            ? null
            : new LegalClock(id, (ClockStep)Array.IndexOf(Steps, step), levels, (int)days, (ClockUnit)Array.IndexOf(Units, unit), title, citation);
    }

    private PeriodicDuty? ReadDuty(YamlMapping mapping, PackHeader header)
    {
        var node = new YamlObject(mapping, diagnostics, "id", "title", "citation", "levels", "sections", "every", "yearly", "occasions", "hours", "lastDone", "doneBy");
        var id = ReadId(node);
        var title = node.Text("title", required: true);
        var citation = packs.ReadCitation(node.Mapping("citation", required: true), header, names: true);
        var levels = ReadLevels(node, required: false);
        var byLevel = node["every"] is YamlMapping ? ReadMonths(node, levels) : [];
        var months = node["every"] is YamlMapping ? null : node.Integer("every", 1, MostMonths);
        var yearly = node.Mapping("yearly") is { } window ? ReadYearly(window) : null;
        var occasions = node.Mappings("occasions").Select(each => ReadOccasion(each, header)).OfType<Occasion>().ToList();
        var hours = node.Integer("hours", 0, 8760);
        var isPeriodic = node["every"] is not null || node["yearly"] is not null;
        if (node["every"] is not null && node["yearly"] is not null || !isPeriodic && node["occasions"] is null || node["hours"] is not null && node["occasions"] is null)
        {
            diagnostics.Error("LU078", mapping.Position, "một việc cần đúng một trong: every (số tháng), yearly (báo cáo năm), hoặc chỉ có occasions (khi có sự kiện); hours chỉ đi với occasions");
        }

        var lastDone = node.Scalar("lastDone") is { } name ? packs.ReadMilestone(name) : null;
        return id is null || title is null || citation is null
            ? null
            : new PeriodicDuty(id, title, citation, levels, (int?)months, yearly, lastDone, node.Text("doneBy")) { Occasions = occasions, Hours = (int?)hours, MonthsByLevel = byLevel, SectionByLevel = ReadSections(node, levels) };
    }

    /// <summary>The period at each of the duty's levels.</summary>
    private Dictionary<int, int> ReadMonths(YamlObject duty, LevelSet levels)
    {
        var months = new Dictionary<int, int>();
        var names = Names(levels);
        var node = new YamlObject(duty.Mapping("every")!, diagnostics, names);
        foreach (var name in names)
        {
            if (node.Integer(name, 1, MostMonths, required: true) is { } value)
            {
                months.Add(name[0] - '0', (int)value);
            }
        }

        return months;
    }

    /// <summary>Where each of the duty's levels has it.</summary>
    private Dictionary<int, string> ReadSections(YamlObject duty, LevelSet levels)
    {
        var sections = new Dictionary<int, string>();
        if (duty.Mapping("sections") is not { } mapping)
        {
            return sections;
        }

        var names = Names(levels);
        var node = new YamlObject(mapping, diagnostics, names);
        foreach (var name in names)
        {
            if (node.Text(name, required: true) is { } section)
            {
                sections.Add(name[0] - '0', section);
            }
        }

        return sections;
    }

    private static List<string> Names(LevelSet levels) => [.. Enumerable.Range(1, 5).Where(levels.Contains).Select(level => level.ToString(CultureInfo.InvariantCulture))];

    private Occasion? ReadOccasion(YamlMapping mapping, PackHeader header)
    {
        var node = new YamlObject(mapping, diagnostics, "text", "citation");
        var citation = packs.ReadCitation(node.Mapping("citation", required: true), header, names: true);
        return node.Text("text", required: true) is { } text && citation is not null ? new Occasion(text, citation) : null;
    }

    private YearlyWindow? ReadYearly(YamlMapping mapping)
    {
        var node = new YamlObject(mapping, diagnostics, "windowFrom", "windowTo", "lastDay");
        var from = ReadDay(node, "windowFrom");
        var to = ReadDay(node, "windowTo");
        var last = ReadDay(node, "lastDay");
        return from is not null && to is not null && last is not null ? new YearlyWindow(from, to, last) : null;
    }

    private DayOfYear? ReadDay(YamlObject node, string key)
    {
        if (node.Scalar(key, required: true) is not { } scalar)
        {
            return null;
        }

        // 2025 is no leap year: a day that every year has.
        if (DateOnly.TryParseExact("2025-" + scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new DayOfYear(day.Month, day.Day);
        }

        diagnostics.Error("LU079", scalar.Position, $"«{key}» phải là tháng-ngày, không nhận «{YamlObject.Quote(scalar.Value)}»", "viết hai chữ số mỗi phần, ví dụ 12-19");
        return null;
    }

    private string? ReadId(YamlObject node)
    {
        var id = node.Text("id", required: true);
        if (id is not null && !_ids.Add(id))
        {
            diagnostics.Error("LU020", node.At("id"), $"mục «{id}» viết hai lần");
        }

        return id;
    }

    private LevelSet ReadLevels(YamlObject node, bool required)
    {
        var levels = LevelSet.None;
        foreach (var written in node.Scalars("levels", required))
        {
            if (YamlValues.Integer(written, "levels", 1, 5, diagnostics) is { } level)
            {
                levels = levels.With((int)level);
            }
        }

        return levels;
    }

    private void CheckLevels(List<AuthorityRule> authorities, List<LegalClock> clocks, YamlObject node)
    {
        for (var level = 1; level <= 5; level++)
        {
            if (authorities.Count(rule => rule.Levels.Contains(level)) != 1)
            {
                diagnostics.Error("LU076", node.At("authority"), string.Create(CultureInfo.InvariantCulture, $"cấp độ {level} phải có đúng một mục thẩm quyền"));
            }

            if (clocks.Exists(clock => clock.Levels.Contains(level) && clocks.Exists(other => other != clock && other.Step == clock.Step && other.Levels.Contains(level))))
            {
                diagnostics.Error("LU077", node.At("clocks"), string.Create(CultureInfo.InvariantCulture, $"cấp độ {level} có hai thời hạn cho cùng một bước"));
            }
        }
    }
}
