using EmrSec.Rules.Facts;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Calendars;

/// <summary>Reads a calendar; one with an error comes out as null.</summary>
internal sealed class CalendarReader(DiagnosticBag diagnostics)
{
    public const string Schema = "emrsec.calendar/1";

    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    private static readonly string[] Kinds = ["holiday", "moved", "swapped-off"];

    private readonly HashSet<DateOnly> _seen = [];

    public WorkingCalendar? Read(YamlMapping root, string sha256)
    {
        var node = new YamlObject(root, diagnostics, "schema", "id", "version", "title", "weekend", "sources", "years");
        var id = node.Text("id", required: true);
        var version = node.Text("version", required: true);
        var title = node.Text("title", required: true);
        var weekend = ReadWeekend(node);
        var sources = node.Mappings("sources", required: true).Select(ReadSource).OfType<CalendarSource>().ToList();
        var years = new List<CalendarYear>();
        foreach (var mapping in node.Mappings("years", required: true))
        {
            if (ReadYear(mapping, weekend) is not { } year)
            {
                continue;
            }

            if (years.Count > 0 && year.Year != years[^1].Year + 1)
            {
                diagnostics.Error("LU070", mapping.Position, string.Create(CultureInfo.InvariantCulture, $"năm {year.Year} không liền sau năm {years[^1].Year}"), "ghi các năm theo thứ tự, không lặp, không bỏ năm nào");
            }

            years.Add(year);
        }

        CheckExchanges(node, years);
        if (years.Count == 0 && !diagnostics.HasErrors)
        {
            diagnostics.Error("LU070", node.At("years"), "lịch cần ít nhất một năm");
        }

        return diagnostics.HasErrors || id is null || version is null || title is null
            ? null
            : new WorkingCalendar(weekend, years) { Id = id, Version = version, Title = title, Sha256 = sha256, Position = node.At("id"), Sources = sources };
    }

    private HashSet<DayOfWeek> ReadWeekend(YamlObject node)
    {
        var weekend = new HashSet<DayOfWeek>();
        foreach (var day in node.Scalars("weekend", required: true))
        {
            var index = Array.IndexOf(Weekdays, day.Value);
            if (index < 0)
            {
                YamlValues.WrongWord(day, "weekend", Weekdays, diagnostics);
            }
            else
            {
                weekend.Add((DayOfWeek)index);
            }
        }

        return weekend;
    }

    private CalendarSource? ReadSource(YamlMapping mapping)
    {
        var node = new YamlObject(mapping, diagnostics, "number", "title", "article", "for");
        return node.Text("title", required: true) is { } title && node.Text("for", required: true) is { } settles
            ? new CalendarSource(node.Text("number"), title, node.Text("article"), settles)
            : null;
    }

    private CalendarYear? ReadYear(YamlMapping mapping, HashSet<DayOfWeek> weekend)
    {
        var node = new YamlObject(mapping, diagnostics, "year", "provisional", "daysOff", "working");
        if (node.Integer("year", 1945, 2199, required: true) is not { } year)
        {
            return null;
        }

        var provisional = node.Boolean("provisional") ?? false;
        var worked = new List<DateOnly>();
        foreach (var scalar in node.Scalars("working", required: true))
        {
            if (YamlValues.Date(scalar, "working", diagnostics) is { } day && IsNew(day, (int)year, scalar.Position))
            {
                worked.Add(day);
                if (!weekend.Contains(day.DayOfWeek))
                {
                    diagnostics.Error("LU072", scalar.Position, $"ngày {FactText.Date(day)} là {WorkingCalendar.Weekday(day)}, vốn là ngày làm việc", "«working» chỉ ghi thứ Bảy, Chủ nhật làm bù");
                }
            }
        }

        var off = node.Mappings("daysOff", required: true).Select(each => ReadDayOff(each, (int)year, weekend)).OfType<DayOff>().ToList();
        return new CalendarYear((int)year, provisional, [.. off.OrderBy(day => day.Date)], [.. worked.Order()]);
    }

    private DayOff? ReadDayOff(YamlMapping mapping, int year, HashSet<DayOfWeek> weekend)
    {
        var node = new YamlObject(mapping, diagnostics, "date", "name", "kind", "insteadOf", "provisional");
        var name = node.Text("name", required: true);
        DayOffKind? kind = node.Word("kind", Kinds, required: true) is { } word ? (DayOffKind)Array.IndexOf(Kinds, word) : null;
        var instead = node.Date("insteadOf");
        var provisional = node.Boolean("provisional") ?? false;
        if (node.Date("date", required: true) is not { } day || name is null || kind is not { } why || !IsNew(day, year, node.At("date")))
        {
            return null;
        }

        if (weekend.Contains(day.DayOfWeek))
        {
            diagnostics.Error("LU072", node.At("date"), $"ngày {FactText.Date(day)} là {WorkingCalendar.Weekday(day)}, vốn là ngày nghỉ", "ghi ngày nghỉ bù, với kind: moved và insteadOf");
        }

        if (why == DayOffKind.Holiday ? instead is not null : instead is not { } other || !weekend.Contains(other.DayOfWeek))
        {
            diagnostics.Error("LU073", node.At("insteadOf"), $"ngày {FactText.Date(day)}: «insteadOf» phải là ngày cuối tuần được nghỉ bù (moved) hoặc làm bù (swapped-off); holiday thì không có");
        }

        return new DayOff(day, name, why, instead, provisional);
    }

    private bool IsNew(DateOnly day, int year, SourcePosition position)
    {
        if (day.Year != year)
        {
            diagnostics.Error("LU071", position, string.Create(CultureInfo.InvariantCulture, $"ngày {FactText.Date(day)} không thuộc năm {year}"));
            return false;
        }

        if (!_seen.Add(day))
        {
            diagnostics.Error("LU071", position, $"ngày {FactText.Date(day)} ghi hai lần", "giữ lại một");
            return false;
        }

        return true;
    }

    /// <summary>Every day worked in exchange is worked for exactly one day off.</summary>
    private void CheckExchanges(YamlObject node, List<CalendarYear> years)
    {
        var worked = years.SelectMany(year => year.Worked).Order().ToList();
        var exchanged = years.SelectMany(year => year.DaysOff).Where(day => day is { Kind: DayOffKind.SwappedOff, InsteadOf: not null }).Select(day => day.InsteadOf!.Value).Order().ToList();
        if (!worked.SequenceEqual(exchanged))
        {
            var alone = worked.Except(exchanged).Concat(exchanged.Except(worked)).Select(day => FactText.Date(day)).ToList();
            diagnostics.Error("LU073", node.At("years"), $"ngày làm bù không khớp ngày nghỉ hoán đổi: {string.Join(", ", alone)}", "mỗi ngày trong «working» đổi cho đúng một ngày nghỉ kind: swapped-off có insteadOf là ngày ấy");
        }
    }
}
