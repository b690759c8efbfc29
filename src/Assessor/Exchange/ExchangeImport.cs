using System.Globalization;
using System.Security.Cryptography;
using EmrSec.Assessor.Cases;
using EmrSec.Dossiers.Evidence;
using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workbooks;
using EmrSec.Dossiers.Workflow;
using EmrSec.Reports.Exchange;
using EmrSec.Reports.Signing.Trust;
using EmrSec.Rules.Assessments;

namespace EmrSec.Assessor.Exchange;

/// <summary>What an import did.</summary>
/// <param name="Case">The case as it is now.</param>
/// <param name="IsNew">Whether it was opened.</param>
/// <param name="Changes">What changed in its dossier.</param>
/// <param name="Joined">Both sides had changed it.</param>
/// <param name="Steps">The steps that were taken.</param>
/// <param name="Papers">How many papers were filed.</param>
/// <param name="Evidence">How many pieces of evidence were entered.</param>
/// <param name="Comments">How many comments were entered or answered.</param>
internal sealed record ImportOutcome(CaseFile Case, bool IsNew, IReadOnlyList<DossierChange> Changes, bool Joined, IReadOnlyList<StepRule> Steps, int Papers, int Evidence, int Comments);

/// <summary>Takes a package that was checked into the store, in one transaction: a revision, papers, evidence, steps, comments.</summary>
internal sealed class ExchangeImport(CaseDesk desk, ExchangePackage package, string? signer, TrustStore trust)
{
    private readonly ExchangeManifest _manifest = package.Manifest!;

    /// <summary>Imports.</summary>
    /// <exception cref="RefusedException">It may not be taken in; nothing was written.</exception>
    public ImportOutcome Run()
    {
        var (read, content) = ExchangeDossier.Read(package, desk.Packs);
        var actor = Importer();
        var there = Find();
        var plan = RevisionPlan.Of(there, content, _manifest, desk);
        var known = there is null ? [] : desk.Store.Steps(there.Id);
        var steps = signer is null ? [] : new StepPlan(_manifest, known, actor, desk.Today).New();
        var papers = new PaperIntake(desk, package, trust).Take(there is null ? [] : desk.Store.Papers(there.Id), isTrusted: signer is not null);
        CheckPapers(steps, [.. there is null ? [] : desk.Store.Papers(there.Id), .. papers]);
        var evidence = Evidence().ToList();
        var level = Level(read, steps);
        var standing = plan.Last ?? (there is null ? content : desk.Store.Content(there.Id, there.Revision)!);
        var comments = 0;
        var entered = 0;
        var @case = desk.Store.Write(actor, Reason(steps), writer =>
        {
            var current = plan.Write(writer, there, read, _manifest.Steps is [{ } first, ..] && first.Day <= desk.Today ? first.Day : desk.Today);
            foreach (var paper in papers)
            {
                writer.File(paper with { Case = current.Id, Revision = paper.Revision == _manifest.Revision ? current.Revision : Math.Min(paper.Revision, current.Revision) });
            }

            var taken = new List<CaseStep>(known);
            foreach (var step in steps)
            {
                taken.Add(new CaseStep(current.Id, taken.Count + 1, current.State, step.Rule.To, step.Day, writer.Now, actor.Account, actor.Role, current.Revision, step.Reason, step.Paper));
                var isSubmission = step.Rule.Kind is StepKind.Submit;
                current = writer.Step(isSubmission ? current with { Level = level, Regime = _manifest.Regime } : current, step.Rule.To, step.Rule.Action, step.Day, step.Paper);
            }

            // The content is there already: what is new is how it stands after these steps, for the next re-assessment.
            current = writer.Revise(current, AsItStands(standing, current, taken));
            entered = evidence.Count(record => writer.Enter(record with { Case = current.Id }) is { } made && made.At == writer.Now);
            comments = Comments(writer, current);
            writer.Note("exchange.import", current.Id.ToString(), $$"""{"manifest":"{{Convert.ToHexStringLower(SHA256.HashData(package.ManifestBytes.Span))}}","revision":{{current.Revision.ToString(CultureInfo.InvariantCulture)}}}""");
            return current;
        });
        return new ImportOutcome(@case, there is null, plan.Changes, plan.IsJoined, [.. steps.Select(step => step.Rule)], papers.Count, entered, comments);
    }

    private NewRevision AsItStands(byte[] content, CaseFile @case, IReadOnlyList<CaseStep> steps)
    {
        var read = new DossierReader(desk.Packs.Facts).ReadCanonical(content, @case.Id.ToString());
        return desk.Revisions.Of(content, read.Dossier ?? throw new StoreException($"không đọc được nội dung hồ sơ {@case.Id}; kiểm tra kho: emrsec store check"), @case, steps, note: null);
    }

    private Actor Importer()
    {
        var actor = desk.Actor(ActorRole.Facility, ActorRole.Administrator, ActorRole.Appraiser, ActorRole.Approver);
        var isFacility = actor.Role is ActorRole.Facility;
        if (actor.Role is ActorRole.Auditor)
        {
            throw new RefusedException("VD002", "vai kiểm tra, giám sát chỉ đọc, không nhập gói", "dùng tài khoản khác (--as)");
        }

        if (isFacility && !string.Equals(actor.Body, _manifest.FacilityCode, StringComparison.Ordinal))
        {
            throw new RefusedException("VD003", $"gói là của cơ sở «{_manifest.FacilityCode}», tài khoản «{actor.Account}» không thuộc cơ sở ấy", "dùng tài khoản của cơ sở ấy (--as)");
        }

        var isAnswer = _manifest.Kind is "decision" or "return";
        return isFacility == isAnswer ? actor : throw new RefusedException(
            "TD015",
            isFacility ? $"gói này là {ExchangeWords.Kind(_manifest.Kind)}: để cơ quan thẩm định, phê duyệt nhập" : $"gói này là {ExchangeWords.Kind(_manifest.Kind)}: để cơ sở «{_manifest.FacilityCode}» nhập",
            "kiểm tra có đúng gói, đúng tài khoản (--as, --role) không");
    }

    // Numbers are the same on both sides: whoever got the first package opened the case under its number.
    private CaseFile? Find()
    {
        var newest = desk.Store.FindLatest(_manifest.FacilityCode);
        if (_manifest.Case is not { } written)
        {
            // A dossier that is only a file goes on with the case under way, or opens the next one where none is.
            return newest is null or { State: CaseState.InForce or CaseState.Approved or CaseState.Superseded } ? null : newest;
        }

        if (!CaseId.TryParse(written, out var id) || !string.Equals(id.FacilityCode, _manifest.FacilityCode, StringComparison.Ordinal))
        {
            throw new RefusedException("TD013", $"số hồ sơ «{written}» trong gói không phải của cơ sở «{_manifest.FacilityCode}»", "lấy lại gói từ nơi gửi");
        }

        var next = (newest?.Id.Number ?? 0) + 1;
        return desk.Store.Find(id) ?? (id.Number == next ? null
            : throw new RefusedException("TD013", $"kho chưa có hồ sơ {id}; hồ sơ kế tiếp của cơ sở là số {next.ToString(CultureInfo.InvariantCulture)}", "nhập các gói trước của cơ sở này theo thứ tự"));
    }

    // A step that the law takes by a signed paper is taken from a package only with that paper, its signature verified here.
    private void CheckPapers(IReadOnlyList<NewStep> steps, IReadOnlyList<FiledPaper> papers)
    {
        foreach (var step in steps)
        {
            var paper = papers.LastOrDefault(paper => string.Equals(paper.Sha256, step.Paper, StringComparison.Ordinal));
            if ((step.Paper is not null && paper is null) || (step.Rule.PaperAt(_manifest.Level) is { Demand: PaperDemand.Signed } && paper is not { Signers.Count: > 0 }))
            {
                throw new RefusedException("TD017", $"bước «{step.Rule.Title}» phải có văn bản đã ký số, trong gói không có văn bản ấy", "báo nơi gửi xuất lại gói");
            }
        }
    }

    // Each file goes to disk once, to be looked at and kept; never as a whole into memory.
    private IEnumerable<EvidenceRecord> Evidence()
    {
        foreach (var file in _manifest.Files.Where(file => file.Role is "evidence" or "document"))
        {
            using var content = PaperIntake.Copy(package, file);
            var seen = EvidenceInspector.Inspect(file.Title ?? file.Name, content);
            PaperRun.Refuse(seen.Refusals);
            content.Position = 0;
            var kept = desk.Store.Blobs.Put(content, seen.Type!.Limit);
            yield return new EvidenceRecord(default, seen.Name, 0, kept.Sha256, kept.Size, seen.Type.MediaType, [.. file.Requirements.Select(name => name.Normalize()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], file.Issued, file.ValidUntil, desk.Account, desk.Now);
        }
    }

    // What this side finds, by the law the sender goes by: the sender's word alone is not taken for a level.
    private int? Level(DossierReadResult read, IReadOnlyList<NewStep> steps)
    {
        if (steps.LastOrDefault(step => step.Rule.Kind is StepKind.Submit) is not { } submitted)
        {
            return null;
        }

        var facility = read.Dossier!.ToProfile();
        var options = new AssessmentOptions(submitted.Day, _manifest.Regime);
        var level = RegimeChoice.Of(desk.Packs, facility, options).Regime is null
            ? throw new RefusedException("TD013", $"không có luật «{_manifest.Regime}» mà gói nêu", "dùng bản EmrSec mới hơn")
            : FacilityAssessor.Assess(desk.Packs, facility, options).FacilityLevel;
        return level == _manifest.Level ? level : throw new RefusedException("TD019", $"gói ghi cấp độ {Say(_manifest.Level)}, xác định lại từ chính hồ sơ trong gói là {Say(level)}", "hai bên dùng cùng bản luật (emrsec rules list), lập lại gói");
    }

    private int Comments(IStoreWriter writer, CaseFile current)
    {
        var known = desk.Store.Comments(current.Id);
        var count = 0;
        foreach (var comment in _manifest.Comments)
        {
            var there = known.FirstOrDefault(each => string.Equals(each.Target, comment.Target, StringComparison.Ordinal) && string.Equals(each.Text, comment.Text, StringComparison.Ordinal));
            var made = there ?? writer.Comment(new ReviewComment(current.Id, 0, current.Revision, comment.Target, comment.Text, desk.Account, desk.Now, null, null, null, false));
            var wanted = made with { Reply = made.Reply ?? comment.Reply, IsSettled = made.IsSettled || comment.IsSettled };
            if (wanted != made)
            {
                writer.Amend(wanted);
            }

            count += there is null || wanted != made ? 1 : 0;
        }

        return count;
    }

    private string Reason(IReadOnlyList<NewStep> steps)
    {
        var said = steps.Select(step => step.Reason).OfType<string>().Distinct(StringComparer.Ordinal);
        return string.Join("; ", said.Append($"nhập từ gói trao đổi {(signer is null ? "không ký" : $"do {signer} ký")}"));
    }

    private static string Say(int? level) => level?.ToString(CultureInfo.InvariantCulture) ?? "chưa xác định";
}
