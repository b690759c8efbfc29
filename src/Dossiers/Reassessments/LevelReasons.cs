using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Store;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Changes;
using EmrSec.Rules.Packs;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>
/// Finds what made levels change: assesses both revisions in full, each on its own day, and names the facts that differ; where the facts
/// are the same, the packs that do.
/// </summary>
internal sealed class LevelReasons(IDossierStore store, RulePackSet packs, ReassessmentResult result)
{
    /// <summary>Facilities beyond these are told without reasons: so many levels at once change by the law, and that is told of the run.</summary>
    private const int Most = 2_000;

    private readonly DossierReader _reader = new(packs.Facts);

    public void Find(CancellationToken stop)
    {
        if (result.Before is not { } before)
        {
            return;
        }

        var left = Most;
        result.News =
        [
            .. result.News.Select(news =>
            {
                stop.ThrowIfCancellationRequested();
                return news.RevisionBefore is { } revision && news.Items.Any(item => item.Kind == NewsKind.LevelChanged) && left-- > 0 ? With(news, revision, before) : news;
            }),
        ];
    }

    private FacilityNews With(FacilityNews news, int revision, RunRecord before)
    {
        if (Assess(news.Case, revision, before.AsOf) is not { } old || Assess(news.Case, news.Revision, result.Run.AsOf) is not { } now)
        {
            return news;
        }

        var changes = AssessmentChanges.Between(old, now);
        return news with { Items = [.. news.Items.Select(item => item.Kind == NewsKind.LevelChanged ? item with { Because = [.. Because(changes, item)] } : item)] };
    }

    private Assessment? Assess(CaseId id, int revision, DateOnly day)
    {
        var facility = store.Content(id, revision) is { } json ? _reader.ReadCanonical(json, id.ToString()).Dossier?.ToProfile() : null;
        var options = new AssessmentOptions(day);
        return facility is null || RegimeChoice.Of(packs, facility, options).Regime is null ? null : FacilityAssessor.Assess(packs, facility, options);
    }

    private IEnumerable<string> Because(AssessmentChanges changes, NewsItem item)
    {
        var change = changes.Levels.FirstOrDefault(each => string.Equals((each.Now ?? each.Before)!.System.Id, item.SystemId, StringComparison.Ordinal));
        if (change is { Before: null } or { Now: null })
        {
            yield return change.Before is null ? "hệ thống mới được khai" : "hệ thống không còn được khai";
            yield break;
        }

        foreach (var fact in change?.Facts ?? [])
        {
            yield return ReasonWords.Fact(fact);
        }

        if (change is { LawChanged: true })
        {
            yield return $"hồ sơ nay được xét theo {changes.Now.Regime.Header.Document.Number} thay cho {changes.Before.Regime.Header.Document.Number}";
        }

        // Under today's packs both sides agree: it was the packs of then that said otherwise.
        if (change is null or { IsChange: false })
        {
            foreach (var pack in result.Packs)
            {
                yield return ReasonWords.Pack(pack);
            }
        }
    }
}
