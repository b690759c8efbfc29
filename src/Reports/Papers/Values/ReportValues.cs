using EmrSec.Reports.Templates;
using EmrSec.Rules.Wording;

namespace EmrSec.Reports.Papers.Values;

/// <summary>
/// What every report says of itself: whose it is, of which day, by which law. A report is no official paper: where the dossier
/// does not say who makes it, it says so and is made.
/// </summary>
internal static class ReportValues
{
    /// <summary>Said in place of a name that nobody declared, as <c>emrsec assess</c> says it.</summary>
    public const string Unnamed = "chưa khai tên";

    /// <summary>The value <c>report</c>.</summary>
    /// <param name="kind">The report's kind.</param>
    /// <param name="request">What it is made of.</param>
    public static TemplateValues Of(string kind, PaperRequest request)
    {
        var (dossier, assessment) = (request.Dossier, request.Assessment);
        var record = request.Record(kind);
        var issuer = dossier.Operator?.Name ?? dossier.FacilityName;
        var superior = dossier.Owner?.Name is { } owner && !string.Equals(owner, issuer, StringComparison.Ordinal) ? owner : null;
        var header = assessment.Regime.Header;
        return new TemplateValues
        {
            ["issuer"] = issuer ?? $"Cơ sở {Unnamed}",
            ["superior"] = Optional(superior),
            ["number"] = Optional(record?.Number),
            ["placeAndDate"] = PlaceAndDate(record?.Place, record?.Date ?? assessment.AsOf),
            ["facility"] = dossier.FacilityName ?? $"cơ sở {Unnamed}",
            ["code"] = Optional(dossier.FacilityCode),
            ["described"] = FacilityWords.Describe(request.Packs.Facts, dossier.Facility).ToArray<object>(),
            ["asOf"] = assessment.AsOf,
            ["law"] = $"{header.Document.Number} (gói {header.Id} {header.Version}, hiệu lực {DeadlineWords.InForce(header.InForce)})",
            ["lawNumber"] = header.Document.Number,
            ["lawWhy"] = assessment.Choice.Why,
            ["notices"] = assessment.Regime.Notices.Where(notice => notice.From <= assessment.AsOf).Select(notice => (object)notice.Text).ToArray(),
        };
    }

    /// <summary>A text that a template asks for only where it is there.</summary>
    /// <param name="text">The text.</param>
    public static object Optional(string? text) => string.IsNullOrWhiteSpace(text) ? new AbsentValue() : text;

    /// <summary>«Bắc Ninh, ngày 05 tháng 11 năm 2025», or the day alone.</summary>
    /// <param name="place">The place.</param>
    /// <param name="date">The day.</param>
    public static string PlaceAndDate(string? place, DateOnly date)
    {
        var day = Templates.Filling.VietnameseText.LongDate(date);
        return place is null ? $"N{day[1..]}" : $"{place}, {day}";
    }
}
