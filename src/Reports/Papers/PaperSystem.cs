using EmrSec.Dossiers;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Procedures;
using EmrSec.Rules.Requirements;

namespace EmrSec.Reports.Papers;

/// <summary>A system of a paper: what the dossier declares of it and what the law says.</summary>
/// <param name="Record">What is declared.</param>
/// <param name="Level">Its level.</param>
public sealed record PaperSystem(SystemRecord Record, LevelResult Level)
{
    /// <summary>Who appraises and approves; null where the law has no procedure.</summary>
    public AuthorityResult? Authority { get; private init; }

    /// <summary>How it stands on the requirements; null where no catalogue goes with the regime.</summary>
    public SystemFindings? Requirements { get; private init; }

    /// <summary>How it stands on the rules beside the requirements; null where the regime has none.</summary>
    public SystemFindings? Checks { get; private init; }

    internal static PaperSystem At(Dossier dossier, Assessment assessment, int index) => new(dossier.Systems[index], assessment.Systems[index])
    {
        Authority = assessment.Procedure?.Authorities[index],
        Requirements = assessment.Requirements.Count > index ? assessment.Requirements[index] : null,
        Checks = assessment.Checks.Count > index ? assessment.Checks[index] : null,
    };
}
