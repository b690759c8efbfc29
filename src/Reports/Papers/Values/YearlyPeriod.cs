namespace EmrSec.Reports.Papers.Values;

/// <summary>The days a yearly report speaks of (12/2022/TT-BTTTT, Điều 13; 331/2026/NĐ-CP, Điều 35).</summary>
/// <param name="Year">The year of the report.</param>
/// <param name="From">15/12 of the year before.</param>
/// <param name="To">14/12 of the year.</param>
internal sealed record YearlyPeriod(int Year, DateOnly From, DateOnly To)
{
    // Due in December: a report of the first half of a year is that of the year before, sent late.
    private const int FirstMonthOfItsOwnYear = 7;

    /// <summary>The period of a report, by its own date or, where it has none, by the day of the assessment.</summary>
    /// <param name="request">What the report is made of.</param>
    public static YearlyPeriod Of(PaperRequest request)
    {
        var day = request.Record("yearly-report")?.Date ?? request.Assessment.AsOf;
        var year = day.Month >= FirstMonthOfItsOwnYear ? day.Year : day.Year - 1;
        return new YearlyPeriod(year, new DateOnly(year - 1, 12, 15), new DateOnly(year, 12, 14));
    }
}
