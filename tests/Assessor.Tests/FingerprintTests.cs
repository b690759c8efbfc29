using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EmrSec.Assessor.Tests;

/// <summary>
/// The recipe of <c>docs/dau-van-tay-danh-gia.md</c>, followed with nothing but the program's JSON, gives the canonical form whose hash
/// the assessment sheet prints.
/// </summary>
public class FingerprintTests
{
    [Fact]
    public void The_canonical_form_can_be_written_from_the_json_alone()
    {
        var approved = Path.Combine(ProgramRun.Root, "tests", "Reports.Tests", "Approved", "fingerprint-bac-ninh-hospital.txt");
        var json = ProgramRun.Call("assess", ProgramRun.Sample("bac-ninh-hospital"), "--as-of", "2026-11-21", "--format", "json").Json;

        Canonical(json).ShouldBe(File.ReadAllText(approved).ReplaceLineEndings("\n"));
    }

    private static string Canonical(JsonElement json)
    {
        var text = new StringBuilder("emrsec.assessment-fingerprint/1\n");
        Line(text, "asOf", json, "asOf");
        Line(text, "facility", json.GetProperty("facility"), "code", "name");
        Line(text, "regime", json, "regime");
        Line(text, "presumptions", json, "presumptions");
        Lines(text, "pack", json.GetProperty("packs"), "id", "version", "sha256");
        foreach (var system in json.GetProperty("systems").EnumerateArray())
        {
            var level = system.GetProperty("level");
            var id = $"{system.GetProperty("id")}";
            var requirements = system.GetProperty("requirements");
            text.Append(CultureInfo.InvariantCulture, $"system\t{id}\t{Values(level, "status", "atLeast", "atMost", "exact")}\t{Value(system, "proposedLevel")}\n");
            Lines(text, $"ground\t{id}", system.GetProperty("grounds"), "criterion", "component");
            Lines(text, $"missing\t{id}", system.GetProperty("missingFacts"), "fact", "component");
            Lines(text, $"requirement\t{id}\t{Value(requirements, "level")}", requirements.GetProperty("items"), "id", "status", "documentation");
        }

        Lines(text, "obligation", json.GetProperty("obligations"), "id", "status", "due", "doneOn");
        Lines(text, "duty", json.GetProperty("duties"), "id", "system", "status", "due", "doneOn");
        Lines(text, "clock", json.GetProperty("clocks"), "id", "system", "step", "status", "due", "doneOn");
        return text.ToString();
    }

    private static void Lines(StringBuilder text, string head, JsonElement items, params string[] keys)
    {
        foreach (var item in items.EnumerateArray())
        {
            Line(text, head, item, keys);
        }
    }

    private static void Line(StringBuilder text, string head, JsonElement item, params string[] keys) => text.Append(CultureInfo.InvariantCulture, $"{head}\t{Values(item, keys)}\n");

    private static string Values(JsonElement item, params string[] keys) => string.Join('\t', keys.Select(key => Value(item, key)));

    private static string Value(JsonElement item, string key) => !item.TryGetProperty(key, out var value) ? "" : value.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.ToString(),
    };
}
