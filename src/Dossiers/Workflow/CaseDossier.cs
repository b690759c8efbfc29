using System.Text;
using System.Text.Json.Nodes;
using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Store;

namespace EmrSec.Dossiers.Workflow;

/// <summary>
/// A stored revision as papers and assessments see it: what happened to the case (sent, received, appraised, approved, on which days) is told by
/// its steps and by the papers that were issued, whatever the facility wrote of it.
/// </summary>
public static class CaseDossier
{
    /// <summary>The dossier of a case.</summary>
    /// <param name="content">A revision's canonical JSON.</param>
    /// <param name="case">The case.</param>
    /// <param name="steps">Its steps, the first first.</param>
    /// <param name="papers">What was said of the papers issued so far, a later one of a kind in the place of an earlier one.</param>
    /// <param name="catalogue">The facts there are.</param>
    /// <returns>The dossier; or what is wrong with it.</returns>
    public static DossierReadResult Read(ReadOnlySpan<byte> content, CaseFile @case, IReadOnlyList<CaseStep> steps, IReadOnlyList<PaperData> papers, FactCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(papers);
        var root = JsonNode.Parse(Encoding.UTF8.GetString(content)) as JsonObject ?? [];
        SetPapers(root, papers);
        var read = new DossierReader(catalogue).ReadCanonical(Encoding.UTF8.GetBytes(root.ToJsonString()), @case.Id.ToString());
        return read.Dossier is { } dossier ? read with { Dossier = AsItStands(dossier, @case, steps, catalogue) } : read;
    }

    /// <summary>A dossier with the days that a case's steps tell in the place of those that its facility wrote.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="case">The case.</param>
    /// <param name="steps">Its steps, the first first. One that was never submitted by them keeps what it says: they tell nothing yet.</param>
    /// <param name="catalogue">The facts there are.</param>
    public static Dossier AsItStands(Dossier dossier, CaseFile @case, IReadOnlyList<CaseStep> steps, FactCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(catalogue);
        var current = CaseProcessing.Current(steps);
        if (current.Count == 0)
        {
            return dossier;
        }

        var milestones = Said(dossier.Milestones, "milestones.dossierSubmitted", current[0].Day, catalogue);
        return dossier with
        {
            Milestones = Said(milestones, "milestones.dossierApproved", CaseProcessing.Day(current, StepKind.Approve), catalogue),
            Processing = CaseProcessing.Of(steps, @case.Level),
        };
    }

    // Not yet done is what the steps say, not what nobody declared.
    private static FactSet Said(FactSet milestones, string id, DateOnly? day, FactCatalogue catalogue) =>
        catalogue.Find(id) is { } fact ? milestones.With(fact, day is { } known ? FactValue.Of(known) : FactValue.None) : milestones;

    private static void SetPapers(JsonObject root, IReadOnlyList<PaperData> papers)
    {
        if (papers.Count == 0)
        {
            return;
        }

        if (root[DossierSchema.Papers] is not JsonObject section)
        {
            root[DossierSchema.Papers] = section = [];
        }

        foreach (var paper in papers)
        {
            section[paper.Kind] = paper.Record.DeepClone();
        }
    }
}
