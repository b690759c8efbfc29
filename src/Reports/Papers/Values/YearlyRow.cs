using EmrSec.Dossiers;
using EmrSec.Rules.Completeness;
using EmrSec.Rules.Requirements;

namespace EmrSec.Reports.Papers.Values;

/// <summary>How far a dossier has come, in the words of form 08, column 6.</summary>
internal enum YearlyStage
{
    /// <summary>«Đang dự thảo».</summary>
    Drafted,

    /// <summary>«Đã gửi thẩm định».</summary>
    Sent,

    /// <summary>«Đã thẩm định».</summary>
    Appraised,

    /// <summary>«Đã được phê duyệt».</summary>
    Approved,
}

/// <summary>A system's row in form 08 of the yearly report, as the dossier and its assessment have it on the assessment's day.</summary>
/// <param name="System">The system.</param>
internal sealed record YearlyRow(PaperSystem System)
{
    private static readonly string[] StageTexts = ["Đang dự thảo", "Đã gửi thẩm định", "Đã thẩm định", "Đã được phê duyệt"];

    /// <summary>How far the dossier has come.</summary>
    public YearlyStage Stage { get; private init; }

    /// <summary>The same in the form's words.</summary>
    public string StageText => StageTexts[(int)Stage];

    /// <summary>Whether its dossier is built: a level proposed and every paper there that the law asks for.</summary>
    public bool HasDossier { get; private init; }

    /// <summary>Column 7: number, day and body of the decision; null where it is not approved, or not declared.</summary>
    public string? Decision { get; private init; }

    /// <summary>Column 8: the regulation; null where none is declared.</summary>
    public string? Regulation { get; private init; }

    /// <summary>Column 9: when approval is expected; null where approved, or not declared.</summary>
    public DateOnly? ExpectedApproval { get; private init; }

    /// <summary>Column 10, in the form's words; null where no requirement is answered.</summary>
    public string? Deployment { get; private init; }

    /// <summary>Column 11: the last day planned; null where all is done, or for a requirement no day is planned.</summary>
    public DateOnly? ExpectedDeployment { get; private init; }

    /// <summary>Column 12: whether it was inspected in the report's period.</summary>
    public bool IsInspected { get; private init; }

    /// <summary>The rows, in the dossier's order.</summary>
    /// <param name="request">What the report is made of.</param>
    /// <param name="period">Its period.</param>
    public static List<YearlyRow> All(PaperRequest request, YearlyPeriod period)
    {
        var stage = StageOf(request);
        return [.. request.Systems.Select(system => Of(request, period, stage, system))];
    }

    private static YearlyRow Of(PaperRequest request, YearlyPeriod period, YearlyStage stage, PaperSystem system)
    {
        var report = request.Record("yearly-report");
        var work = Work(request, system);
        var isDone = work.Count > 0 && work.TrueForAll(item => item.Status is RequirementStatus.Met);
        var isBegun = work.Exists(item => item.Status is RequirementStatus.Met or RequirementStatus.Partial);
        var open = work.Where(item => item.Status is not RequirementStatus.Met).Select(item => item.Due).ToList();
        return new YearlyRow(system)
        {
            Stage = stage,
            HasDossier = system.Record.ProposedLevel is not null && HasPapers(request),
            Decision = stage == YearlyStage.Approved ? DecisionOf(request) : null,
            Regulation = RegulationOf(request),
            ExpectedApproval = stage == YearlyStage.Approved ? null : report?.ExpectedApproval,
            Deployment = work.TrueForAll(item => item.Status is RequirementStatus.Unknown) ? null
                : isDone ? "Đã triển khai đầy đủ"
                : isBegun ? "Đã triển khai một số hạng mục" : "Chưa triển khai",
            ExpectedDeployment = isDone ? null : report?.ExpectedDeployment ?? (open.Exists(due => due is null) ? null : open.Max()),
            IsInspected = request.Milestone("lastInspection") is { } day && day >= period.From && day <= period.To,
        };
    }

    // What the systems' requirements came to; where no catalogue goes with the law, what the dossier itself answers.
    private static List<(RequirementStatus Status, DateOnly? Due)> Work(PaperRequest request, PaperSystem system)
    {
        var ids = system.Record.WithComponents().Select(part => part.Id).ToHashSet(StringComparer.Ordinal);
        var items = system.Requirements is { Levels: [.., var highest] }
            ? highest.Findings.Select(finding => (finding.Status, finding.Answer?.Due))
            : request.Dossier.Answers.Where(answer => answer.SystemId is null || ids.Contains(answer.SystemId)).Select(answer => (answer.ToProfile().Status, answer.Due));
        return [.. items.Where(item => item.Item1 is not RequirementStatus.NotApplicable)];
    }

    private static YearlyStage StageOf(PaperRequest request)
    {
        var day = request.Assessment.AsOf;
        if (ApprovedOn(request) is not null)
        {
            return YearlyStage.Approved;
        }

        if ((request.Dossier.Processing?.Appraised ?? request.Record("appraisal")?.Date) <= day)
        {
            return YearlyStage.Appraised;
        }

        return request.Milestone("dossierSubmitted") is not null || request.Dossier.Processing?.Received <= day ? YearlyStage.Sent : YearlyStage.Drafted;
    }

    private static DateOnly? ApprovedOn(PaperRequest request) =>
        request.Milestone("dossierApproved") ?? (DecisionRecord(request)?.Date is { } date && date <= request.Assessment.AsOf ? date : null);

    private static PaperRecord? DecisionRecord(PaperRequest request) => request.Record(request.Level == 5 ? "decision-plan" : "decision");

    private static bool HasPapers(PaperRequest request) => request.Assessment.Completeness is { } found
        && found.Documents.All(document => document.Status is ContentStatus.Present or ContentStatus.NotRequired);

    private static string? DecisionOf(PaperRequest request) =>
        DecisionRecord(request) is { Number: { } number, Date: { } date } && new PaperBodies(request).Approver is string body
            ? $"{number} ngày {Day(date)} của {body}"
            : null;

    private static string? RegulationOf(PaperRequest request)
    {
        var regulation = request.Dossier.Documents.FirstOrDefault(document => document.Key is "securityRegulation");
        var issued = regulation?.Issued ?? request.Milestone("regulationIssued");
        string?[] parts =
        [
            regulation?.Number,
            issued is { } day ? "ngày " + Day(day) : null,
            regulation?.IssuedBy is { } body ? "của " + body : null,
        ];
        var text = string.Join(' ', parts.OfType<string>());
        return text.Length == 0 ? null : text;
    }

    private static string Day(DateOnly date) => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
}
