using EmrSec.Reports.Papers.Values;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Facts;

namespace EmrSec.Reports.Papers.Portfolio;

/// <summary>Makes the table of deadlines of many facilities. Safe to use from several threads.</summary>
/// <param name="engine">Fills the template.</param>
public sealed class PortfolioMaker(TemplateEngine engine)
{
    /// <summary>The template's name.</summary>
    public const string Template = "deadlines-portfolio";

    /// <summary>Makes the table. The dossiers are taken one after the other and each is let go before the next: hundreds need little memory.</summary>
    /// <param name="request">What it is made for.</param>
    /// <param name="entries">The dossiers, assessed on the day of the request.</param>
    /// <returns>The paper; without one where there is no dossier at all.</returns>
    /// <exception cref="ArgumentException">An assessment is of another day.</exception>
    public MadePaper Make(PortfolioRequest request, IEnumerable<PortfolioEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(entries);
        var rows = new List<PortfolioRow>();
        var failed = new List<TemplateValues>();
        foreach (var entry in entries)
        {
            if (entry.Problem is { } problem)
            {
                failed.Add(new TemplateValues { ["file"] = entry.File, ["why"] = problem });
                continue;
            }

            if (entry.Assessment!.AsOf != request.AsOf)
            {
                throw new ArgumentException($"«{entry.File}» was assessed on {FactText.Date(entry.Assessment.AsOf)}, not on {FactText.Date(request.AsOf)}.", nameof(entries));
            }

            rows.Add(PortfolioRow.Of(entry));
        }

        return Make(request, PortfolioRow.ByUrgency(rows), [.. failed]);
    }

    private MadePaper Make(PortfolioRequest request, IReadOnlyList<PortfolioRow> rows, TemplateValues[] failed)
    {
        var kind = PaperKind.Find("deadlines")!;
        if (rows.Count + failed.Length == 0)
        {
            return new MadePaper(kind, null, [], [], "không có hồ sơ nào");
        }

        var portfolio = new PortfolioValues(rows);
        var pressing = portfolio.Pressing;
        var values = new TemplateValues
        {
            ["body"] = request.Body ?? CommonOwner(rows) ?? (object)new AbsentValue(),
            ["placeAndDate"] = ReportValues.PlaceAndDate(request.Place, request.AsOf),
            ["asOf"] = request.AsOf,
            ["count"] = rows.Count,
            ["overdueCount"] = rows.Count(row => row.MostLate > 0),
            ["shown"] = Math.Min(rows.Count, PortfolioValues.MostInMap),
            ["facilities"] = portfolio.Facilities,
            ["pressing"] = pressing,
            ["failed"] = failed,
        };
        var figures = new Dictionary<string, NamedFigure>(StringComparer.Ordinal);
        if (rows.Count > 0)
        {
            figures.Add("bars", portfolio.Bars());
            figures.Add("map", portfolio.Map());
        }

        var filled = engine.Fill(Template, values, new FillOptions { Created = request.Created, IsDraft = request.IsDraft, Figures = figures });
        return new MadePaper(kind, filled.Document, filled.Missing, filled.Diagnostics);
    }

    private static string? CommonOwner(IReadOnlyList<PortfolioRow> rows) =>
        rows.Count > 0 && rows[0].Owner is { } owner && rows.All(row => string.Equals(row.Owner, owner, StringComparison.Ordinal)) ? owner : null;
}
