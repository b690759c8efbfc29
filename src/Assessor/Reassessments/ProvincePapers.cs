using EmrSec.Assessor.Commands;
using EmrSec.Assessor.Reports;
using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Reassessments;
using EmrSec.Dossiers.Store;
using EmrSec.Reports.Papers;
using EmrSec.Reports.Papers.Portfolio;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Reassessments;

/// <summary>The papers of a re-assessment: the minutes, and the deadlines of the facilities that press most. Both can be signed.</summary>
internal sealed class ProvincePapers(ReassessCall call, RulePackSet packs, IDossierStore store, ReassessmentResult result, Screen screen, TimeProvider clock)
{
    /// <summary>The table of deadlines holds so many facilities: more make no paper that anybody reads, and all are in the workbook.</summary>
    private const int MostFacilities = 200;

    private readonly TemplateEngine _engine = new();
    private readonly PaperMessages _messages = new(screen, "kho hồ sơ", isDraft: false);

    /// <summary>Writes both into a folder.</summary>
    /// <returns>Whether both were written.</returns>
    public bool Write(string folder)
    {
        var isWritten = Put(Minutes(), Path.Combine(folder, "bien-ban.pdf"));
        var pressing = Pressing();
        return isWritten && (pressing.Count == 0 || Put(Deadlines(pressing), Path.Combine(folder, "thoi-han.pdf")));
    }

    private bool Put(MadePaper made, string path) => _messages.Report(made) && PaperOutput.Write(made.Document!, PaperFormat.Of(path)!, path, screen) is not null;

    private MadePaper Minutes()
    {
        var scope = ReassessmentPage.Scope(packs, result.Run.Scope);
        var signer = call.Signer?.Split(':', 2, StringSplitOptions.TrimEntries);
        return new ProvinceMinutesMaker(_engine).Make(new ProvinceMinutesRequest(result, scope)
        {
            Created = CommonOptions.Now(clock),
            Body = Body(scope),
            Number = call.Number,
            Place = call.Town,
            SignerTitle = signer is [{ Length: > 0 } title, ..] ? title : "Giám đốc",
            SignerName = signer is [_, { Length: > 0 } name] ? name : null,
            ProvinceName = slug => NewsWords.Province(packs, slug),
        });
    }

    private MadePaper Deadlines(IReadOnlyList<FacilityStanding> pressing)
    {
        var reader = new DossierReader(packs.Facts);
        var options = new AssessmentOptions(result.Run.AsOf);
        return new PortfolioMaker(_engine).Make(
            new PortfolioRequest(result.Run.AsOf) { Created = CommonOptions.Now(clock), Body = Body(ReassessmentPage.Scope(packs, result.Run.Scope)), Place = call.Town },
            pressing.Select(standing =>
            {
                var dossier = store.Content(standing.Case, standing.Revision) is { } json ? reader.ReadCanonical(json, standing.Case.ToString()).Dossier : null;
                return dossier is null || RegimeChoice.Of(packs, dossier.ToProfile(), options).Regime is null
                    ? PortfolioEntry.Failed(standing.Case.ToString(), "không đánh giá được theo luật đang dùng")
                    : PortfolioEntry.Of(dossier, FacilityAssessor.Assess(packs, dossier.ToProfile(), options));
            }));
    }

    // What presses most: first by how much is overdue, then by how much is due soon.
    private List<FacilityStanding> Pressing()
    {
        var most = new PriorityQueue<FacilityStanding, (int Overdue, int Soon, int Late)>();
        var number = 0;
        foreach (var standing in Standings.Of(store, result))
        {
            if (standing.Outcome is { } outcome && (outcome.Count(ObligationStatus.Overdue), outcome.Count(ObligationStatus.DueSoon)) is var (overdue, soon) && overdue + soon > 0)
            {
                most.Enqueue(standing, (overdue, soon, -number++));
                if (most.Count > MostFacilities)
                {
                    most.Dequeue();
                }
            }
        }

        return [.. most.UnorderedItems.OrderByDescending(each => each.Priority).Select(each => each.Element)];
    }

    private string Body(string scope) => call.Body ?? (call.Scope.Province is null ? "Cơ quan quản lý y tế" : $"Sở Y tế {scope}");
}
