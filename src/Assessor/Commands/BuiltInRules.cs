using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Commands;

/// <summary>The rules built into the program, loaded once.</summary>
internal static class BuiltInRules
{
    private static readonly Lazy<PackLoadResult> Loaded = new(() => PackLoader.Load(Files(), new DiagnosticBag()));

    /// <summary>The rules; loads them, or waits until they are loaded.</summary>
    public static PackLoadResult Result => Loaded.Value;

    /// <summary>The files of the built-in rules, their YAML read when the program was built.</summary>
    public static IReadOnlyList<PackFile> Files()
    {
        using var stream = typeof(BuiltInRules).Assembly.GetManifestResourceStream("rules.snapshot") ?? throw new InvalidOperationException("resource rules.snapshot is missing");
        return PackSnapshot.Read(stream);
    }

    /// <summary>Begins to load on another core while the call itself is being understood (15 ms of a cold start).</summary>
    public static void Begin()
    {
        var thread = new Thread(static () =>
        {
            try
            {
                _ = Loaded.Value;
            }
#pragma warning disable CA1031 // Whoever asks for the result gets the same exception, on a thread that can report it.
            catch (Exception)
#pragma warning restore CA1031
            {
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
    }
}
