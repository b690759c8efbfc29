using EmrSec.Rules.Facts;
using EmrSec.Rules.Wording;

namespace EmrSec.Rules.Completeness;

/// <summary>Dates in an order that cannot be, dates yet to come, the security regulation and the approval of the design.</summary>
internal sealed class DateConsistency(CompletenessInput input, ConsistencyFindings findings)
{
    private const string Papers = "documents.";
    private const string Approved = "milestones.dossierApproved";
    private const string RegulationIssued = "milestones.regulationIssued";
    private const string RegulationPaper = "documents.securityRegulation";

    public void Run()
    {
        foreach (var order in input.Law.Orders)
        {
            Order(order);
        }

        Future();
        Regulation();
        Design();
    }

    private void Order(DateOrder order)
    {
        var (first, then) = (Find(order.First), Find(order.Then));
        if (then?.Day is not { } later || first is null)
        {
            return;
        }

        var wrong = first.Day > later ? $"{first.Label} ({FactText.Date(first.Day.Value)}) sau {LevelWords.Lower(then.Label)} ({FactText.Date(later)})"
            : first.IsNone ? $"khai {LevelWords.Lower(then.Label)} ngày {FactText.Date(later)}, nhưng {LevelWords.Lower(first.Label)}: {first.NoneLabel}"
            : null;
        if (wrong is not null)
        {
            findings.Add(ConsistencyChecks.DateOrder, null, order.Severity, wrong, first.Position, "đối chiếu hai ngày với văn bản rồi sửa ngày sai", order.Citation?.ToString());
        }
    }

    private void Future()
    {
        foreach (var fact in input.Catalogue.All)
        {
            if (fact is { Scope: FactScope.Milestone, Type: FactType.Date } && Find(fact.Id) is { Day: { } day } moment && day > input.AsOf)
            {
                Coming(moment, day);
            }
        }

        foreach (var paper in input.Sheet.Papers)
        {
            if (Find(Papers + paper.Key) is { Day: { } day } moment && day > input.AsOf)
            {
                Coming(moment, day);
            }
        }
    }

    private void Coming(Moment moment, DateOnly day) => findings.Add(
        ConsistencyChecks.DateFuture,
        null,
        ConsistencySeverity.Warning,
        $"{moment.Label} ({FactText.Date(day)}) sau ngày đánh giá {FactText.Date(input.AsOf)}",
        moment.Position,
        "chỉ khai việc đã làm xong; việc sắp làm ghi vào kế hoạch, hoặc đánh giá vào ngày sau đó (--as-of)");

    /// <summary>12/2022/TT-BTTTT, Điều 9, khoản 7: the regulation is issued before the dossier is approved.</summary>
    private void Regulation()
    {
        var (milestone, paper, approved) = (Find(RegulationIssued), Find(RegulationPaper), Find(Approved));
        if (milestone?.Day is { } said && paper?.Day is { } written && said != written)
        {
            findings.Add(ConsistencyChecks.Regulation, null, ConsistencySeverity.Warning, $"hai ngày ban hành Quy chế khác nhau: regulationIssued {FactText.Date(said)}, securityRegulation {FactText.Date(written)}", paper.Position, "giữ đúng ngày ký quyết định ban hành Quy chế");
        }

        var issued = milestone?.Day ?? paper?.Day;
        var at = (milestone?.Day is null ? paper ?? milestone : milestone)?.Position ?? input.Sheet.File;
        if (approved?.Day is { } day)
        {
            if (issued is null)
            {
                findings.Add(
                    ConsistencyChecks.Regulation,
                    null,
                    milestone is { IsNone: true } ? ConsistencySeverity.Error : ConsistencySeverity.Warning,
                    $"hồ sơ được phê duyệt ngày {FactText.Date(day)} mà {(milestone is { IsNone: true } ? "Quy chế chưa ban hành" : "chưa khai ngày ban hành Quy chế")}",
                    at,
                    "khai milestones.regulationIssued và documents.securityRegulation theo quyết định ban hành Quy chế");
            }
            else if (issued >= day)
            {
                findings.Add(
                    ConsistencyChecks.Regulation,
                    null,
                    issued == day ? ConsistencySeverity.Note : ConsistencySeverity.Error,
                    $"Quy chế ban hành {(issued == day ? "cùng ngày" : "sau ngày")} hồ sơ được phê duyệt ({FactText.Date(issued.Value)}, phê duyệt {FactText.Date(day)}); Quy chế phải có trước",
                    at,
                    "đối chiếu hai quyết định; đúng vậy thì hỏi ý kiến đơn vị chuyên trách về cách khắc phục");
            }
        }
        else if (milestone is { IsNone: true } || (issued is null && input.Sheet.Paper("securityRegulation") is null))
        {
            findings.Add(ConsistencyChecks.Regulation, null, ConsistencySeverity.Note, $"{(milestone is { IsNone: true } ? "chưa có" : "chưa khai")} Quy chế; phải ban hành trước khi hồ sơ được phê duyệt", at, "ban hành Quy chế rồi khai milestones.regulationIssued và documents.securityRegulation");
        }
    }

    /// <summary>85/2016/NĐ-CP, Điều 15, khoản 2, điểm b: of a system in operation the construction design, approved.</summary>
    private void Design()
    {
        if (input.Sheet.Paper("design") is not { ApprovedBy: null } design || input.Catalogue.Find("system.newOrUpgraded") is not { } fact)
        {
            return;
        }

        foreach (var system in input.Systems)
        {
            if (system.System.Facts.TryGet(fact, out var declared) && !declared.Value.IsTrue)
            {
                findings.Add(ConsistencyChecks.DesignApproval, null, ConsistencySeverity.Warning, "chưa khai ai phê duyệt thiết kế thi công của hệ thống đang vận hành", design.Position, "ghi documents.design.approvedBy; tài liệu có giá trị tương đương thì ghi người xác nhận");
                return;
            }
        }
    }

    private Moment? Find(string key)
    {
        if (key.StartsWith(Papers, StringComparison.Ordinal))
        {
            return input.Sheet.Paper(key[Papers.Length..]) is { } paper ? new Moment(Label(paper), paper.Issued, IsNone: false, "", paper.Position) : null;
        }

        return input.Catalogue.Find(key) is { } fact && input.Milestones.TryGet(fact, out var declared)
            ? new Moment(fact.Label, declared.Value.IsNone ? null : declared.Value.Date, declared.Value.IsNone, fact.NoneLabel, declared.Position)
            : null;
    }

    private string Label(SheetPaper paper)
    {
        foreach (var part in input.Law.Documents)
        {
            if (string.Equals(part.Id, paper.Key, StringComparison.Ordinal))
            {
                return part.Title;
            }
        }

        return "Quy chế";
    }

    private sealed record Moment(string Label, DateOnly? Day, bool IsNone, string NoneLabel, SourcePosition Position);
}
