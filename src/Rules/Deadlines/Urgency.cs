using EmrSec.Rules.Obligations;

namespace EmrSec.Rules.Deadlines;

/// <summary>What presses most comes first: by standing, then by the last day, then by id.</summary>
public sealed class Urgency : IComparer<Deadline>
{
    private static readonly ObligationStatus[] Pressing =
    [
        ObligationStatus.Overdue, ObligationStatus.DueSoon, ObligationStatus.Unknown, ObligationStatus.Pending,
        ObligationStatus.MetLate, ObligationStatus.Met, ObligationStatus.Ongoing, ObligationStatus.NotApplicable,
    ];

    private Urgency()
    {
    }

    /// <summary>The order.</summary>
    public static Urgency First { get; } = new();

    /// <summary>How much a standing presses, 0 the most.</summary>
    /// <param name="status">The standing.</param>
    public static int Rank(ObligationStatus status) => Array.IndexOf(Pressing, status);

    /// <inheritdoc/>
    public int Compare(Deadline? x, Deadline? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        int[] steps =
        [
            Rank(x.Status).CompareTo(Rank(y.Status)),
            (x.Due ?? DateOnly.MaxValue).CompareTo(y.Due ?? DateOnly.MaxValue),
            x.Kind.CompareTo(y.Kind),
            string.CompareOrdinal(x.Id, y.Id),
            string.CompareOrdinal(x.System?.System.Id, y.System?.System.Id),
        ];
        return Array.Find(steps, step => step != 0);
    }
}
