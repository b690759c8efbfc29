using EmrSec.Reports.Documents;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Deadlines;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Wording;

namespace EmrSec.Reports.Papers.Values;

/// <summary>Deadlines as rows and figures.</summary>
internal static class DeadlineValues
{
    private const int MostEvents = 24;

    private static readonly ObligationStatus[] Statuses =
    [
        ObligationStatus.Overdue, ObligationStatus.DueSoon, ObligationStatus.Unknown, ObligationStatus.Pending,
        ObligationStatus.MetLate, ObligationStatus.Met, ObligationStatus.Ongoing,
    ];

    /// <summary>The deadlines of the facility and of the systems that a paper is about, the most pressing first.</summary>
    /// <param name="request">What the paper is made of.</param>
    public static IReadOnlyList<Deadline> Of(PaperRequest request) => Of(request.Assessment, request.Systems.Select(system => system.Record.Id).ToHashSet(StringComparer.Ordinal));

    /// <summary>The deadlines of the facility and of some systems, the most pressing first.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="systems">The systems' ids.</param>
    public static IReadOnlyList<Deadline> Of(Assessment assessment, HashSet<string> systems) =>
        [.. Deadline.Of(assessment).Where(deadline => deadline.System is null || systems.Contains(deadline.System.System.Id))];

    /// <summary>A row.</summary>
    /// <param name="deadline">The deadline.</param>
    public static TemplateValues Row(Deadline deadline) => new()
    {
        ["status"] = deadline.Status.InWords(),
        ["pressing"] = deadline.Status is ObligationStatus.Overdue or ObligationStatus.DueSoon,
        ["due"] = deadline.DueText,
        ["days"] = ReportValues.Optional(deadline.DaysText),
        ["title"] = deadline.Title,
        ["kind"] = Kind(deadline.Kind),
        ["system"] = deadline.System?.System.Name ?? "cả cơ quan",
        ["citation"] = ReportValues.Optional(deadline.Citation),
        ["why"] = deadline.Why,
    };

    /// <summary>How many stand how, those that occur.</summary>
    /// <param name="deadlines">The deadlines.</param>
    public static IReadOnlyList<ChartSlice> Counts(IEnumerable<Deadline> deadlines)
    {
        var counts = deadlines.CountBy(deadline => deadline.Status).ToDictionary();
        return [.. Statuses.Where(counts.ContainsKey).Select(status => new ChartSlice(status.InWords(), counts[status]))];
    }

    /// <summary>How many stand how, as bars.</summary>
    /// <param name="counts">The figures.</param>
    public static NamedFigure Bars(IReadOnlyList<ChartSlice> counts) => new(
        new BarChart(BarDirection.Horizontal, [.. counts.Select(slice => slice.Name)], [new ChartSeries("Số việc", [.. counts.Select(slice => slice.Value)])]),
        "Biểu đồ tình trạng: " + string.Join(", ", counts.Select(slice => string.Create(CultureInfo.InvariantCulture, $"{slice.Name.ToLowerInvariant()} {slice.Value}"))));

    /// <summary>The dated deadlines on a line of time; null where none has a date.</summary>
    /// <param name="deadlines">The deadlines, the most pressing first.</param>
    /// <param name="asOf">The day of the assessment.</param>
    public static NamedFigure? Line(IEnumerable<Deadline> deadlines, DateOnly asOf)
    {
        List<TimelineEvent> events =
        [
            .. deadlines.Where(deadline => deadline.Due is not null && State(deadline, asOf) is not null)
                .GroupBy(deadline => (deadline.Due!.Value, deadline.Title, State: State(deadline, asOf)!.Value))
                .Take(MostEvents)
                .Select(group => new TimelineEvent(group.Key.Value, group.Key.Title + Of(group), group.Key.State))
                .OrderBy(item => item.Date),
        ];
        return events.Count == 0 ? null : new NamedFigure(new Timeline(events, asOf), "Dòng thời gian các thời hạn; số liệu ở bảng theo dõi");
    }

    private static string Of(IEnumerable<Deadline> deadlines)
    {
        var systems = string.Join(", ", deadlines.Select(deadline => deadline.System?.System.Id).OfType<string>().Distinct(StringComparer.Ordinal));
        return systems.Length == 0 ? "" : $" [{systems}]";
    }

    // What is not known to be done and is past is no event one could draw truly.
    private static EventState? State(Deadline deadline, DateOnly asOf) => deadline.Status switch
    {
        ObligationStatus.Overdue => EventState.Overdue,
        ObligationStatus.Met or ObligationStatus.MetLate => EventState.Done,
        ObligationStatus.DueSoon or ObligationStatus.Pending => EventState.Open,
        ObligationStatus.Unknown when deadline.Due >= asOf => EventState.Open,
        _ => null,
    };

    private static string Kind(DeadlineKind kind) => kind switch
    {
        DeadlineKind.Obligation => "nghĩa vụ",
        DeadlineKind.Duty => "định kỳ",
        _ => "xử lý hồ sơ",
    };
}
