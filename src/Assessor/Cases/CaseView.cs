using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;

namespace EmrSec.Assessor.Cases;

/// <summary>A case with what is filed with it, to be shown.</summary>
internal sealed record CaseView(CaseSnapshot Snapshot, IReadOnlyList<ReviewComment> Comments, IReadOnlyList<EvidenceRecord> Evidence)
{
    /// <summary>Whose turn it is; null where nothing is awaited.</summary>
    public ActorRole? Turn => TurnOf(Snapshot.Case, Snapshot.Steps, Snapshot.Level);

    public static ActorRole? TurnOf(CaseFile @case, IReadOnlyList<CaseStep> steps, int? level) => CaseWords.Turn(@case.State, IsPresented(steps), level ?? @case.Level);

    /// <summary>The state in words; a case found fit says whether it was presented for approval.</summary>
    public static string StateOf(CaseFile @case, IReadOnlyList<CaseStep> steps) => $"{CaseWords.State(@case.State)}{(IsPresented(steps) ? ", đã trình phê duyệt" : "")}";

    private static bool IsPresented(IReadOnlyList<CaseStep> steps) => steps.Count > 0 && StepTable.Of(steps[^1])?.Kind is StepKind.Present;

    public static CaseView Of(CaseDesk desk, CaseFile @case, DateOnly asOf) => new(desk.Load(@case, asOf), desk.Store.Comments(@case.Id), desk.Store.Evidence(@case.Id));
}
