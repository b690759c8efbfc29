using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Workbooks;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Trees;

/// <summary>A place of a dossier that two sides changed differently since the revision that both had.</summary>
/// <param name="Where">What it is about, in Vietnamese.</param>
/// <param name="Origin">What both had; null = nothing.</param>
/// <param name="Ours">What is here; null = nothing.</param>
/// <param name="Theirs">What came; null = nothing.</param>
public sealed record DossierConflict(string Where, string? Origin, string? Ours, string? Theirs);

/// <summary>What came of joining two versions of a dossier.</summary>
/// <param name="Content">The joined dossier as canonical JSON; null where there are conflicts, or it cannot be read.</param>
/// <param name="Changes">What it changes against ours.</param>
/// <param name="Conflicts">What both changed differently.</param>
/// <param name="Diagnostics">What is wrong with what was joined.</param>
public sealed record DossierMergeResult(byte[]? Content, IReadOnlyList<DossierChange> Changes, IReadOnlyList<DossierConflict> Conflicts, DiagnosticBag Diagnostics);

/// <summary>Joins two versions of a dossier field by field; nothing that either side wrote is lost.</summary>
public static class DossierMerge
{
    /// <summary>Joins.</summary>
    /// <param name="origin">The version that both had, as canonical JSON; null = there was none: then everything that differs is a conflict.</param>
    /// <param name="ours">The version here, as canonical JSON.</param>
    /// <param name="theirs">The version that came, as canonical JSON.</param>
    /// <param name="catalogue">The facts there are.</param>
    public static DossierMergeResult Join(byte[]? origin, byte[] ours, byte[] theirs, FactCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(ours);
        ArgumentNullException.ThrowIfNull(theirs);
        ArgumentNullException.ThrowIfNull(catalogue);
        var diagnostics = new DiagnosticBag();
        var before = origin is null ? YamlTree.Map() : Tree(origin, "bản gốc", diagnostics);
        var (here, there) = (Tree(ours, "bản ở đây", diagnostics), Tree(theirs, "bản nhận được", diagnostics));
        if (before is null || here is null || there is null)
        {
            return new DossierMergeResult(null, [], [], diagnostics);
        }

        var (joined, conflicts) = TreeMerge.Join(before, here, there);
        var words = new ChangeWords(catalogue);
        if (conflicts.Count > 0)
        {
            return new DossierMergeResult(null, [], [.. conflicts.Select(conflict => Say(conflict, words, here, there))], diagnostics);
        }

        // Two sides that are each right may not be right together, such as an answer for a system that the other took out.
        var read = new DossierReader(catalogue).ReadCanonical(CanonicalJson.Write(joined), "bản đã ghép");
        foreach (var finding in read.Diagnostics.Items.Where(finding => finding.Severity == DiagnosticSeverity.Error))
        {
            diagnostics.Add(finding);
        }

        return new DossierMergeResult(read.Dossier is null ? null : read.ToCanonicalJson(), [.. TreeChanges.Between(here, joined).Select(change => words.Say(change, here, joined))], [], diagnostics);
    }

    private static DossierConflict Say(MergeConflict conflict, ChangeWords words, YamlMapping here, YamlMapping there)
    {
        var (ours, theirs) = (words.Say(new TreeChange(conflict.Path, conflict.Base, conflict.Ours), here, there), words.Say(new TreeChange(conflict.Path, conflict.Base, conflict.Theirs), here, there));
        return new DossierConflict(ours.Where, ours.Before, ours.After, theirs.After);
    }

    private static YamlMapping? Tree(byte[] json, string name, DiagnosticBag diagnostics) => JsonTreeReader.Read(json, name, diagnostics) as YamlMapping;
}
