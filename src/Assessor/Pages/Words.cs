using EmrSec.Rules.Assessments;
using EmrSec.Rules.Completeness;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Requirements;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Pages;

/// <summary>The words of results with the tone that the screen gives them.</summary>
internal static class Words
{
    public static Span Say(this ContentStatus status) => status switch
    {
        ContentStatus.Present => new Span(status.InWords(), Tone.Good),
        ContentStatus.Missing => Bad(status.InWords()),
        ContentStatus.NotRequired => new Span(status.InWords(), Tone.Muted),
        _ => new Span(status.InWords(), Tone.Warn),
    };

    public static Span Say(this ConsistencySeverity severity) => severity switch
    {
        ConsistencySeverity.Error => new Span("SAI", Tone.Bad),
        ConsistencySeverity.Warning => new Span("Cần xem lại", Tone.Warn),
        _ => new Span("Lưu ý", Tone.Normal),
    };

    public static Span Say(this RequirementStatus status) => status switch
    {
        RequirementStatus.Met => new Span(status.InWords(), Tone.Good),
        RequirementStatus.Unmet => Bad(status.InWords()),
        RequirementStatus.NotApplicable => new Span(status.InWords(), Tone.Muted),
        _ => new Span(status.InWords(), Tone.Warn),
    };

    public static Span Say(this ObligationStatus status) => status switch
    {
        ObligationStatus.Met => new Span(status.InWords(), Tone.Good),
        ObligationStatus.Pending => new Span(status.InWords(), Tone.Normal),
        ObligationStatus.Overdue => Bad(status.InWords()),
        ObligationStatus.NotApplicable or ObligationStatus.Ongoing => new Span(status.InWords(), Tone.Muted),
        _ => new Span(status.InWords(), Tone.Warn),
    };

    /// <summary>The level in words, with its tone.</summary>
    public static Span Level(LevelResult level) => new(level.InWords(), level switch
    {
        { Value: not null } => Tone.Strong,
        { AtMost: not null } => Tone.Warn,
        _ => Tone.Bad,
    });

    /// <summary>How the last law's level differs from the one before, with its tone.</summary>
    public static Span Change(SystemComparison system) => new(TransitionWords.Change(system), system.Change switch
    {
        0 => Tone.Good,
        > 0 => Tone.Bad,
        _ => Tone.Warn,
    });

    /// <summary>What is bad stands out in capitals on screens without colour too.</summary>
    private static Span Bad(string text) => new(text.ToUpperInvariant(), Tone.Bad);
}
