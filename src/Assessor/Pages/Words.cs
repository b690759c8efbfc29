using EmrSec.Rules.Completeness;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Procedures;
using EmrSec.Rules.Requirements;

namespace EmrSec.Assessor.Pages;

/// <summary>The words of results as people read them, and as the JSON contract writes them.</summary>
internal static class Words
{
    public static string Contract(this LevelStatus status) => status switch
    {
        LevelStatus.Determined => "determined",
        LevelStatus.Range => "range",
        _ => "undetermined",
    };

    public static string Contract(this ObligationStatus status) => status switch
    {
        ObligationStatus.Met => "met",
        ObligationStatus.MetLate => "metLate",
        ObligationStatus.Pending => "pending",
        ObligationStatus.DueSoon => "dueSoon",
        ObligationStatus.Overdue => "overdue",
        ObligationStatus.NotApplicable => "notApplicable",
        ObligationStatus.Unknown => "unknown",
        _ => "ongoing",
    };

    public static string Contract(this RequirementStatus status) => status switch
    {
        RequirementStatus.Met => "met",
        RequirementStatus.Partial => "partial",
        RequirementStatus.Unmet => "unmet",
        RequirementStatus.NotApplicable => "notApplicable",
        _ => "unknown",
    };

    public static string Contract(this Truth truth) => truth switch
    {
        Truth.True => "true",
        Truth.False => "false",
        _ => "unknown",
    };

    public static string Contract(this Documentation documentation) => documentation switch
    {
        Documentation.Documented => "documented",
        Documentation.Undocumented => "undocumented",
        Documentation.Expired => "expired",
        _ => "none",
    };

    public static string Contract(this GapWeight weight) => weight switch
    {
        GapWeight.ProductMissing => "productMissing",
        GapWeight.PlanMissing => "planMissing",
        GapWeight.Unmet => "unmet",
        GapWeight.Partial => "partial",
        GapWeight.Undocumented => "undocumented",
        _ => "suggested",
    };

    public static string Contract(this RequirementForce force) => force switch
    {
        RequirementForce.Mandatory => "mandatory",
        RequirementForce.Equivalent => "equivalent",
        _ => "suggested",
    };

    public static string Contract(this ThresholdRule rule) => rule switch
    {
        ThresholdRule.Every => "every",
        ThresholdRule.AtLeast => "atLeast",
        _ => "atMost",
    };

    public static string Contract(this ThresholdUnit unit) => unit switch
    {
        ThresholdUnit.Minute => "minute",
        ThresholdUnit.Hour => "hour",
        ThresholdUnit.Day => "day",
        ThresholdUnit.Month => "month",
        ThresholdUnit.Kilometre => "km",
        ThresholdUnit.Time => "time",
        ThresholdUnit.Character => "character",
        _ => "item",
    };

    public static string Contract(this ContentStatus status) => status switch
    {
        ContentStatus.Present => "present",
        ContentStatus.Partial => "partial",
        ContentStatus.Missing => "missing",
        ContentStatus.NotRequired => "not-required",
        _ => "unknown",
    };

    public static string Contract(this ConsistencySeverity severity) => severity switch
    {
        ConsistencySeverity.Error => "error",
        ConsistencySeverity.Warning => "warning",
        _ => "note",
    };

    public static Span Say(this ContentStatus status) => status switch
    {
        ContentStatus.Present => new Span("Có", Tone.Good),
        ContentStatus.Partial => new Span("Chưa đủ", Tone.Warn),
        ContentStatus.Missing => new Span("THIẾU", Tone.Bad),
        ContentStatus.NotRequired => new Span("Không cần", Tone.Muted),
        _ => new Span("Chưa rõ", Tone.Warn),
    };

    public static Span Say(this ConsistencySeverity severity) => severity switch
    {
        ConsistencySeverity.Error => new Span("SAI", Tone.Bad),
        ConsistencySeverity.Warning => new Span("Cần xem lại", Tone.Warn),
        _ => new Span("Lưu ý", Tone.Normal),
    };

    public static Span Say(this RequirementStatus status) => status switch
    {
        RequirementStatus.Met => new Span("Đạt", Tone.Good),
        RequirementStatus.Partial => new Span("Một phần", Tone.Warn),
        RequirementStatus.Unmet => new Span("CHƯA ĐẠT", Tone.Bad),
        RequirementStatus.NotApplicable => new Span("Không áp dụng", Tone.Muted),
        _ => new Span("Chưa trả lời", Tone.Warn),
    };

    public static Span Say(this ObligationStatus status) => status switch
    {
        ObligationStatus.Met => new Span("Đạt", Tone.Good),
        ObligationStatus.MetLate => new Span("Đạt, trễ hạn", Tone.Warn),
        ObligationStatus.Pending => new Span("Chưa đến hạn", Tone.Normal),
        ObligationStatus.DueSoon => new Span("Sắp đến hạn", Tone.Warn),
        ObligationStatus.Overdue => new Span("QUÁ HẠN", Tone.Bad),
        ObligationStatus.NotApplicable => new Span("Không áp dụng", Tone.Muted),
        ObligationStatus.Unknown => new Span("Chưa rõ", Tone.Warn),
        _ => new Span("Thường xuyên", Tone.Muted),
    };

    public static string Contract(this ClockStep step) => step switch
    {
        ClockStep.Answer => "answer",
        ClockStep.Appraisal => "appraisal",
        _ => "approval",
    };

    public static string Step(ClockStep step) => step switch
    {
        ClockStep.Answer => "Hạn trả lời nếu hồ sơ chưa hợp lệ",
        ClockStep.Appraisal => "Hạn thẩm định",
        _ => "Hạn phê duyệt",
    };

    public static string Length(LegalClock clock) => $"{clock.Length} {(clock.Unit == ClockUnit.Days ? "ngày" : "ngày làm việc")}";

    /// <summary>What a document says: in quotation marks only where these are its own words.</summary>
    public static string Wording(LegalDocument document, string text) => document.IsCondensed ? $"{text} (viết gọn)" : $"«{text}»";

    public static string Period(PeriodicDuty duty) => duty switch
    {
        { Yearly: { } yearly } => $"hằng năm, đến {yearly.LastDay.Day:00}/{yearly.LastDay.Month:00}",
        { Months: { } months } => $"{months} tháng một lần",
        { MonthsByLevel: { Count: > 0 } byLevel } => string.Join("; ", byLevel.GroupBy(pair => pair.Value).Select(group => $"{group.Key} tháng một lần ở cấp độ {string.Join(", ", group.Select(pair => pair.Key))}")),
        { Hours: 0 } => "ngay khi có sự kiện",
        { Hours: { } hours } => $"trong {hours} giờ từ khi có sự kiện",
        _ => "khi có sự kiện, không ấn định chu kỳ",
    };

    /// <summary>The days on which a pack is in force.</summary>
    public static string Days(InForce inForce) => $"từ {FactText.Date(inForce.From)}{(inForce.To is { } to ? $" đến {FactText.Date(to)}" : "")}";

    /// <summary>The level in words: «cấp độ 3», «cấp độ 2 đến 3», «chưa xác định».</summary>
    public static Span Level(LevelResult level) => level switch
    {
        { Value: { } value } => new Span($"cấp độ {value}", Tone.Strong),
        { AtLeast: { } least, AtMost: { } most } => new Span($"cấp độ {least} đến {most}", Tone.Warn),
        { AtMost: { } most } => new Span($"chưa xác định (cao nhất có thể: cấp độ {most})", Tone.Warn),
        _ => new Span("chưa xác định: không tiêu chí nào được đáp ứng", Tone.Bad),
    };
}
