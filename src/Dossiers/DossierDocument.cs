using EmrSec.Rules.Completeness;

namespace EmrSec.Dossiers;

/// <summary>A paper of the dossier (85/2016/NĐ-CP, Điều 15). Whether the file exists is not looked at.</summary>
/// <param name="Key">Which paper: one of <see cref="Keys"/>.</param>
/// <param name="Position">Where it is declared.</param>
public sealed record DossierDocument(string Key, SourcePosition Position)
{
    /// <summary>
    /// The papers there are: overview, design, levelExplanation, protectionPlan, securityUnitOpinion, securityRegulation.
    /// </summary>
    public static IReadOnlyList<string> Keys { get; } =
        ["overview", "design", "levelExplanation", "protectionPlan", "securityUnitOpinion", "securityRegulation"];

    /// <summary>Its file, as written (relative to the dossier).</summary>
    public string? File { get; init; }

    /// <summary>The day it was issued.</summary>
    public DateOnly? Issued { get; init; }

    /// <summary>Who approved it.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Who issued it.</summary>
    public string? IssuedBy { get; init; }

    /// <summary>Its number.</summary>
    public string? Number { get; init; }

    internal SheetPaper ToSheet() => new(Key, Position, File, Number, Issued, ApprovedBy);
}
