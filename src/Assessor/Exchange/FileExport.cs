using System.Text;
using EmrSec.Dossiers;
using EmrSec.Dossiers.Intake;
using EmrSec.Reports.Exchange;
using EmrSec.Reports.Packing;

namespace EmrSec.Assessor.Exchange;

/// <summary>What goes into the package of a dossier that is only a file: itself, the files it names, papers given along.</summary>
internal sealed class FileExport(ExportOrder order, string text, DossierReadResult read, DateTimeOffset now, DiagnosticBag diagnostics) : IExport
{
    private readonly Dossier _dossier = read.Dossier!;
    private List<string> _absent = [];

    public string? WhyNot => _dossier.FacilityCode is null ? "hồ sơ chưa khai mã cơ sở (facility.code)" : null;

    public void Fill(ExchangeWriter writer)
    {
        var files = new PackedFiles(writer);
        using (var yaml = new MemoryStream(Encoding.UTF8.GetBytes(text)))
        {
            writer.Add(new ExchangeFile(ExchangeManifest.DossierName, "dossier", "application/yaml", 0, ""), yaml);
        }

        using (var json = new MemoryStream(read.ToCanonicalJson()))
        {
            writer.Add(new ExchangeFile(ExchangeManifest.ContentName, "content", "application/json", 0, ""), json);
        }

        // Evidence is looked for where the call says, else in the dossier's own folder.
        var place = order.Evidence is { } folder ? _dossier with { File = Path.Combine(folder, Path.GetFileName(order.Source)) } : _dossier;
        var named = EvidenceFile.Of(place, diagnostics);
        _absent = [.. named.Where(file => file.Path is null).Select(file => file.Name)];
        foreach (var file in named.Where(file => file.Path is not null))
        {
            using var content = new FileStream(file.Path!, FileMode.Open, FileAccess.Read, FileShare.Read);
            var answers = _dossier.Answers.Where(answer => answer.Evidence.Any(name => string.Equals(name.Replace('\\', '/').Normalize(), file.Name, StringComparison.OrdinalIgnoreCase))).ToList();
            files.Add(file.Kind is "document" ? PackedFiles.Documents : PackedFiles.Evidence, file.Name, new ExchangeFile("", file.Kind, PackedFiles.MediaType(file.Name), 0, "")
            {
                Requirements = [.. answers.Select(Dossiers.Checks.AnswerChecks.Key)],
                ValidUntil = answers.Select(answer => answer.ValidUntil).Min(),
            }, content);
        }

        foreach (var paper in order.Papers)
        {
            using var content = new FileStream(paper, FileMode.Open, FileAccess.Read, FileShare.Read);
            files.Add(PackedFiles.Papers, Path.GetFileName(paper), new ExchangeFile("", "paper", PackedFiles.MediaType(paper), 0, "") { Kind = Path.GetFileNameWithoutExtension(paper) }, content);
        }
    }

    public ExchangeManifest Describe(IReadOnlyList<ExchangeFile> files) => new()
    {
        Kind = order.Kind ?? "submission",
        FacilityCode = _dossier.FacilityCode!,
        FacilityName = _dossier.FacilityName,
        Created = now,
        Files = files,
        Absent = _absent,
    };
}
