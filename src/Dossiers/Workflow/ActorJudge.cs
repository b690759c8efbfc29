using EmrSec.Dossiers.Store;

namespace EmrSec.Dossiers.Workflow;

/// <summary>Says whether somebody may take a step: by capacity, by what the account did before, by the body it acts for.</summary>
internal static class ActorJudge
{
    private static readonly StepLaw Apart = new("85/2016/NĐ-CP, Điều 12", "331/2026/NĐ-CP, Điều 18");

    public static IEnumerable<Refusal> Judge(StepAttempt attempt)
    {
        var (rule, actor) = (attempt.Rule, attempt.Actor);
        if (actor.Role != rule.Role)
        {
            return [new Refusal("VD002", $"bước «{rule.Title}» do {CaseWords.Role(rule.Role)} làm; tài khoản «{actor.Account}» đang ở vai {CaseWords.Role(actor.Role)}", $"dùng tài khoản có vai ấy (--as), hoặc quản trị thêm vai: emrsec store user add {actor.Account} --role {CaseWords.Word(rule.Role)}", rule.Law.In(attempt.Regime))];
        }

        return rule.Role switch
        {
            ActorRole.Facility => Facility(attempt.Actor, attempt.Case),
            ActorRole.Appraiser => [.. NeverCompiled(attempt), .. Appraiser(attempt)],
            _ => [.. NeverCompiled(attempt), .. Approver(attempt)],
        };
    }

    /// <summary>An account of a facility acts for that facility.</summary>
    public static IEnumerable<Refusal> Facility(Actor actor, CaseFile @case)
    {
        if (!string.Equals(actor.Body, @case.Id.FacilityCode, StringComparison.Ordinal))
        {
            yield return new Refusal("VD003", $"tài khoản «{actor.Account}» {(actor.Body is null ? "chưa gắn với cơ sở nào" : $"thuộc cơ sở «{actor.Body}»")}, hồ sơ {@case.Id} là của cơ sở «{@case.Id.FacilityCode}»", "dùng tài khoản của cơ sở ấy (mã cơ sở ghi ở --body của emrsec store user add)");
        }
    }

    private static IEnumerable<Refusal> NeverCompiled(StepAttempt attempt)
    {
        if (attempt.Case.Compilers.Contains(attempt.Actor.Account, StringComparer.Ordinal))
        {
            yield return new Refusal("VD004", $"tài khoản «{attempt.Actor.Account}» đã lập hồ sơ này nên không được {(attempt.Rule.Role is ActorRole.Appraiser ? "thẩm định" : "phê duyệt")}", "để người khác làm bước này", Apart.In(attempt.Regime));
        }
    }

    // 12/2022/TT-BTTTT, Điều 6; 331/2026/NĐ-CP, Điều 18, khoản 4.
    private static IEnumerable<Refusal> Appraiser(StepAttempt attempt)
    {
        if (attempt.Bodies is not { } bodies)
        {
            yield break;
        }

        if (bodies.Conflict is { } conflict && (bodies is { IsConflict: true, Appraiser: null } || CaseBodies.AreSame(bodies.Appraiser, bodies.Operator)))
        {
            yield return new Refusal("VD006", $"{conflict.Text.TrimEnd('.')}; ở đây đơn vị vận hành là «{bodies.Operator}»", $"{string.Join("; hoặc ", conflict.Ways)}; khai đơn vị hoặc hội đồng ấy ở papers.appraisal.issuer của hồ sơ", conflict.Citation.ToString());
            yield break;
        }

        // Receiving, sending back and asking for more are the appraising body's too.
        foreach (var refusal in OfBody(attempt, bodies.Appraiser, "thẩm định", "papers.appraisal.issuer hoặc securityUnit.name", bodies.AppraiserCitation))
        {
            yield return refusal;
        }
    }

    private static IEnumerable<Refusal> Approver(StepAttempt attempt)
    {
        if (attempt.Bodies is not { } bodies)
        {
            yield break;
        }

        if (!bodies.MayBeSame && attempt.Case.Appraisers.Contains(attempt.Actor.Account, StringComparer.Ordinal))
        {
            yield return new Refusal("VD005", $"tài khoản «{attempt.Actor.Account}» đã thẩm định hồ sơ này nên không được phê duyệt: ở cấp độ này luật giao hai cơ quan khác nhau", "để người có thẩm quyền phê duyệt làm bước này", Apart.In(attempt.Regime));
        }

        foreach (var refusal in OfBody(attempt, bodies.Approver, "phê duyệt", "owner.name hoặc papers.decision.issuer", bodies.ApproverCitation))
        {
            yield return refusal;
        }
    }

    private static IEnumerable<Refusal> OfBody(StepAttempt attempt, string? body, string what, string key, string citation)
    {
        if (body is null)
        {
            yield return new Refusal("VD007", $"hồ sơ chưa nêu cơ quan {what}", $"cơ sở khai {key} rồi lưu bản mới: emrsec case revise", citation);
        }
        else if (!CaseBodies.AreSame(body, attempt.Actor.Body))
        {
            yield return new Refusal("VD007", $"cơ quan {what} hồ sơ này là «{body}»; tài khoản «{attempt.Actor.Account}» {(attempt.Actor.Body is { } own ? $"thuộc «{own}»" : "chưa khai cơ quan")}", $"dùng tài khoản của cơ quan ấy; tên cơ quan của tài khoản ghi ở --body (emrsec store user add)", citation);
        }
    }
}
