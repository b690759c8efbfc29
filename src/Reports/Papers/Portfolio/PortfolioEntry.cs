using EmrSec.Dossiers;
using EmrSec.Rules.Assessments;

namespace EmrSec.Reports.Papers.Portfolio;

/// <summary>One dossier of many: assessed, or why it was not.</summary>
public sealed class PortfolioEntry
{
    private PortfolioEntry(string file) => File = file;

    /// <summary>The dossier's file, as the caller named it.</summary>
    public string File { get; }

    /// <summary>The dossier; null where it was not assessed.</summary>
    public Dossier? Dossier { get; private init; }

    /// <summary>Its assessment; null where it was not assessed.</summary>
    public Assessment? Assessment { get; private init; }

    /// <summary>Why it was not assessed, in Vietnamese; null where it was.</summary>
    public string? Problem { get; private init; }

    /// <summary>A dossier that was assessed.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="assessment">Its assessment.</param>
    public static PortfolioEntry Of(Dossier dossier, Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(assessment);
        return new PortfolioEntry(dossier.File) { Dossier = dossier, Assessment = assessment };
    }

    /// <summary>A dossier that could not be assessed; the paper names it, so that no facility goes missing.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="problem">Why, in Vietnamese.</param>
    public static PortfolioEntry Failed(string file, string problem)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentException.ThrowIfNullOrEmpty(problem);
        return new PortfolioEntry(file) { Problem = problem };
    }
}
