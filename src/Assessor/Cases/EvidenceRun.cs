using EmrSec.Dossiers.Evidence;
using EmrSec.Dossiers.Files;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;

namespace EmrSec.Assessor.Cases;

/// <summary>A piece of evidence to take in.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">The name to keep it under; null = the file's.</param>
/// <param name="Requirements">The requirements it proves.</param>
/// <param name="Issued">The day it was issued; null where not declared.</param>
/// <param name="ValidUntil">The last day it holds; null = without end.</param>
internal sealed record EvidenceOrder(string Path, string? Name, IReadOnlyList<string> Requirements, DateOnly? Issued, DateOnly? ValidUntil);

/// <summary>Takes evidence in and gives it out.</summary>
internal sealed class EvidenceRun(CaseDesk desk, Screen screen)
{
    public int Add(string written, EvidenceOrder order)
    {
        var @case = desk.Find(written);
        var actor = desk.Actor(ActorRole.Facility);
        PaperRun.Refuse([.. MayAdd(actor, @case)]);
        var systems = desk.Load(@case, desk.Today).Dossier.AllSystems().Select(system => system.Id).ToList();
        using var content = Open(order.Path);
        var seen = EvidenceInspector.Inspect(order.Name ?? order.Path, content);
        PaperRun.Refuse([.. seen.Refusals, .. EvidenceDates.Check(order.Issued, order.ValidUntil, desk.Today), .. order.Requirements.SelectMany(name => Unknown(name, systems))]);
        var kept = desk.Store.Blobs.Put(content, seen.Type!.Limit);
        var before = desk.Store.Evidence(@case.Id);
        var entered = desk.Store.Write(actor, null, writer => writer.Enter(new EvidenceRecord(
            @case.Id, seen.Name, 0, kept.Sha256, kept.Size, seen.Type.MediaType, [.. order.Requirements.Select(name => name.Normalize()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], order.Issued, order.ValidUntil, actor.Account, desk.Now)));
        screen.Out.WriteLine(Told(entered, before, Path.GetFileName(order.Path)));
        if (order.ValidUntil < desk.Today)
        {
            screen.Error.WriteLine($"lưu ý: minh chứng «{entered.Name}» đã hết hạn từ ngày {CaseText.Day(order.ValidUntil.Value)}");
        }

        return ExitCodes.Done;
    }

    public int Get(string written, string name, int? number, string output)
    {
        var @case = desk.Find(written);
        var clean = name.Normalize();
        var all = desk.Store.Evidence(@case.Id).Where(record => string.Equals(record.Name, clean, StringComparison.Ordinal)).ToList();
        var record = (number is { } wanted ? all.Find(each => each.Number == wanted) : all.LastOrDefault())
            ?? throw new RefusedException("VD049", $"hồ sơ {@case.Id} không có minh chứng «{name}»{(number is null ? "" : $", bản {number}")}", $"xem các minh chứng: emrsec case evidence list {@case.Id}");
        using var content = desk.Store.Blobs.OpenVerified(record.Sha256) ?? throw new StoreException($"kho không còn tệp của minh chứng «{record.Name}»; kiểm tra kho: emrsec store check");
        var diagnostics = new DiagnosticBag();
        AtomicFile.Write(output, content.CopyTo, diagnostics);
        screen.Report(diagnostics);
        if (diagnostics.HasErrors)
        {
            return ExitCodes.WrongInput;
        }

        screen.Out.WriteLine($"Đã ghi {output}: minh chứng «{record.Name}», bản {record.Number}.");
        return ExitCodes.Done;
    }

    /// <summary>The newest revision of each piece.</summary>
    public static IEnumerable<EvidenceRecord> Newest(IEnumerable<EvidenceRecord> all) => all.GroupBy(record => record.Name, StringComparer.Ordinal).Select(group => group.MaxBy(record => record.Number)!);

    private static string Told(EvidenceRecord entered, IReadOnlyList<EvidenceRecord> before, string file)
    {
        var same = before.FirstOrDefault(record => string.Equals(record.Sha256, entered.Sha256, StringComparison.Ordinal) && !string.Equals(record.Name, entered.Name, StringComparison.Ordinal));
        var isOld = before.Any(record => string.Equals(record.Name, entered.Name, StringComparison.Ordinal) && record.Number == entered.Number);
        var renamed = string.Equals(entered.Name, file, StringComparison.Ordinal) ? "" : $" (từ tệp «{file}»)";
        return isOld ? $"Minh chứng «{entered.Name}», bản {entered.Number}, đã có đúng nội dung này; không lưu thêm."
            : same is null ? $"Đã lưu minh chứng «{entered.Name}»{renamed}, bản {entered.Number}."
            : $"Đã lưu minh chứng «{entered.Name}»{renamed}, bản {entered.Number}; nội dung trùng với «{same.Name}» nên kho chỉ giữ một tệp.";
    }

    private static IEnumerable<Refusal> MayAdd(Actor actor, CaseFile @case)
    {
        if (actor.Role is not ActorRole.Facility)
        {
            yield return new Refusal("VD002", $"nộp minh chứng do cơ sở làm; tài khoản «{actor.Account}» đang ở vai {CaseWords.Role(actor.Role)}", "dùng tài khoản của cơ sở (--as)");
        }
        else if (!string.Equals(actor.Body, @case.Id.FacilityCode, StringComparison.Ordinal))
        {
            yield return new Refusal("VD003", $"tài khoản «{actor.Account}» không thuộc cơ sở «{@case.Id.FacilityCode}»", "dùng tài khoản của cơ sở ấy");
        }

        // In force it goes on: what expires is renewed for the next re-assessment.
        if (StepTable.Revisable(@case.State) is RevisionScope.Nothing)
        {
            yield return new Refusal("VD036", $"hồ sơ {@case.Id} đang ở bước «{CaseWords.State(@case.State)}» nên chưa nộp thêm minh chứng được", "chờ cơ quan thẩm định trả lại hoặc yêu cầu bổ sung");
        }
    }

    private IEnumerable<Refusal> Unknown(string name, List<string> systems)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var requirement = name[(slash + 1)..];
        if (!desk.Packs.Requirements.Concat(desk.Packs.Checks).Any(catalogue => catalogue.Ids.Contains(requirement)))
        {
            yield return new Refusal("VD046", $"không có yêu cầu «{requirement}»", NearestName.Help(requirement, desk.Packs.Requirements.SelectMany(catalogue => catalogue.Ids)) ?? "xem các mã: emrsec rules list");
        }
        else if (slash > 0 && !systems.Contains(name[..slash], StringComparer.Ordinal))
        {
            yield return new Refusal("VD046", $"hồ sơ không có hệ thống «{name[..slash]}»", NearestName.Help(name[..slash], systems) ?? $"các hệ thống: {string.Join(", ", systems)}");
        }
    }

    private static FileStream Open(string path)
    {
        try
        {
            return Directory.Exists(path) ? throw new IOException() : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException("VD047", $"không đọc được tệp «{path}»", "kiểm tra tên tệp và quyền đọc");
        }
    }
}
