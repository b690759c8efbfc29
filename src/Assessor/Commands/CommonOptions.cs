using System.CommandLine;
using System.Globalization;
using EmrSec.Dossiers.Checks;
using EmrSec.Dossiers.Intake;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    /// <summary>Vietnam's clock is seven hours ahead of UTC the whole year.</summary>
    public static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    public static Option<string?> AsOf() => DayOption("--as-of", "Ngày đánh giá, viết 2026-11-21 hoặc 21/11/2026 (mặc định: hôm nay)");

    public static Option<string?> DayOption(string name, string description)
    {
        var option = new Option<string?>(name) { HelpName = "ngày", Description = description };
        option.Validators.Add(result =>
        {
            var written = result.Tokens.Count > 0 ? result.Tokens[^1].Value : null;
            if (written is not null && ParseDay(written) is null)
            {
                result.AddError($"{CallErrors.Prefix}{name}: «{written}» không phải là ngày; viết 2026-11-21 hoặc 21/11/2026");
            }
        });
        return option;
    }

    public static Option<string> Format()
    {
        var format = new Option<string>("--format") { HelpName = "text|json", Description = "Cách trình bày: text (mặc định) hoặc json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        return format;
    }

    public static Option<string?> Rules() => new("--rules")
    {
        HelpName = "thư mục",
        Description = "Dùng luật trong thư mục này thay cho luật có sẵn trong chương trình",
    };

    public static Option<bool> NoPresumptions() => new("--no-presumptions")
    {
        Description = "Không giả định gì: dữ kiện chưa khai đều là chưa biết",
    };

    public static Option<string?> Regime() => new("--regime")
    {
        HelpName = "mã",
        Description = "Xét theo luật này, ví dụ nd85-2016 (mặc định: luật có hiệu lực vào ngày hồ sơ được phê duyệt; chưa duyệt thì ngày trình, chưa trình thì ngày đánh giá)",
    };

    /// <summary>Whether the law asked for is there, before any file is read; what is wrong is reported where not.</summary>
    public static bool KnowsRegime(RulePackSet packs, string? id, Screen screen)
    {
        if (id is null || packs.FindRegime(id) is not null)
        {
            return true;
        }

        screen.Error.WriteLine(UnknownRegime(packs, id));
        return false;
    }

    /// <summary>Whether a law judges the dossier; what is wrong is reported where not.</summary>
    public static bool HasRegime(RulePackSet packs, FacilityProfile facility, AssessmentOptions options, Screen screen)
    {
        var choice = RegimeChoice.Of(packs, facility, options);
        if (choice.Regime is not null)
        {
            return true;
        }

        screen.Error.WriteLine(options.RegimeId is { } id
            ? UnknownRegime(packs, id)
            : $"lỗi: vào ngày {FactText.Date(choice.Day)} không có luật nào về cấp độ đang hiệu lực; các luật: {string.Join(", ", packs.Regimes.Select(regime => $"{regime.Header.Id} (từ {FactText.Date(regime.Header.InForce.From)})"))}; chọn luật bằng --regime");
        return false;
    }

    /// <summary>What to say where no law has this id.</summary>
    public static string UnknownRegime(RulePackSet packs, string id)
    {
        var known = packs.Regimes.Select(regime => regime.Header.Id).ToList();
        return $"lỗi: --regime: không có luật «{id}»; {NearestName.Help(id, known) ?? $"các luật: {string.Join(", ", known)}"}";
    }

    /// <summary>The day that was asked for, or today in Vietnam.</summary>
    public static DateOnly Day(string? written, TimeProvider clock) =>
        written is not null && ParseDay(written) is { } day ? day : DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(VietnamOffset).DateTime);

    /// <summary>Now, by Vietnam's clock, to the second.</summary>
    public static DateTimeOffset Now(TimeProvider clock)
    {
        var now = clock.GetUtcNow().ToOffset(VietnamOffset);
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }

    /// <summary>Reads a dossier and sees to it that every answer is to a requirement that there is; nothing is reported yet.</summary>
    public static DossierReadResult ReadDossier(string path, RulePackSet packs)
    {
        var read = new DossierReader(packs.Facts).ReadFile(path);
        if (read.Dossier is { } dossier)
        {
            AnswerChecks.CheckNames(dossier, packs, read.Diagnostics);
        }

        return read;
    }

    /// <summary>Loads the law; null, with the errors reported, where it is not whole.</summary>
    public static RulePackSet? LoadRules(string? folder, Screen screen)
    {
        var result = folder is null ? BuiltInRules.Result : LoadFolder(folder);
        if (!result.Diagnostics.HasErrors && result.Packs is { } loaded)
        {
            return loaded;
        }

        screen.Report(result.Diagnostics);
        screen.Error.WriteLine("lỗi: luật có lỗi nên không được dùng; sửa các lỗi trên rồi chạy lại (emrsec rules check)");
        return null;
    }

    private static PackLoadResult LoadFolder(string folder)
    {
        var diagnostics = new DiagnosticBag();
        var files = PackSource.Folder(folder, diagnostics);
        return diagnostics.HasErrors ? new PackLoadResult(null, diagnostics) : PackLoader.Load(files, diagnostics);
    }

    /// <summary>A day as people write it; null where it is none.</summary>
    public static DateOnly? ParseDay(string written) =>
        DateOnly.TryParseExact(written, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
