using System.Diagnostics;
using System.Globalization;
using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Tests.Reassessments;

/// <summary>A re-assessment that is killed without warning, again and again, comes to what one comes to that nobody disturbed.</summary>
public sealed class KillTests : IDisposable
{
    private readonly ProgramRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Killed_at_random_points_it_goes_on_and_ends_with_the_same_digest()
    {
        var (cut, whole) = (Path.Combine(_run.Folder, "cut.db"), Path.Combine(_run.Folder, "whole.db"));
        foreach (var store in (string[])[cut, whole])
        {
            ProgramRun.Call("lab", "generate", "--count", "5000", "--seed", "6", "--in-force", "--as-of", "2026-11-21", "--store", store).ExitCode.ShouldBe(0);
        }

        var random = new Random(20_261_121);
        var (killed, counts) = (0, new List<int>());
        for (var attempt = 0; attempt < 12; attempt++)
        {
            using var process = Start(cut);
            if (!process.WaitForExit(random.Next(300, 1500)))
            {
                process.Kill();
                process.WaitForExit();
                killed++;
            }

            using var store = DossierStores.Open(cut, TimeProvider.System);
            counts.Add(store.Runs.All() is [var run, ..] ? run.Count : 0);
            store.Runs.All().Count.ShouldBeLessThanOrEqualTo(1);
        }

        killed.ShouldBeGreaterThan(0);
        counts.ShouldBeInOrder();
        using (var last = Start(cut))
        {
            last.WaitForExit(120_000).ShouldBeTrue();
            last.ExitCode.ShouldBe(0);
        }

        var done = Json(cut);
        done.GetProperty("repeat").GetBoolean().ShouldBeTrue();
        done.GetProperty("run").GetProperty("id").GetInt32().ShouldBe(1);
        done.GetProperty("totals").GetProperty("facilities").GetInt32().ShouldBe(5000);
        done.GetProperty("digest").GetString().ShouldBe(Json(whole).GetProperty("digest").GetString());
    }

    private static System.Text.Json.JsonElement Json(string store) => ProgramRun.Call("reassess", "--store", store, "--as-of", "2026-11-21", "--format", "json").Json;

    // The program as it is started by people: whether it can compile rules is decided there.
    private static Process Start(string store)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) is "dotnet" ? host : "dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var word in (string[])[Path.Combine(AppContext.BaseDirectory, "emrsec.dll"), "reassess", "--store", store, "--as-of", "2026-11-21"])
        {
            start.ArgumentList.Add(word);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{start.FileName} does not start"));
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
