using System.Text.Json;
using EmrSec.Assessor.Pages;

namespace EmrSec.Assessor.Tests;

/// <summary>What one call of the program gave.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Errors)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public JsonElement System(string id) => Json.GetProperty("systems").EnumerateArray().Single(system => system.GetProperty("id").GetString() == id);

    public JsonElement Obligation(string id) => Json.GetProperty("obligations").EnumerateArray().Single(obligation => obligation.GetProperty("id").GetString() == id);
}

/// <summary>Calls the program in process, on a folder of its own, with a frozen clock.</summary>
internal sealed class ProgramRun : IDisposable
{
    /// <summary>21/11/2026, noon in Vietnam.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 5, 0, 0, TimeSpan.Zero);

    public ProgramRun() => Directory.CreateDirectory(Folder);

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"emrsec-{Guid.NewGuid():N}");

    /// <summary>The clone's root, found from the test's own place.</summary>
    public static string Root { get; } = FindRoot();

    public static string Sample(string name) => Path.Combine(Root, "samples", name + ".yaml");

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public static Outcome Call(params string[] args) => CallWith("", args);

    public static Outcome CallWith(string input, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var exit = EmrSecProgram.Run(args, new Screen(output, errors, new StringReader(input), IsTerminal: false), new FrozenClock(Now));
        return new Outcome(exit, output.ToString(), errors.ToString());
    }

    /// <summary>Assesses a dossier made of one system, given as lines of YAML without indentation.</summary>
    public Outcome AssessSystem(string facts, params string[] options)
    {
        var lines = facts.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => "    " + line);
        var path = Write("one.yaml", $"schema: emrsec.dossier/1\nfacility:\n  name: Bệnh viện thử\nsystems:\n  - id: one\n    name: Hệ thống thử\n{string.Join('\n', lines)}\n");
        return Call(["assess", path, "--as-of", "2026-11-21", "--regime", "nd85-2016", "--format", "json", .. options]);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EmrSec.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("EmrSec.sln not found above the tests");
    }

    private sealed class FrozenClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
