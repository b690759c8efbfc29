namespace EmrSec.Dossiers.Workflow;

/// <summary>Says whether a step may be taken; what stands against it comes out all at once.</summary>
public static class StepJudge
{
    /// <summary>Judges an attempt.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <returns>Everything that stands against it; empty where it may be taken.</returns>
    public static IReadOnlyList<Refusal> Judge(StepAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);

        // A step that does not lead on from here has no further demands worth telling.
        return WrongState(attempt) is { } wrong ? [wrong] : [.. Before(attempt), .. Reason(attempt), .. Paper(attempt)];
    }

    /// <summary>Judges whether a step's paper may be made: all that the step demands but the paper itself. What would be refused signed need not be signed.</summary>
    /// <param name="attempt">The attempt, as if the step were taken on the day of the paper.</param>
    /// <returns>Everything that stands against it; empty where it may be made.</returns>
    public static IReadOnlyList<Refusal> JudgePaper(StepAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return WrongState(attempt) is { } wrong ? [wrong] : [.. Before(attempt)];
    }

    private static IEnumerable<Refusal> Before(StepAttempt attempt) => [.. ActorJudge.Judge(attempt), .. Days(attempt), .. Level(attempt), .. Dossier(attempt)];

    private static IEnumerable<Refusal> Reason(StepAttempt attempt)
    {
        if (attempt.Rule.NeedsReason && string.IsNullOrWhiteSpace(attempt.Reason))
        {
            yield return new Refusal("VD011", $"bước «{attempt.Rule.Title}» phải nêu lý do", "thêm --reason \"…\": nêu rõ thiếu gì, chưa phù hợp ở đâu", attempt.Rule.Law.In(attempt.Regime));
        }
    }

    private static Refusal? WrongState(StepAttempt attempt)
    {
        var (rule, state) = (attempt.Rule, attempt.Case.State);
        var law = rule.Law.In(attempt.Case.Regime);
        if (!rule.From.Contains(state))
        {
            var onward = StepTable.From(state, attempt.Level).Where(step => step.Kind is not StepKind.Supersede).Select(step => $"{step.Word} ({CaseWords.Role(step.Role)})").Distinct(StringComparer.Ordinal).ToList();
            return new Refusal(
                "VD001",
                $"hồ sơ {attempt.Case.Id} đang ở bước «{CaseWords.State(state)}», không làm được bước «{rule.Title}»",
                onward.Count == 0 ? "bước này đã kết thúc; xác định lại cấp độ thì lập hồ sơ mới: emrsec case open" : $"bước tiếp theo có thể là: {string.Join(", ", onward)}",
                law);
        }

        return attempt.Level is { } level && !rule.Levels.Contains(level)
            ? new Refusal("VD008", $"hồ sơ cấp độ {level} không có bước «{rule.Title}»", "ở cấp độ 1, 2 đơn vị chuyên trách vừa thẩm định vừa phê duyệt: dùng emrsec case approve", law)
            : null;
    }

    private static IEnumerable<Refusal> Days(StepAttempt attempt)
    {
        if (attempt.Day > attempt.Today)
        {
            yield return new Refusal("VD010", $"ngày {FactText.Date(attempt.Day)} chưa đến (hôm nay {FactText.Date(attempt.Today)})", "ghi ngày đã diễn ra, hoặc chờ đến ngày ấy");
        }

        if (attempt.Steps.Count > 0 && attempt.Day < attempt.Steps[^1].Day)
        {
            var last = attempt.Steps[^1];
            yield return new Refusal(
                "VD009",
                $"ngày {FactText.Date(attempt.Day)} trước ngày {FactText.Date(last.Day)} của bước trước («{StepTable.Of(last)?.Title ?? CaseWords.State(last.To)}»)",
                "sửa --day cho đúng thứ tự; xem các bước: emrsec case history");
        }
    }

    private static IEnumerable<Refusal> Level(StepAttempt attempt)
    {
        var law = attempt.Rule.Law.In(attempt.Regime);
        if (attempt.Rule.NeedsLevel && attempt.Level is null)
        {
            yield return new Refusal("VD012", $"chưa xác định được cấp độ{(attempt.WhyNoLevel is { } why ? $": {why}" : "")}", "khai các dữ kiện còn thiếu rồi lưu bản mới: emrsec case revise", law);
        }

        // Who appraises and approves, and what the request asked for, went by the level that was submitted.
        if (attempt.Rule.Kind is StepKind.AppraiseFit or StepKind.Present or StepKind.Approve && attempt is { Level: { } level, Case.Level: { } submitted } && level != submitted)
        {
            yield return new Refusal(
                "VD013",
                $"hồ sơ gửi thẩm định ở cấp độ {submitted}, dữ kiện hiện nay cho cấp độ {level}",
                attempt.Rule.Kind is StepKind.AppraiseFit ? "kết luận chưa phù hợp (--result unfit) để cơ sở gửi lại đúng cấp độ, hoặc yêu cầu bổ sung" : "không phê duyệt (emrsec case refuse) để cơ sở gửi lại đúng cấp độ",
                law);
        }
    }

    private static IEnumerable<Refusal> Dossier(StepAttempt attempt) => attempt.Rule.Kind switch
    {
        StepKind.Submit or StepKind.Answer => attempt.Gaps,
        StepKind.Approve => [.. Regulation(attempt), .. Presented(attempt)],
        _ => [],
    };

    // 12/2022/TT-BTTTT, Điều 9, khoản 7; 331/2026/NĐ-CP, Điều 30, khoản 7: issued before the dossier is approved. Of one day nobody can say which was first.
    private static IEnumerable<Refusal> Regulation(StepAttempt attempt)
    {
        var law = new StepLaw("12/2022/TT-BTTTT, Điều 9, khoản 7", "331/2026/NĐ-CP, Điều 30, khoản 7").In(attempt.Regime);
        if (attempt.RegulationIssued is not { } issued)
        {
            yield return new Refusal("VD016", "chưa có Quy chế bảo đảm an toàn thông tin; Quy chế phải ban hành trước khi hồ sơ được phê duyệt", "cơ sở ban hành Quy chế, khai documents.securityRegulation rồi lưu bản mới: emrsec case revise", law);
        }
        else if (issued >= attempt.Day)
        {
            yield return new Refusal("VD017", $"Quy chế ban hành ngày {FactText.Date(issued)}, không trước ngày phê duyệt {FactText.Date(attempt.Day)}", "phê duyệt vào ngày sau ngày ban hành Quy chế, hoặc sửa documents.securityRegulation.issued nếu khai sai", law);
        }
    }

    private static IEnumerable<Refusal> Presented(StepAttempt attempt)
    {
        if (attempt.Level is >= 3 && StepTable.Of(attempt.Steps[^1])?.Kind is not StepKind.Present)
        {
            yield return new Refusal(
                "VD018",
                "đơn vị vận hành chưa trình hồ sơ phê duyệt (hồ sơ đề xuất cấp độ và ý kiến thẩm định)",
                "cơ sở lập tờ trình (emrsec case paper --kind submission) rồi trình: emrsec case present",
                StepTable.Of(StepKind.Present).Law.In(attempt.Regime));
        }
    }

    private static IEnumerable<Refusal> Paper(StepAttempt attempt)
    {
        var demanded = attempt.Rule.PaperAt(attempt.Level ?? attempt.Case.Level);
        if (demanded is { Demand: PaperDemand.Made } && attempt.Paper is null)
        {
            yield return new Refusal("VD020", $"chưa lập văn bản «{CaseWords.Paper(demanded.Kind)}»", $"lập văn bản: emrsec case paper {attempt.Case.Id} --kind {demanded.Kind} --out {demanded.Kind}.pdf", attempt.Rule.Law.In(attempt.Regime));
        }

        if (demanded is { MustBeSigned: true } && attempt.Paper is not { IsSigned: true })
        {
            yield return new Refusal(
                "VD019",
                $"bước «{attempt.Rule.Title}» cần văn bản «{CaseWords.Paper(demanded.Kind)}» đã ký số",
                $"lập văn bản: emrsec case paper {attempt.Case.Id} --kind {demanded.Kind} --out {demanded.Kind}.pdf; ký: emrsec sign; rồi gọi lại với --signed <tệp đã ký>",
                attempt.Rule.Law.In(attempt.Regime));
        }

        if (attempt.Paper is not { } paper)
        {
            yield break;
        }

        if (demanded is null || !string.Equals(paper.Kind, demanded.Kind, StringComparison.Ordinal))
        {
            yield return new Refusal("VD024", $"bước «{attempt.Rule.Title}» không dùng văn bản «{CaseWords.Paper(paper.Kind)}»", demanded is null ? "bỏ --signed" : $"dùng văn bản «{CaseWords.Paper(demanded.Kind)}» ({demanded.Kind})", attempt.Rule.Law.In(attempt.Regime));
        }

        if (paper.Revision != attempt.Case.Revision)
        {
            yield return new Refusal("VD020", $"văn bản lập từ bản {paper.Revision} của hồ sơ, hồ sơ nay là bản {attempt.Case.Revision}", "lập lại văn bản từ bản hiện nay (emrsec case paper) rồi ký lại");
        }

        if (!string.Equals(paper.Regime, attempt.Regime, StringComparison.Ordinal))
        {
            yield return new Refusal("VD020", $"văn bản lập theo luật «{paper.Regime}», bước này theo luật «{attempt.Regime}»", "lập lại văn bản theo đúng luật rồi ký lại; hồ sơ chuyển tiếp còn theo luật trước thì thêm --regime", attempt.Rule.Law.In(attempt.Regime));
        }

        // An opinion or a decision is of the day it bears; a letter may arrive later.
        var same = attempt.Rule.Kind is StepKind.AppraiseFit or StepKind.AppraiseUnfit or StepKind.Approve;
        if (paper.Day is { } day && (same ? day != attempt.Day : day > attempt.Day))
        {
            yield return new Refusal("VD023", $"văn bản ghi ngày {FactText.Date(day)}, bước này ghi ngày {FactText.Date(attempt.Day)}", same ? "bỏ --day để lấy ngày của văn bản, hoặc lập lại văn bản với đúng ngày" : "ngày của bước không được trước ngày của văn bản");
        }
    }
}
