using System.Diagnostics;
using EmrSec.Reports.Signing.Trust;
using EmrSec.Reports.Signing.Verifying;
using EmrSec.Signing.Tests;

namespace EmrSec.Fuzz;

/// <summary>Verifies mutated files and looks for what must never happen: a crash, a hang, memory without bound, a forgery that passes.</summary>
internal sealed class Hunt(int seed, TextWriter output)
{
    /// <summary>A verification of a file this small takes milliseconds; longer than this is a hang.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Bytes that one verification may allocate altogether.</summary>
    private const long MostAllocated = 700L * 1024 * 1024;

    private readonly Random _random = new(seed);
    private readonly List<string> _found = [];
    private readonly Dictionary<Indication, int> _verdicts = [];
    private volatile byte[] _current = [];
    private long _since;

    /// <summary>Hunts for so long.</summary>
    /// <returns>Whether nothing was found.</returns>
    public bool Run(TimeSpan time)
    {
        var files = GoodFiles.Make();
        var verifiers = files.Select(file => file.Signatures).Distinct().ToDictionary(count => count, count => new SignatureVerifier(new VerificationOptions { Trust = TrustStore.Of(TestAuthority.Root), Time = TestAuthority.Now.AddDays(1), ExpectedCount = count }));
        foreach (var file in files)
        {
            verifiers[file.Signatures].Verify(file.Bytes).Verdict.ShouldBe(Verdict.Passed, file.Name);
        }

        output.WriteLine($"seed {seed}: {files.Count} good files, {time.TotalSeconds} s");
        Interlocked.Exchange(ref _since, Stopwatch.GetTimestamp());
        using var watch = new Timer(_ => StopIfHung(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        var mutator = new Mutator(_random);
        var clock = Stopwatch.StartNew();
        var done = 0;
        for (; clock.Elapsed < time && _found.Count < 20; done++)
        {
            var file = files[_random.Next(files.Count)];
            var mutated = mutator.Mutate(file.Bytes, files[_random.Next(files.Count)].Bytes);
            Check(verifiers[file.Signatures], file, mutated);
        }

        output.WriteLine($"{done} files verified; {string.Join(", ", _verdicts.OrderBy(item => item.Key).Select(item => $"{item.Key}: {item.Value}"))}; peak {Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024)} MB");
        foreach (var line in _found)
        {
            output.WriteLine(line);
        }

        return _found.Count == 0 && done > 0;
    }

    private void Check(SignatureVerifier verifier, GoodFile file, byte[] mutated)
    {
        _current = mutated;
        Interlocked.Exchange(ref _since, Stopwatch.GetTimestamp());
        var before = GC.GetAllocatedBytesForCurrentThread();
        FileReport report;
        try
        {
            report = verifier.Verify(mutated);
        }
#pragma warning disable CA1031 // Whatever comes out is a finding.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Found($"crash ({file.Name}): {e}", mutated);
            return;
        }

        var indication = report.Verdict.Indication;
        _verdicts[indication] = _verdicts.GetValueOrDefault(indication) + 1;
        if (GC.GetAllocatedBytesForCurrentThread() - before is > MostAllocated and var allocated)
        {
            Found($"memory ({file.Name}): {allocated} bytes", mutated);
        }

        if (indication == Indication.Passed && !SameOutsideGaps(file, mutated) && !AppendedHarmlessly(file, mutated))
        {
            Found($"forgery passed ({file.Name})", mutated);
        }
    }

    // What stands in the gaps shows nowhere; everything else is covered.
    private static bool SameOutsideGaps(GoodFile file, byte[] mutated)
    {
        if (mutated.Length != file.Bytes.Length)
        {
            return false;
        }

        var position = 0;
        foreach (var (start, end) in file.Gaps.OrderBy(gap => gap.Start).Append((mutated.Length, mutated.Length)))
        {
            if (!mutated.AsSpan(position, (int)start - position).SequenceEqual(file.Bytes.AsSpan(position, (int)start - position)))
            {
                return false;
            }

            position = (int)end;
        }

        return true;
    }

    // An update behind the untouched file may pass if it changes nothing that shows: drawn by poppler, both look the same.
    private static bool AppendedHarmlessly(GoodFile file, byte[] mutated) =>
        mutated.Length > file.Bytes.Length && SameOutsideGaps(file, mutated[..file.Bytes.Length]) && Drawn(mutated).SequenceEqual(Drawn(file.Bytes));

    private static byte[] Drawn(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("emrsec-fuzz-");
        try
        {
            var path = Path.Combine(folder.FullName, "file.pdf");
            File.WriteAllBytes(path, pdf);
            OutsideTools.Run("pdftoppm", "poppler-utils", "-r", "40", path, Path.Combine(folder.FullName, "page"));
            return [.. Directory.GetFiles(folder.FullName, "*.ppm").Order(StringComparer.Ordinal).SelectMany(File.ReadAllBytes)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void StopIfHung()
    {
        if (Stopwatch.GetElapsedTime(Interlocked.Read(ref _since)) > Longest)
        {
            output.WriteLine($"hang: {Keep(_current)}");
            output.Flush();
            Environment.Exit(1);
        }
    }

    private void Found(string what, byte[] mutated) => _found.Add($"{what}\n  kept as {Keep(mutated)}");

    private static string Keep(byte[] mutated)
    {
        var path = Path.Combine(Path.GetTempPath(), $"emrsec-fuzz-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(path, mutated);
        return path;
    }
}
