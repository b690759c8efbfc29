using System.Globalization;
using EmrSec.Assessor.Commands;
using EmrSec.Dossiers;
using EmrSec.Reports.Papers;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Reports;

/// <summary>One run of <c>emrsec report</c>.</summary>
/// <param name="call">What was asked for.</param>
/// <param name="packs">The laws.</param>
/// <param name="screen">Where messages go.</param>
internal sealed class ReportRun(ReportCall call, RulePackSet packs, Screen screen)
{
    private readonly PaperMessages _messages = new(screen, call.Dossier, call.IsDraft);
    private readonly PaperMaker _maker = new(call.Templates);

    /// <summary>Writes the built-in templates into a folder.</summary>
    public static int Export(string folder, Screen screen)
    {
        try
        {
            var written = TemplateSource.Export(folder);
            screen.Out.WriteLine($"Đã ghi {written.Count.ToString(CultureInfo.InvariantCulture)} mẫu vào {folder}; tệp đã có được giữ nguyên. Sửa rồi dùng bằng --templates {folder}");
            return ExitCodes.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            screen.Error.WriteLine($"lỗi: không ghi được mẫu vào {folder}; kiểm tra đường dẫn và quyền ghi");
            return ExitCodes.WrongInput;
        }
    }

    /// <summary>Makes and writes what was asked for.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        if (Directory.Exists(call.Dossier))
        {
            return new PortfolioRun(call, packs, screen).Run();
        }

        if (Request() is not { } request)
        {
            return ExitCodes.WrongInput;
        }

        return call.Kind switch
        {
            ReportCommand.All => WriteAll(request),
            ReportCommand.Pack => new PackRun(call, request, screen).Write(Make(request)),
            _ => WriteOne(request, PaperKind.Find(call.Kind)!),
        };
    }

    private PaperRequest? Request()
    {
        if (Read(call.Dossier) is not { } dossier || !KnowsSystems(dossier) || Assess(dossier, call.Assessment) is not { } assessment)
        {
            return null;
        }

        Assessment? previous = null;
        if (call.Since is { } since)
        {
            var earlier = call.Previous is { } file ? Read(file) : dossier;
            previous = earlier is null ? null : Assess(earlier, call.Assessment with { AsOf = since });
            if (previous is null)
            {
                return null;
            }
        }

        return new PaperRequest(dossier, packs, assessment, [.. call.Systems])
        {
            Created = call.Created,
            IsDraft = call.IsDraft,
            Previous = previous,
            Override = call.Number is null && call.Date is null && call.Place is null
                ? null
                : new PaperRecord(call.Kind, SourcePosition.Whole(call.Dossier)) { Number = call.Number, Date = call.Date, Place = call.Place },
        };
    }

    private Dossier? Read(string file)
    {
        var read = CommonOptions.ReadDossier(file, packs);
        screen.Report(read.Diagnostics);
        return read.Diagnostics.HasErrors ? null : read.Dossier;
    }

    private bool KnowsSystems(Dossier dossier)
    {
        var ids = dossier.Systems.Select(system => system.Id).ToList();
        if (call.Systems.FirstOrDefault(id => !ids.Contains(id, StringComparer.Ordinal)) is not { } unknown)
        {
            return true;
        }

        screen.Error.WriteLine($"lỗi: --system: hồ sơ không có hệ thống «{unknown}»; {NearestName.Help(unknown, ids) ?? $"các hệ thống: {string.Join(", ", ids)}"}");
        return false;
    }

    private Assessment? Assess(Dossier dossier, AssessmentOptions options)
    {
        var facility = dossier.ToProfile();
        return CommonOptions.KnowsRegime(packs, options.RegimeId, screen) && CommonOptions.HasRegime(packs, facility, options, screen)
            ? FacilityAssessor.Assess(packs, facility, options)
            : null;
    }

    private int WriteOne(PaperRequest request, PaperKind kind)
    {
        var made = _maker.Make(kind, request);
        if (made.WhyNot is { } why)
        {
            screen.Error.WriteLine($"lỗi: không có văn bản «{kind.Id}» ({kind.Title}) cho hồ sơ này: {why}");
            return ExitCodes.WrongInput;
        }

        return Save(made, PaperFormat.Of(call.Output)!, call.Output) ? ExitCodes.Done : ExitCodes.WrongInput;
    }

    private int WriteAll(PaperRequest request)
    {
        try
        {
            Directory.CreateDirectory(call.Output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            screen.Error.WriteLine($"lỗi: --out: không tạo được thư mục «{call.Output}»; kiểm tra đường dẫn và quyền ghi");
            return ExitCodes.WrongInput;
        }

        var stopped = 0;
        var number = 0;
        foreach (var made in Make(request))
        {
            if (made.WhyNot is { } why)
            {
                screen.Out.WriteLine($"Không lập {made.Kind.Title} ({made.Kind.Id}): {why}");
            }
            else if (!Save(made, call.Format, Path.Combine(call.Output, FileName(++number, made.Kind) + call.Format.Extension)))
            {
                stopped++;
            }
        }

        return stopped == 0 ? ExitCodes.Done : ExitCodes.DoesNotHold;
    }

    /// <summary>The name of a paper among others: they lie in the order of the way a dossier takes.</summary>
    /// <param name="number">Its place, from 1.</param>
    /// <param name="kind">Its kind.</param>
    internal static string FileName(int number, PaperKind kind) => string.Create(CultureInfo.InvariantCulture, $"{number:00}-{kind.Id}");

    private IEnumerable<MadePaper> Make(PaperRequest request)
    {
        using var progress = ProgressLine.On(screen, "Đang lập văn bản", PaperKind.All.Count);
        foreach (var kind in PaperKind.All)
        {
            yield return _maker.Make(kind, request);
            progress.Step();
        }
    }

    private bool Save(MadePaper made, PaperFormat format, string path)
    {
        if (!_messages.Report(made))
        {
            return false;
        }

        if (PaperOutput.Write(made.Document!, format, path, screen) is not { } written)
        {
            return false;
        }

        var pages = written.Pages is { } count ? string.Create(CultureInfo.InvariantCulture, $" ({count} trang)") : "";
        screen.Out.WriteLine($"Đã lập {path}: {made.Kind.Title}{pages}");
        return true;
    }
}
