using EmrSec.Rules.Facts;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Calendars;

/// <summary>Reads a calendar; one with an error comes out as null.</summary>
internal sealed class CalendarReader(DiagnosticBag diagnostics)
{
    public const string Schema = "emrsec.calendar/1";

    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    private static readonly string[] Kinds = ["holiday", "moved", "swapped-off"];

    // Every day read so far, in no order: a few dozen in all.
    private readonly List<WorkedDay> _seen = [];

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

    /// <summary>For each day of the week, from Sunday, whether it is off.</summary>
    private bool[] ReadWeekend(YamlObject node)
    {
        var weekend = new bool[Weekdays.Length];
        foreach (var day in node.Scalars("weekend", required: true))
        {
            var index = Array.IndexOf(Weekdays, day.Value);
            if (index < 0)
            {
                YamlValues.WrongWord(day, "weekend", Weekdays, diagnostics);
            }
            else
            {
                weekend[index] = true;
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

    private CalendarYear? ReadYear(YamlMapping mapping, bool[] weekend)
    {
        var node = new YamlObject(mapping, diagnostics, "year", "provisional", "daysOff", "working");
        if (node.Integer("year", 1945, 2199, required: true) is not { } year)
        {
            return null;
        }

        var provisional = node.Boolean("provisional") ?? false;
        var worked = new List<WorkedDay>();
        foreach (var scalar in node.Scalars("working", required: true))
        {
            if (YamlValues.Date(scalar, "working", diagnostics) is { } day && IsNew(day, (int)year, scalar.Position))
            {
                worked.Add(new WorkedDay(day));
                if (!weekend[(int)day.DayOfWeek])
                {
                    diagnostics.Error("LU072", scalar.Position, $"ngày {FactText.Date(day)} là {WorkingCalendar.Weekday(day)}, vốn là ngày làm việc", "«working» chỉ ghi thứ Bảy, Chủ nhật làm bù");
                }
            }
        }

        var off = node.Mappings("daysOff", required: true).Select(each => ReadDayOff(each, (int)year, weekend)).OfType<DayOff>().ToList();
        off.Sort(static (a, b) => a.Date.CompareTo(b.Date));
        worked.Sort(static (a, b) => a.Date.CompareTo(b.Date));
        return new CalendarYear((int)year, provisional, off, worked);
    }

    private DayOff? ReadDayOff(YamlMapping mapping, int year, bool[] weekend)
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

        if (weekend[(int)day.DayOfWeek])
        {
            diagnostics.Error("LU072", node.At("date"), $"ngày {FactText.Date(day)} là {WorkingCalendar.Weekday(day)}, vốn là ngày nghỉ", "ghi ngày nghỉ bù, với kind: moved và insteadOf");
        }

        if (why == DayOffKind.Holiday ? instead is not null : instead is not { } other || !weekend[(int)other.DayOfWeek])
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

        if (_seen.Exists(seen => seen.Date == day))
        {
            diagnostics.Error("LU071", position, $"ngày {FactText.Date(day)} ghi hai lần", "giữ lại một");
            return false;
        }

        _seen.Add(new WorkedDay(day));
        return true;
    }

    /// <summary>Every day worked in exchange is worked for exactly one day off.</summary>
    private void CheckExchanges(YamlObject node, List<CalendarYear> years)
    {
        var alone = new List<string>();
        foreach (var year in years)
        {
            foreach (var worked in year.Worked)
            {
                if (Exchanged(years, worked.Date) != 1)
                {
                    alone.Add(FactText.Date(worked.Date));
                }
            }

            foreach (var off in year.DaysOff)
            {
                if (off is { Kind: DayOffKind.SwappedOff, InsteadOf: { } worked } && !years.Exists(each => each.Worked.Any(day => day.Date == worked)))
                {
                    alone.Add(FactText.Date(worked));
                }
            }
        }

        if (alone.Count > 0)
        {
            diagnostics.Error("LU073", node.At("years"), $"ngày làm bù không khớp ngày nghỉ hoán đổi: {string.Join(", ", alone)}", "mỗi ngày trong «working» đổi cho đúng một ngày nghỉ kind: swapped-off có insteadOf là ngày ấy");
        }
    }

    private static int Exchanged(List<CalendarYear> years, DateOnly worked)
    {
        var count = 0;
        foreach (var year in years)
        {
            count += year.DaysOff.Count(off => off.Kind == DayOffKind.SwappedOff && off.InsteadOf == worked);
        }

        return count;
    }
}
