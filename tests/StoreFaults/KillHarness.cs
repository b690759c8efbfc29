using System.Diagnostics;
using System.Globalization;

namespace EmrSec.StoreFaults;

/// <summary>What came of killing writers.</summary>
internal sealed record KillReport(int Kills, long Acknowledged, long Cases, long Entries, TimeSpan Time, IReadOnlyList<string> Faults)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Kills} kills in {Time.TotalSeconds:0.0} s: {Acknowledged} acknowledgements, {Cases} cases, {Entries} audit entries, {Faults.Count} faults");
}

/// <summary>Kills writers at random points, and looks each time at what they left.</summary>
internal static class KillHarness
{
    /// <summary>Runs it.</summary>
    /// <param name="place">A store.</param>
    /// <param name="kills">How many writers.</param>
    /// <param name="seed">Of the random points.</param>
    /// <param name="log">Told of each kill.</param>
    public static KillReport Run(string place, int kills, int seed, TextWriter log)
    {
        var random = new Random(seed);
        var since = Stopwatch.GetTimestamp();
        var judge = new Judge(place);
        for (var i = 0; i < kills; i++)
        {
            var said = KillOne(place, random.Next(), TimeSpan.FromMilliseconds(random.Next(0, 250)));
            judge.Look(said);
            log.WriteLine($"{i + 1}/{kills}: {said.Count} acknowledged, {judge.Faults.Count} faults");
        }

        return new KillReport(kills, judge.Acknowledged, judge.Cases, judge.Entries, Stopwatch.GetElapsedTime(since), judge.Faults);
    }

    /// <summary>Starts this program.</summary>
    /// <param name="words">Its words.</param>
    public static Process Start(params IReadOnlyList<string> words)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? (Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet" ? Environment.ProcessPath! : "dotnet");
        return Process.Start(new ProcessStartInfo(host, ["exec", typeof(KillHarness).Assembly.Location, .. words]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    // The moment is counted from the first acknowledgement: before it the program is only being loaded.
    private static List<string> KillOne(string place, int seed, TimeSpan after)
    {
        using var process = Start("work", place, seed.ToString(CultureInfo.InvariantCulture));
        var errors = process.StandardError.ReadToEndAsync();
        var first = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"the writer did not begin: {errors.Result}");
        var rest = process.StandardOutput.ReadToEndAsync();
        Thread.Sleep(after);
        process.Kill();
        process.WaitForExit();
        // The last line may be cut: then its end was not said.
        var text = rest.Result;
        return [first, .. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
