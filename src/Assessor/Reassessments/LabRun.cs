using System.Globalization;
using EmrSec.Dossiers.Editing;
using EmrSec.Dossiers.Files;
using EmrSec.Dossiers.Lab;
using EmrSec.Dossiers.Store;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Reassessments;

/// <summary>What facilities are to be made, and where to.</summary>
internal sealed record LabCall(int Count, int Seed, string? Province, DateOnly AsOf, string? Folder, string Place)
{
    /// <summary>Whether every dossier is in force.</summary>
    public bool IsAllInForce { get; init; }
}

/// <summary>Makes facilities that do not exist.</summary>
internal sealed class LabRun(LabCall call, RulePackSet packs, Screen screen, TimeProvider clock)
{
    public int Run()
    {
        var provinces = packs.Facts.Find("facility.province")?.Options.Select(option => option.Id).ToList() ?? [];
        if (call.Province is { } province && !provinces.Contains(province, StringComparer.Ordinal))
        {
            screen.Error.WriteLine($"lỗi: --province: không có tỉnh «{province}»; {NearestName.Help(province, provinces) ?? "viết như bac-ninh, ha-noi"}");
            return ExitCodes.WrongInput;
        }

        var generator = new FacilityGenerator(packs, call.Seed, call.AsOf, call.Province, call.IsAllInForce);
        return call.Folder is { } folder ? WriteFiles(generator, folder) : Fill(generator);
    }

    private int WriteFiles(FacilityGenerator generator, string folder)
    {
        Directory.CreateDirectory(folder);
        using var line = new WorkLine(screen, "Đang ghi hồ sơ");
        for (var number = 1; number <= call.Count; number++)
        {
            var made = generator.Make(number);
            var diagnostics = new DiagnosticBag();
            if (!AtomicFile.Write(Path.Combine(folder, made.Code + ".yaml"), stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(DossierYaml.Write(made.Source, packs.Facts))), diagnostics))
            {
                screen.Report(diagnostics);
                return ExitCodes.WrongInput;
            }

            line.Show(number, call.Count);
        }

        screen.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Đã ghi {call.Count} hồ sơ thử vào {folder}"));
        return ExitCodes.Done;
    }

    private int Fill(FacilityGenerator generator)
    {
        try
        {
            using var store = File.Exists(call.Place) || call.Place.Contains("://", StringComparison.Ordinal) ? DossierStores.Open(call.Place, clock) : DossierStores.Create(call.Place, clock, new Actor("lab", ActorRole.Administrator, "Bộ sinh dữ liệu thử"));
            if (store.Cases(new CaseQuery()).Any())
            {
                throw ReassessErrors.NotEmpty(store.Info.Place);
            }

            IReadOnlyDictionary<CaseState, int> states;
            using (var line = new WorkLine(screen, "Đang sinh hồ sơ"))
            {
                states = new LabStore(store, packs, call.AsOf).Fill(generator, call.Count, done => line.Show(done, call.Count));
            }

            screen.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Đã đưa {call.Count} hồ sơ thử vào kho {store.Info.Place}: {states.GetValueOrDefault(CaseState.InForce)} đang có hiệu lực, {states.GetValueOrDefault(CaseState.Submitted)} đã gửi, {states.GetValueOrDefault(CaseState.Draft)} đang dự thảo"));
            return ExitCodes.Done;
        }
        catch (StoreException e)
        {
            screen.Error.WriteLine(e.Line);
            return ExitCodes.WrongInput;
        }
    }
}
