using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Packs;

namespace EmrSec.Rules.Assessments;

/// <summary>What says which law a dossier is judged by.</summary>
public enum RegimeGround
{
    /// <summary>The dossier was approved by the day of the assessment: the law in force when it was approved.</summary>
    Approved,

    /// <summary>It was submitted and not yet approved: the law in force when it was submitted.</summary>
    Submitted,

    /// <summary>Neither: the law in force on the day of the assessment.</summary>
    AsOf,

    /// <summary>The caller asked for this law.</summary>
    Asked,
}

/// <summary>The law that a dossier is judged by, and why that one.</summary>
/// <param name="Regime">The law; null where none was in force on the day, or none has the name asked for.</param>
/// <param name="Ground">What decided.</param>
/// <param name="Day">The day that decided: of approval, of submission, or of the assessment.</param>
public sealed record RegimeChoice(Regime? Regime, RegimeGround Ground, DateOnly Day)
{
    private const string Approved = "milestones.dossierApproved";
    private const string Submitted = "milestones.dossierSubmitted";

    /// <summary>Why this law, in Vietnamese.</summary>
    public string Why => Ground switch
    {
        RegimeGround.Approved => $"hồ sơ được phê duyệt ngày {FactText.Date(Day)}",
        RegimeGround.Submitted => $"hồ sơ được trình ngày {FactText.Date(Day)} và chưa được phê duyệt",
        RegimeGround.Asked => "người dùng chọn bằng --regime",
        _ => $"hồ sơ chưa khai ngày trình, ngày phê duyệt nên lấy ngày đánh giá {FactText.Date(Day)}",
    };

    /// <summary>Chooses the law for a dossier. Each dossier keeps to the law of its own date; a later law does not reach back.</summary>
    /// <param name="packs">The law.</param>
    /// <param name="facility">The facility.</param>
    /// <param name="options">The day, and the law asked for if any.</param>
    public static RegimeChoice Of(RulePackSet packs, FacilityProfile facility, AssessmentOptions options)
    {
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(facility);
        ArgumentNullException.ThrowIfNull(options);
        if (options.RegimeId is { } id)
        {
            return new RegimeChoice(packs.FindRegime(id), RegimeGround.Asked, options.AsOf);
        }

        // A date on which there was no such law yet (a slip of the pen, most likely) decides nothing.
        var approved = On(packs, RegimeGround.Approved, Done(packs, facility, Approved, options.AsOf));
        var submitted = On(packs, RegimeGround.Submitted, Done(packs, facility, Submitted, options.AsOf));
        return approved ?? submitted ?? new RegimeChoice(packs.RegimeOn(options.AsOf), RegimeGround.AsOf, options.AsOf);
    }

    private static RegimeChoice? On(RulePackSet packs, RegimeGround ground, DateOnly? day) =>
        day is { } known && packs.RegimeOn(known) is { } regime ? new RegimeChoice(regime, ground, known) : null;

    // A day after the assessment has not come yet.
    private static DateOnly? Done(RulePackSet packs, FacilityProfile facility, string milestone, DateOnly asOf) =>
        packs.Facts.Find(milestone) is { } fact && facility.Milestones.TryGet(fact, out var declared) && !declared.Value.IsNone && declared.Value.Date <= asOf
            ? declared.Value.Date
            : null;
}
