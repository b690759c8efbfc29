using System.Globalization;
using EmrSec.Dossiers.Files;
using EmrSec.Reports.Packing;
using EmrSec.Reports.Papers;

namespace EmrSec.Assessor.Reports;

/// <summary>Writes the pack of a dossier: its papers, documents, evidence and the manifest.</summary>
/// <param name="call">What was asked for.</param>
/// <param name="request">What the papers are made of.</param>
/// <param name="screen">Where messages go.</param>
internal sealed class PackRun(ReportCall call, PaperRequest request, Screen screen)
{
    /// <summary>Writes the pack; a paper that cannot be made stops it, a file that is not there is told and listed in the manifest.</summary>
    /// <param name="papers">The papers.</param>
    /// <returns>The exit code.</returns>
    public int Write(IEnumerable<MadePaper> papers)
    {
        var diagnostics = new DiagnosticBag();
        var written = new List<(string Name, PaperKind Kind, WrittenPaper Paper)>();
        var stopped = false;
        foreach (var made in papers.Where(made => made.WhyNot is null))
        {
            if (!PaperMessages.Report(made, call.IsDraft, screen) || call.Format.Write(made.Document!, diagnostics) is not { } paper)
            {
                stopped = true;
                continue;
            }

            written.Add((ReportRun.FileName(written.Count + 1, made.Kind) + call.Format.Extension, made.Kind, paper));
        }

        var evidence = EvidenceFile.Of(request.Dossier, diagnostics);
        if (stopped || diagnostics.HasErrors)
        {
            screen.Report(diagnostics);
            screen.Error.WriteLine("lỗi: chưa lập được gói vì còn văn bản chưa lập được (nêu trên)");
            return ExitCodes.WrongInput;
        }

        PackManifest? manifest = null;
        AtomicFile.Write(call.Output, stream => manifest = Fill(stream, written, evidence), diagnostics);
        screen.Report(diagnostics);
        if (manifest is null || diagnostics.HasErrors)
        {
            return ExitCodes.WrongInput;
        }

        var absent = manifest.Absent.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; thiếu {manifest.Absent.Count} tệp mà hồ sơ nêu (ghi ở mục absent của manifest.json)");
        screen.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Đã lập {call.Output}: {written.Count} văn bản, {manifest.Files.Count - written.Count} tài liệu và minh chứng{absent}"));
        return manifest.Absent.Count == 0 ? ExitCodes.Done : ExitCodes.DoesNotHold;
    }

    private PackManifest Fill(Stream output, List<(string Name, PaperKind Kind, WrittenPaper Paper)> papers, IReadOnlyList<EvidenceFile> evidence)
    {
        using var pack = new PackWriter(output);
        foreach (var (name, kind, paper) in papers)
        {
            using var content = new MemoryStream(paper.Bytes.ToArray(), writable: false);
            pack.Add(name, kind.Id, kind.Title, content);
        }

        using var progress = ProgressLine.On(screen, "Đang gói tệp", evidence.Count);
        foreach (var file in evidence)
        {
            if (file.Path is { } path)
            {
                using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
                pack.Add((file.Kind is "document" ? "tai-lieu/" : "minh-chung/") + file.Name, file.Kind, file.Kind is "document" ? "Tài liệu của hồ sơ" : "Minh chứng", content);
            }

            progress.Step();
        }

        return pack.Finish(entries => new PackManifest
        {
            FacilityCode = request.Dossier.FacilityCode,
            FacilityName = request.Dossier.FacilityName,
            AsOf = request.Assessment.AsOf,
            Created = request.Created,
            Regime = request.Assessment.Regime.Header.Id,
            IsDraft = request.IsDraft,
            Files = entries,
            Absent = [.. evidence.Where(file => file.Path is null).Select(file => file.Name)],
        });
    }
}
