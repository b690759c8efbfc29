using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EmrSec.Dossiers.Changes;
using EmrSec.Dossiers.Editing;
using EmrSec.Dossiers.Files;
using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;

namespace EmrSec.Assessor.Cases;

/// <summary>Opens cases, takes revisions, gives them out.</summary>
internal sealed partial class RevisionRun(CaseDesk desk, Screen screen)
{
    /// <summary>Opens a facility's next case from a dossier's file.</summary>
    public int Open(string path, string? note, DateOnly day)
    {
        if (desk.Read(path, screen) is not { Dossier: { } dossier } read)
        {
            return ExitCodes.WrongInput;
        }

        var (code, name) = Facility(dossier, path);
        var actor = desk.Actor(ActorRole.Facility);
        var last = desk.Store.FindLatest(code);
        PaperRun.Refuse([.. Openable(actor, code, last, day, desk.Today)]);
        var revision = desk.Revisions.First(read.ToCanonicalJson(), dossier, note);
        var next = new CaseId(code, (last?.Id.Number ?? 0) + 1);
        var opened = desk.Store.Write(actor, note, writer => writer.Find(next) is null
            ? writer.Open(code, name, Province(dossier), day, revision)
            : throw new RefusedException("VD034", $"cơ sở «{code}» vừa có hồ sơ {next} do người khác lập", $"xem hồ sơ ấy: emrsec case show {next}"));
        screen.Out.WriteLine(last is { State: CaseState.InForce or CaseState.Approved }
            ? $"Đã lập hồ sơ {opened.Id} để xác định lại cấp độ; hồ sơ {last.Id} còn hiệu lực đến khi hồ sơ này được phê duyệt ({StepTable.Of(StepKind.Supersede).Law.In(null)})."
            : $"Đã lập hồ sơ {opened.Id} ({name}), bản 1: {CaseWords.State(opened.State)}. Khi đủ thì lập công văn: emrsec case paper {opened.Id} --kind request-appraisal (cấp độ 1, 2: request-approval), ký, rồi emrsec case submit.");
        return ExitCodes.Done;
    }

    /// <summary>Adds a revision made from another one, unless somebody added one in between.</summary>
    public int Revise(string written, string path, int? from, string? note)
    {
        var @case = desk.Find(written);
        if (desk.Read(path, screen) is not { Dossier: { } dossier } read)
        {
            return ExitCodes.WrongInput;
        }

        var actor = desk.Actor(ActorRole.Facility);
        var content = read.ToCanonicalJson();
        var made = from ?? Stamp(path, @case.Id);
        PaperRun.Refuse([.. MayRevise(actor, @case, dossier)]);
        if (made is not { } number)
        {
            throw new RefusedException("VD039", $"chưa biết «{Path.GetFileName(path)}» sửa từ bản nào của hồ sơ {@case.Id} (nay là bản {@case.Revision})", $"thêm --from <số bản>; tệp xuất bằng emrsec case export thì tự ghi số bản");
        }

        if (number != @case.Revision)
        {
            TellBoth(@case, number, content);
            return ExitCodes.WrongInput;
        }

        PaperRun.Refuse([.. OutOfScope(@case, content)]);
        var revision = desk.Revisions.Of(content, dossier, @case, desk.Store.Steps(@case.Id), note);
        var revised = desk.Store.Write(actor, note, writer => writer.Revise(@case with { FacilityName = dossier.FacilityName ?? @case.FacilityName, Province = Province(dossier) }, revision));
        screen.Out.WriteLine(revised.Revision == @case.Revision
            ? $"Hồ sơ {@case.Id}: tệp không khác bản {@case.Revision}, không có gì để lưu."
            : $"Đã lưu bản {revised.Revision} của hồ sơ {@case.Id}. Xem đã sửa gì: emrsec case changes {@case.Id} --since {@case.Revision}");
        return ExitCodes.Done;
    }

    /// <summary>Writes a revision as a dossier's file that says which revision it is.</summary>
    public int Export(string written, string output, int? revision)
    {
        var @case = desk.Find(written);
        var number = revision ?? @case.Revision;
        var content = desk.Store.Content(@case.Id, number) ?? throw new RefusedException("VD030", $"hồ sơ {@case.Id} không có bản {number}", $"các bản: 1 đến {@case.Revision}");
        var source = new DossierReader(desk.Packs.Facts).ReadCanonical(content, @case.Id.ToString()).Source
            ?? throw new StoreException($"không đọc được bản {number} của hồ sơ {@case.Id}; kiểm tra kho: emrsec store check");
        var text = string.Create(CultureInfo.InvariantCulture, $"# emrsec: hồ sơ {@case.Id}, bản {number}\n") + DossierYaml.Write(source, desk.Packs.Facts);
        var diagnostics = new DiagnosticBag();
        AtomicFile.Write(output, stream => stream.Write(Encoding.UTF8.GetBytes(text)), diagnostics);
        screen.Report(diagnostics);
        if (diagnostics.HasErrors)
        {
            return ExitCodes.WrongInput;
        }

        screen.Out.WriteLine($"Đã ghi bản {number} của hồ sơ {@case.Id} vào {output}. Sửa xong: emrsec case revise {@case.Id} {output}");
        return ExitCodes.Done;
    }

    // A facility has one dossier under way at a time; the one in force is replaced by a new one, not revised (NĐ 85 Điều 18; NĐ 331 Điều 25).
    private static IEnumerable<Refusal> Openable(Actor actor, string code, CaseFile? last, DateOnly day, DateOnly today)
    {
        var rule = StepTable.Of(StepKind.Open);
        if (actor.Role is not ActorRole.Facility)
        {
            yield return new Refusal("VD002", $"lập hồ sơ do {CaseWords.Role(ActorRole.Facility)} làm; tài khoản «{actor.Account}» đang ở vai {CaseWords.Role(actor.Role)}", "dùng tài khoản của cơ sở (--as)", rule.Law.In(null));
        }
        else if (!string.Equals(actor.Body, code, StringComparison.Ordinal))
        {
            yield return new Refusal("VD003", $"tài khoản «{actor.Account}» {(actor.Body is null ? "chưa gắn với cơ sở nào" : $"thuộc cơ sở «{actor.Body}»")}, tệp hồ sơ ghi cơ sở «{code}»", "dùng tài khoản của cơ sở ấy, hoặc sửa facility.code");
        }

        if (last is not null && last.State is not (CaseState.InForce or CaseState.Approved or CaseState.Superseded or CaseState.Refused))
        {
            yield return new Refusal("VD034", $"cơ sở «{code}» còn hồ sơ {last.Id} đang làm dở ({CaseWords.State(last.State)})", $"sửa hồ sơ ấy: emrsec case revise {last.Id}");
        }

        if (day > today)
        {
            yield return new Refusal("VD010", $"ngày {CaseText.Day(day)} chưa đến (hôm nay {CaseText.Day(today)})", "sửa --day");
        }
    }

    private static IEnumerable<Refusal> MayRevise(Actor actor, CaseFile @case, Dossiers.Dossier dossier)
    {
        if (actor.Role is not ActorRole.Facility)
        {
            yield return new Refusal("VD002", $"sửa hồ sơ do {CaseWords.Role(ActorRole.Facility)} làm; tài khoản «{actor.Account}» đang ở vai {CaseWords.Role(actor.Role)}", "người thẩm định nêu ý kiến: emrsec case comment add");
        }
        else if (!string.Equals(actor.Body, @case.Id.FacilityCode, StringComparison.Ordinal))
        {
            yield return new Refusal("VD003", $"tài khoản «{actor.Account}» không thuộc cơ sở «{@case.Id.FacilityCode}»", "dùng tài khoản của cơ sở ấy");
        }

        if (dossier.FacilityCode is { } code && !string.Equals(code, @case.Id.FacilityCode, StringComparison.Ordinal))
        {
            yield return new Refusal("VD035", $"tệp hồ sơ ghi cơ sở «{code}», hồ sơ {@case.Id} là của cơ sở «{@case.Id.FacilityCode}»", "kiểm tra có đúng tệp không; sửa facility.code nếu ghi nhầm");
        }

        if (StepTable.Revisable(@case.State) is RevisionScope.Nothing)
        {
            yield return new Refusal("VD036", $"hồ sơ {@case.Id} đang ở bước «{CaseWords.State(@case.State)}» nên không sửa được", @case.State is CaseState.Superseded ? "hồ sơ này đã được thay; sửa hồ sơ mới nhất của cơ sở" : "chờ cơ quan thẩm định trả lại hoặc yêu cầu bổ sung");
        }
    }

    private IEnumerable<Refusal> OutOfScope(CaseFile @case, byte[] content)
    {
        var scope = StepTable.Revisable(@case.State);
        var (when, what, law) = scope is RevisionScope.Regulation
            ? ("sau ý kiến thẩm định", "chỉ bổ sung được Quy chế (documents.securityRegulation, milestones.regulationIssued) và tờ trình (papers.submission)", StepTable.Of(StepKind.AppraiseFit).Law)
            : ("sau khi phê duyệt", "chỉ cập nhật được việc thực hiện (answers, milestones, báo cáo); đổi điều quyết định cấp độ thì xác định lại cấp độ: emrsec case open", StepTable.Of(StepKind.Supersede).Law);
        return scope is RevisionScope.Everything
            ? []
            : RevisionChanges.Between(Content(@case.Id, @case.Revision), content)
                .Where(change => !StepTable.MayChange(scope, change.Address))
                .Select(change => new Refusal("VD037", $"{when} không sửa được «{change.Address}»", what, law.In(@case.Regime)));
    }

    /// <summary>Somebody else added a revision meanwhile: both sides learn what differs, and nothing is saved.</summary>
    private void TellBoth(CaseFile @case, int from, byte[] mine)
    {
        if (from < 1 || from > @case.Revision)
        {
            throw new RefusedException("VD030", $"hồ sơ {@case.Id} không có bản {from}", $"các bản: 1 đến {@case.Revision}");
        }

        var theirs = desk.Store.Revisions(@case.Id).Where(revision => revision.Number > from).ToList();
        var common = Content(@case.Id, from);
        var changedByThem = RevisionChanges.Between(common, Content(@case.Id, @case.Revision));
        var changedByMe = RevisionChanges.Between(common, mine);
        screen.Error.WriteLine(new Refusal(
            "VD038",
            $"tệp sửa từ bản {from} của hồ sơ {@case.Id}, trong khi {string.Join(", ", theirs.Select(revision => $"{revision.Author} đã lưu bản {revision.Number} lúc {CaseText.Moment(revision.At)}"))}; chưa lưu gì",
            $"xuất bản mới (emrsec case export {@case.Id} --out …), đưa phần của mình vào, rồi lưu với --from {@case.Revision}"));
        var words = new ChangeWords(desk.Packs);
        Tell("Người khác đã sửa:", changedByThem, changedByMe, words);
        Tell("Tệp này sửa:", changedByMe, changedByThem, words);
    }

    private void Tell(string head, IReadOnlyList<RevisionChange> changes, IReadOnlyList<RevisionChange> others, ChangeWords words)
    {
        screen.Error.WriteLine(head);
        foreach (var change in changes)
        {
            var clash = others.Any(other => string.Equals(other.Address, change.Address, StringComparison.Ordinal) && !string.Equals(other.Now, change.Now, StringComparison.Ordinal));
            screen.Error.WriteLine($"  {words.Line(change)}{(clash ? " [hai bên khác nhau]" : "")}");
        }
    }

    private byte[] Content(CaseId id, int revision) => desk.Store.Content(id, revision) ?? throw new StoreException($"kho không có bản {revision} của hồ sơ {id}; kiểm tra kho: emrsec store check");

    private static (string Code, string Name) Facility(Dossiers.Dossier dossier, string path) => (dossier.FacilityCode, dossier.FacilityName) switch
    {
        ({ Length: > 0 } code, { Length: > 0 } name) => (code, name),
        (null or "", _) => throw new RefusedException("VD033", $"«{Path.GetFileName(path)}» chưa khai mã cơ sở", "khai facility.code: số hồ sơ lấy theo mã này"),
        _ => throw new RefusedException("VD033", $"«{Path.GetFileName(path)}» chưa khai tên cơ sở", "khai facility.name"),
    };

    private string? Province(Dossiers.Dossier dossier) =>
        desk.Packs.Facts.Find("facility.province") is { } fact && dossier.Facility.TryGet(fact, out var declared) ? Rules.Facts.FactText.ToYaml(fact, declared.Value) : null;

    private static int? Stamp(string path, CaseId id)
    {
        var first = File.ReadLines(path).FirstOrDefault() ?? "";
        var stamp = FileStamp().Match(first.TrimStart('\uFEFF').Normalize());
        return stamp.Success && string.Equals(stamp.Groups["case"].Value, id.ToString(), StringComparison.Ordinal) && int.TryParse(stamp.Groups["revision"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null;
    }

    [GeneratedRegex(@"^# emrsec: hồ sơ (?<case>.+), bản (?<revision>[0-9]{1,9})\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileStamp();
}
