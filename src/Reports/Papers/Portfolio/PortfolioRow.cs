using EmrSec.Reports.Papers.Values;
using EmrSec.Rules.Deadlines;
using EmrSec.Rules.Obligations;

namespace EmrSec.Reports.Papers.Portfolio;

/// <summary>A deadline of a facility that presses, in the words that the table prints; it holds on to no assessment.</summary>
/// <param name="Status">Where the facility stands.</param>
/// <param name="Due">The last day; null where not known.</param>
/// <param name="DueText">The same in words.</param>
/// <param name="DaysText">How many days, in words.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="System">The system it is for; null for the facility.</param>
internal sealed record PressingDeadline(ObligationStatus Status, DateOnly? Due, string DueText, string DaysText, string Title, string? System);

/// <summary>What the table says of one facility. Small: an assessment can be let go as soon as its row is made.</summary>
internal sealed record PortfolioRow
{
    private const int OfStatuses = (int)ObligationStatus.Ongoing + 1;

    private readonly int[] _counts = new int[OfStatuses];

    /// <summary>The facility's name.</summary>
    public required string Name { get; init; }

    /// <summary>The facility's code; null where not declared.</summary>
    public required string? Code { get; init; }

    /// <summary>The highest level of its systems, in words.</summary>
    public required string Level { get; init; }

    /// <summary>The owner's name; null where not declared.</summary>
    public required string? Owner { get; init; }

    /// <summary>What is overdue or due soon, the most pressing first.</summary>
    public required IReadOnlyList<PressingDeadline> Pressing { get; init; }

    /// <summary>The most days past a deadline; 0 where nothing is overdue.</summary>
    public required int MostLate { get; init; }

    /// <summary>The nearest day still to come of what is not done; null where there is none.</summary>
    public required DateOnly? Next { get; init; }

    /// <summary>How many deadlines stand so.</summary>
    /// <param name="status">The standing.</param>
    public int Count(ObligationStatus status) => _counts[(int)status];

    /// <summary>The standing that presses most; «ongoing» where there is nothing to do.</summary>
    public ObligationStatus Worst => Enum.GetValues<ObligationStatus>().Where(status => Count(status) > 0).DefaultIfEmpty(ObligationStatus.Ongoing).MinBy(Urgency.Rank);

    /// <summary>The row of an assessed dossier.</summary>
    /// <param name="entry">The dossier and its assessment.</param>
    public static PortfolioRow Of(PortfolioEntry entry)
    {
        var (dossier, assessment) = (entry.Dossier!, entry.Assessment!);
        var deadlines = Deadline.Of(assessment);
        var row = new PortfolioRow
        {
            Name = dossier.FacilityName ?? $"{entry.File} ({ReportValues.Unnamed})",
            Code = dossier.FacilityCode,
            Owner = dossier.Owner?.Name,
            Level = assessment.FacilityLevel is { } level ? $"{level}" : "chưa rõ",
            Pressing = [.. deadlines.Where(deadline => deadline.Status is ObligationStatus.Overdue or ObligationStatus.DueSoon).Select(deadline => new PressingDeadline(deadline.Status, deadline.Due, deadline.DueText, deadline.DaysText, deadline.Title, deadline.System?.System.Name))],
            MostLate = deadlines.Where(deadline => deadline.Status == ObligationStatus.Overdue).Max(deadline => deadline.Days) ?? 0,
            Next = deadlines.Where(deadline => deadline.Status is ObligationStatus.DueSoon or ObligationStatus.Pending).Min(deadline => deadline.Due),
        };
        foreach (var deadline in deadlines)
        {
            row._counts[(int)deadline.Status]++;
        }

        return row;
    }

    /// <summary>The rows by urgency: most overdue, longest overdue, most due soon, nearest day, most unknown; then by code and name.</summary>
    /// <param name="rows">The rows.</param>
    public static IReadOnlyList<PortfolioRow> ByUrgency(IEnumerable<PortfolioRow> rows) =>
    [
        .. rows.OrderByDescending(row => row.Count(ObligationStatus.Overdue))
            .ThenByDescending(row => row.MostLate)
            .ThenByDescending(row => row.Count(ObligationStatus.DueSoon))
            .ThenBy(row => row.Next ?? DateOnly.MaxValue)
            .ThenByDescending(row => row.Count(ObligationStatus.Unknown))
            .ThenBy(row => row.Code, StringComparer.Ordinal)
            .ThenBy(row => row.Name, StringComparer.Ordinal),
    ];
}
