using System.Text;
using EmrSec.Assessor.Cases;
using EmrSec.Dossiers.Editing;
using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;
using EmrSec.Reports.Exchange;

namespace EmrSec.Assessor.Exchange;

/// <summary>What goes into the package of a case: its current revision, evidence, papers, steps and comments.</summary>
internal sealed class CaseExport(ExportOrder order, CaseDesk desk, CaseFile @case, Actor actor) : IExport
{
    private readonly IReadOnlyList<CaseStep> _steps = desk.Store.Steps(@case.Id);
    private readonly List<string> _absent = [];

    public string? WhyNot => null;

    /// <summary>What is sent as things stand: the facility sends and supplements, the others return and decide.</summary>
    private string Kind => order.Kind ?? (actor.Role is ActorRole.Facility, @case.State) switch
    {
        (true, CaseState.Draft) => "submission",
        (true, CaseState.Submitted) when _steps.Count(step => step.To is CaseState.Submitted) <= 1 => "submission",
        (true, _) => "supplement",
        (false, CaseState.Returned or CaseState.SupplementRequested or CaseState.AppraisedUnfit) => "return",
        _ => "decision",
    };

    public void Fill(ExchangeWriter writer)
    {
        var files = new PackedFiles(writer);
        var content = desk.Store.Content(@case.Id, @case.Revision) ?? throw new StoreException($"kho không có bản {@case.Revision} của hồ sơ {@case.Id}; kiểm tra kho: emrsec store check");
        var source = new DossierReader(desk.Packs.Facts).ReadCanonical(content, @case.Id.ToString()).Source ?? throw new StoreException($"không đọc được bản {@case.Revision} của hồ sơ {@case.Id}; kiểm tra kho: emrsec store check");
        Put(writer, ExchangeManifest.DossierName, "dossier", "application/yaml", Encoding.UTF8.GetBytes($"# emrsec: hồ sơ {@case.Id}, bản {@case.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture)}\n" + DossierYaml.Write(source, desk.Packs.Facts)));
        Put(writer, ExchangeManifest.ContentName, "content", "application/json", content);
        foreach (var evidence in EvidenceRun.Newest(desk.Store.Evidence(@case.Id)))
        {
            Put(files, PackedFiles.Evidence, evidence.Name, evidence.Sha256, new ExchangeFile("", "evidence", evidence.MediaType, 0, "") { Requirements = evidence.Requirements, Issued = evidence.Issued, ValidUntil = evidence.ValidUntil });
        }

        foreach (var paper in desk.Store.Papers(@case.Id))
        {
            Put(files, PackedFiles.Papers, paper.Name, paper.Sha256, new ExchangeFile("", "paper", PackedFiles.MediaType(paper.Name), 0, "") { Kind = paper.Kind, Revision = paper.Revision, Signers = paper.Signers });
        }
    }

    public ExchangeManifest Describe(IReadOnlyList<ExchangeFile> files) => new()
    {
        Kind = Kind,
        Case = @case.Id.ToString(),
        FacilityCode = @case.Id.FacilityCode,
        FacilityName = @case.FacilityName,
        Revision = @case.Revision,
        Lineage = [.. desk.Store.Revisions(@case.Id).Where(revision => revision.Number <= @case.Revision).Select(revision => revision.Sha256)],
        Level = @case.Level,
        Regime = @case.Regime,
        Created = desk.Now,
        Files = files,
        Absent = _absent,
        Steps = [.. _steps.Select(step => new ExchangeStep(step.From is { } from ? CaseWords.Word(from) : null, CaseWords.Word(step.To), step.Day, step.At, step.Account, CaseWords.Word(step.Role), step.Reason, step.Paper))],
        Comments = [.. desk.Store.Comments(@case.Id).Select(comment => new ExchangeComment(comment.Target, comment.Text, comment.Account, comment.Reply, comment.IsSettled))],
    };

    private static void Put(ExchangeWriter writer, string name, string role, string type, byte[] bytes)
    {
        using var content = new MemoryStream(bytes, writable: false);
        writer.Add(new ExchangeFile(name, role, type, 0, ""), content);
    }

    private void Put(PackedFiles files, string folder, string name, string sha256, ExchangeFile file)
    {
        using var content = desk.Store.Blobs.OpenVerified(sha256);
        if (content is null)
        {
            _absent.Add(name);
            return;
        }

        files.Add(folder, name, file, content);
    }
}
