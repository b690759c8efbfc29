using EmrSec.Dossiers.Store;
using EmrSec.Rules.Bulk;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>How a facility stood in a run.</summary>
/// <param name="Case">The case.</param>
/// <param name="Name">The facility's name.</param>
/// <param name="Province">The slug of its province; null where not declared.</param>
/// <param name="Revision">The revision assessed.</param>
/// <param name="Outcome">How it stood; null where it could not be assessed.</param>
/// <param name="News">What is new about it; null where nothing is.</param>
public sealed record FacilityStanding(CaseId Case, string Name, string? Province, int Revision, FacilityOutcome? Outcome, FacilityNews? News);

/// <summary>Reads how facilities stood in a run, one after the other.</summary>
public static class Standings
{
    /// <summary>Every facility of a run, in the order of cases, read as they are asked for.</summary>
    /// <param name="store">The store.</param>
    /// <param name="result">The run.</param>
    public static IEnumerable<FacilityStanding> Of(IDossierStore store, ReassessmentResult result)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(result);
        var news = result.News.ToDictionary(each => each.Case);
        var cases = ScopeOf(result.Run, store).ToDictionary(each => each.Id);
        foreach (var outcome in store.Runs.Outcomes(result.Run.Id))
        {
            var found = cases.GetValueOrDefault(outcome.Case);
            yield return new FacilityStanding(outcome.Case, found?.Name ?? outcome.Case.FacilityCode, found?.Province, outcome.Revision, OutcomeBytes.Read(outcome.Outcome.Span), news.GetValueOrDefault(outcome.Case));
        }
    }

    private static List<ScopedCase> ScopeOf(RunRecord run, IDossierStore store) =>
        ReassessmentScope.TryParse(run.Scope, out var scope) ? StoredCases.Of(store, scope) : [];
}
