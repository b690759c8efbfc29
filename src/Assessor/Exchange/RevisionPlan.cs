using System.Globalization;
using System.Security.Cryptography;
using EmrSec.Assessor.Cases;
using EmrSec.Dossiers.Changes;
using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Trees;
using EmrSec.Dossiers.Workbooks;
using EmrSec.Dossiers.Workflow;
using EmrSec.Reports.Exchange;
using EmrSec.Rules.Facts;

namespace EmrSec.Assessor.Exchange;

/// <summary>Which revisions an import writes: none, the one that came, or that one and the one joined from both sides.</summary>
internal sealed class RevisionPlan
{
    private readonly List<(byte[] Content, string Note)> _revisions = [];

    private RevisionPlan()
    {
    }

    /// <summary>What changes in the dossier here.</summary>
    public IReadOnlyList<DossierChange> Changes { get; private set; } = [];

    /// <summary>Both sides had changed it.</summary>
    public bool IsJoined { get; private set; }

    /// <summary>The content that the case has when it is done; null where it stays as it is.</summary>
    public byte[]? Last => _revisions.Count > 0 ? _revisions[^1].Content : null;

    /// <summary>The plan.</summary>
    /// <exception cref="RefusedException">Both sides changed the same, or the case may not be revised.</exception>
    public static RevisionPlan Of(CaseFile? there, byte[] content, ExchangeManifest manifest, CaseDesk desk)
    {
        var plan = new RevisionPlan();
        var note = $"nhập từ gói trao đổi{(manifest.Revision is { } number ? $", bản {number.ToString(CultureInfo.InvariantCulture)} của nơi gửi" : "")}";
        if (there is null)
        {
            plan._revisions.Add((content, note));
            return plan;
        }

        var ours = desk.Store.Revisions(there.Id);
        if (ours.Any(revision => string.Equals(revision.Sha256, Hash(content), StringComparison.Ordinal)))
        {
            return plan;
        }

        plan.Join(there, content, manifest, ours, note, desk);
        return plan;
    }

    /// <summary>Writes the revisions.</summary>
    public CaseFile Write(IStoreWriter writer, CaseFile? there, DossierReadResult read, DateOnly day)
    {
        var dossier = read.Dossier!;
        var name = dossier.FacilityName ?? dossier.FacilityCode!;
        var province = dossier.Facility.Declared.Where(pair => pair.Key.Id is "facility.province").Select(pair => FactText.ToYaml(pair.Key, pair.Value.Value)).FirstOrDefault();
        var current = there;
        foreach (var (content, note) in _revisions)
        {
            var revision = new NewRevision(content, ReadOnlyMemory<byte>.Empty, "", note);
            current = current is null ? writer.Open(dossier.FacilityCode!, name, province, day, revision) : writer.Revise(current with { FacilityName = name, Province = province }, revision);
        }

        return current!;
    }

    private void Join(CaseFile there, byte[] content, ExchangeManifest manifest, IReadOnlyList<RevisionHeader> ours, string note, CaseDesk desk)
    {
        var lineage = manifest.Lineage.ToHashSet(StringComparer.Ordinal);
        var common = ours.LastOrDefault(revision => lineage.Contains(revision.Sha256));
        var current = desk.Store.Content(there.Id, there.Revision) ?? throw new StoreException($"kho không có bản {there.Revision.ToString(CultureInfo.InvariantCulture)} của hồ sơ {there.Id}; kiểm tra kho: emrsec store check");
        Check(there, current, content);
        var joined = DossierMerge.Join(common is null ? null : desk.Store.Content(there.Id, common.Number), current, content, desk.Packs.Facts);
        if (joined.Conflicts.Count > 0)
        {
            throw new RefusedException([.. joined.Conflicts.Select(conflict => new Refusal("TD018", $"«{conflict.Where}»: hai bên cùng sửa, từ «{conflict.Origin ?? "chưa khai"}»; ở đây: «{conflict.Ours ?? "không khai"}», trong gói: «{conflict.Theirs ?? "không khai"}»", "thống nhất một giá trị rồi nhập lại; chưa có gì được ghi"))]);
        }

        if (joined.Content is not { } result)
        {
            throw new RefusedException("TD018", $"hai bản ghép lại không thành hồ sơ đúng: {(joined.Diagnostics.Items is [var first, ..] ? first.Message : "")}", "sửa một bên rồi nhập lại; chưa có gì được ghi");
        }

        (Changes, IsJoined) = (joined.Changes, !result.AsSpan().SequenceEqual(content));
        _revisions.Add((content, note));
        if (IsJoined)
        {
            _revisions.Add((result, $"ghép bản {there.Revision.ToString(CultureInfo.InvariantCulture)} với bản nhận từ gói trao đổi"));
        }
    }

    // As the facility itself may revise where the case stands (StepTable.Revisable): everything, only what comes after the opinion, or nothing.
    private static void Check(CaseFile there, byte[] current, byte[] content)
    {
        var scope = StepTable.Revisable(there.State);
        if (!RevisionChanges.Between(current, content).All(change => StepTable.MayChange(scope, change.Address)))
        {
            throw new RefusedException("TD020", $"hồ sơ {there.Id} ở đây đang ở bước «{CaseWords.State(there.State)}» nên không nhận bản hồ sơ sửa những điều này", "xử lý xong bước này, hoặc xuất gói mới cho nơi gửi trước; chưa có gì được ghi");
        }
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
