using System.Globalization;
using EmrSec.Assessor.Commands;
using EmrSec.Reports.Papers;
using EmrSec.Reports.Papers.Portfolio;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Reports;

/// <summary>The deadlines of every dossier of a folder, in one paper.</summary>
/// <param name="call">What was asked for.</param>
/// <param name="packs">The laws.</param>
/// <param name="screen">Where messages go.</param>
internal sealed class PortfolioRun(ReportCall call, RulePackSet packs, Screen screen)
{
    private const string Kind = "deadlines";
    private readonly PaperMessages _messages = new(screen, call.Dossier, call.IsDraft);

    /// <summary>Makes and writes the paper; a dossier that cannot be read is told and named in it.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        if (call.Kind is not Kind)
        {
            screen.Error.WriteLine($"lỗi: «{call.Dossier}» là thư mục; với nhiều hồ sơ chỉ có --kind {Kind}");
            return ExitCodes.WrongInput;
        }

        if (Files() is not { } files || !CommonOptions.KnowsRegime(packs, call.Assessment.RegimeId, screen))
        {
            return ExitCodes.WrongInput;
        }

        var failed = 0;
        MadePaper made;
        using (var progress = ProgressLine.On(screen, "Đang đánh giá", files.Count))
        {
            made = new PortfolioMaker(call.Templates).Make(
                new PortfolioRequest(call.Assessment.AsOf) { Created = call.Created, Place = call.Place, IsDraft = call.IsDraft },
                files.Select(file =>
                {
                    var entry = Entry(file);
                    failed += entry.Problem is null ? 0 : 1;
                    progress.Step();
                    return entry;
                }));
        }

        if (!_messages.Report(made) || PaperOutput.Write(made.Document!, PaperFormat.Of(call.Output)!, call.Output, screen) is null)
        {
            return ExitCodes.WrongInput;
        }

        var without = failed == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {failed} hồ sơ không đọc được (nêu trong văn bản)");
        screen.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Đã lập {call.Output}: {files.Count - failed} cơ sở{without}"));
        return failed == 0 ? ExitCodes.Done : ExitCodes.DoesNotHold;
    }

    private List<string>? Files()
    {
        try
        {
            var files = Directory.EnumerateFiles(call.Dossier, "*.yaml").Concat(Directory.EnumerateFiles(call.Dossier, "*.yml")).Order(StringComparer.Ordinal).ToList();
            if (files.Count > 0)
            {
                return files;
            }

            screen.Error.WriteLine($"lỗi: thư mục «{call.Dossier}» không có hồ sơ (.yaml) nào");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            screen.Error.WriteLine($"lỗi: không đọc được thư mục «{call.Dossier}»; kiểm tra quyền đọc");
        }

        return null;
    }

    private PortfolioEntry Entry(string file)
    {
        var read = CommonOptions.ReadDossier(file, packs);
        if (read.Dossier is { } dossier && !read.Diagnostics.HasErrors)
        {
            var facility = dossier.ToProfile();
            return RegimeChoice.Of(packs, facility, call.Assessment).Regime is null
                ? PortfolioEntry.Failed(Path.GetFileName(file), "không có luật nào về cấp độ có hiệu lực vào ngày của hồ sơ")
                : PortfolioEntry.Of(dossier, FacilityAssessor.Assess(packs, facility, call.Assessment));
        }

        screen.Report(read.Diagnostics, DiagnosticSeverity.Error);
        var first = read.Diagnostics.Items.FirstOrDefault(item => item.Severity == DiagnosticSeverity.Error);
        return PortfolioEntry.Failed(Path.GetFileName(file), first is null ? "không đọc được hồ sơ" : $"{first.Code}: {first.Message}");
    }
}
