using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;

namespace EmrSec.Assessor.Cases;

/// <summary>What the reviewer has to say on places of a dossier, and what the facility answers.</summary>
internal sealed class CommentRun(CaseDesk desk, Screen screen)
{
    private static readonly string[] Sections = ["facility", "milestones", "owner", "operator", "securityUnit", "systems", "documents", "papers", "answers"];

    public int Add(string written, string target, string text)
    {
        var @case = desk.Find(written);
        var actor = desk.Actor(ActorRole.Appraiser, ActorRole.Approver);
        var snapshot = desk.Load(@case, desk.Today);
        var place = Place(snapshot, target);
        PaperRun.Refuse([.. MayReview(actor, snapshot), .. NotBlank(text)]);
        var made = desk.Store.Write(actor, null, writer => writer.Comment(new ReviewComment(@case.Id, 0, @case.Revision, place, text.Trim(), actor.Account, desk.Now, null, null, null, false)));
        screen.Out.WriteLine($"Đã ghi ý kiến số {made.Number} về {new ChangeWords(desk.Packs).Place(Address(made.Target))}.");
        return ExitCodes.Done;
    }

    public int Reply(string written, int number, string text)
    {
        var @case = desk.Find(written);
        var comment = Comment(@case, number);
        var actor = desk.Actor(ActorRole.Facility);
        PaperRun.Refuse([.. OfFacility(actor, @case), .. Open(comment), .. NotBlank(text)]);
        desk.Store.Write(actor, null, writer => writer.Amend(comment with { Reply = text.Trim() }));
        screen.Out.WriteLine($"Đã trả lời ý kiến số {number}.");
        return ExitCodes.Done;
    }

    public int Settle(string written, int number)
    {
        var @case = desk.Find(written);
        var comment = Comment(@case, number);
        var actor = desk.Actor(ActorRole.Appraiser, ActorRole.Approver);
        PaperRun.Refuse([.. MayReview(actor, desk.Load(@case, desk.Today)), .. Open(comment)]);
        desk.Store.Write(actor, null, writer => writer.Amend(comment with { IsSettled = true }));
        screen.Out.WriteLine($"Đã khép ý kiến số {number}.");
        return ExitCodes.Done;
    }

    /// <summary>A place as changes and people name it: a requirement is an answer's.</summary>
    public static string Address(string target) => Sections.Any(section => target.Equals(section, StringComparison.Ordinal) || target.StartsWith(section + ".", StringComparison.Ordinal)) ? target : "answers." + target;

    private ReviewComment Comment(CaseFile @case, int number) =>
        desk.Store.Comments(@case.Id).FirstOrDefault(comment => comment.Number == number)
            ?? throw new RefusedException("VD050", $"hồ sơ {@case.Id} không có ý kiến số {number}", $"xem các ý kiến: emrsec case comment list {@case.Id}");

    /// <summary>The place, where there is one: a requirement that some law has, or a field of the dossier.</summary>
    private string Place(CaseSnapshot snapshot, string target)
    {
        var place = target.Trim().Normalize();
        var name = place.StartsWith("answers.", StringComparison.Ordinal) ? place["answers.".Length..] : place;
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var requirement = name[(slash + 1)..];
        var systems = snapshot.Dossier.AllSystems().Select(system => system.Id).ToList();
        if (desk.Packs.Requirements.Concat(desk.Packs.Checks).Any(catalogue => catalogue.Ids.Contains(requirement)))
        {
            return slash < 0 || systems.Contains(name[..slash], StringComparer.Ordinal) ? name : throw Unknown(target, NearestName.Help(name[..slash], systems) ?? $"các hệ thống: {string.Join(", ", systems)}");
        }

        var parts = place.Split('.');
        if (!Sections.Contains(parts[0], StringComparer.Ordinal) || parts[0] is "answers")
        {
            var ids = desk.Packs.Requirements.SelectMany(catalogue => catalogue.Ids).Concat(Sections).ToList();
            throw Unknown(target, NearestName.Help(requirement, ids) ?? "viết mã yêu cầu (tt12.m.1.1.1, emr/tt12.c.server.auth) hoặc một mục của hồ sơ (systems.emr.users)");
        }

        return parts[0] is "systems" && parts.Length > 1 && !systems.Contains(parts[1], StringComparer.Ordinal)
            ? throw Unknown(target, NearestName.Help(parts[1], systems) ?? $"các hệ thống: {string.Join(", ", systems)}")
            : place;
    }

    private static RefusedException Unknown(string target, string help) => new("VD051", $"hồ sơ không có chỗ «{target}» để nêu ý kiến", help);

    private static IEnumerable<Refusal> MayReview(Actor actor, CaseSnapshot snapshot)
    {
        var @case = snapshot.Case;
        if (actor.Role is not (ActorRole.Appraiser or ActorRole.Approver))
        {
            yield return new Refusal("VD002", $"nêu và khép ý kiến do người thẩm định, người phê duyệt làm; tài khoản «{actor.Account}» đang ở vai {CaseWords.Role(actor.Role)}", "cơ sở trả lời ý kiến: emrsec case comment reply");
        }
        else if (@case.Compilers.Contains(actor.Account, StringComparer.Ordinal))
        {
            yield return new Refusal("VD004", $"tài khoản «{actor.Account}» đã lập hồ sơ này nên không được thẩm định", "để người khác làm việc này");
        }
        else if (snapshot.Bodies is { } bodies && !CaseBodies.AreSame(actor.Role is ActorRole.Appraiser ? bodies.Appraiser : bodies.Approver, actor.Body))
        {
            yield return new Refusal("VD007", $"hồ sơ này do «{bodies.Appraiser}» thẩm định, «{bodies.Approver}» phê duyệt; tài khoản «{actor.Account}» {(actor.Body is { } own ? $"thuộc «{own}»" : "chưa khai cơ quan")}", "dùng tài khoản của cơ quan ấy");
        }

        if (@case.State is CaseState.Draft)
        {
            yield return new Refusal("VD001", $"hồ sơ {@case.Id} đang dự thảo, chưa gửi thẩm định", "chờ cơ sở gửi hồ sơ");
        }
    }

    private static IEnumerable<Refusal> OfFacility(Actor actor, CaseFile @case)
    {
        if (actor.Role is not ActorRole.Facility)
        {
            yield return new Refusal("VD002", $"trả lời ý kiến do cơ sở làm; tài khoản «{actor.Account}» đang ở vai {CaseWords.Role(actor.Role)}", "dùng tài khoản của cơ sở (--as)");
        }
        else if (!string.Equals(actor.Body, @case.Id.FacilityCode, StringComparison.Ordinal))
        {
            yield return new Refusal("VD003", $"tài khoản «{actor.Account}» không thuộc cơ sở «{@case.Id.FacilityCode}»", "dùng tài khoản của cơ sở ấy");
        }
    }

    private static IEnumerable<Refusal> Open(ReviewComment comment)
    {
        if (comment.IsSettled)
        {
            yield return new Refusal("VD052", $"ý kiến số {comment.Number} đã khép", "nêu ý kiến mới: emrsec case comment add");
        }
    }

    private static IEnumerable<Refusal> NotBlank(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return new Refusal("VD053", "lời bị để trống", "viết rõ ý kiến hoặc câu trả lời");
        }
    }
}
