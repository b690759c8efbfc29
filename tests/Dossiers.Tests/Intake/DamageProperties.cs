using FsCheck;
using FsCheck.Fluent;

namespace EmrSec.Dossiers.Tests.Intake;

/// <summary>A dossier that was damaged is read whole or refused with reasons; reading it never fails.</summary>
public sealed class DamageProperties
{
    private static readonly string[] Samples = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples"), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private static readonly string[] Bits =
    [
        "", "", "", "[", "]", "{", "}", ",", ":", ": ", "- ", "? ", "|", ">", "\"", "'", "#", " #", "&a", "*a", "!", "%", "@", "\n", "\r\n", "\t", "  ", "...", "\n---\n", "\\", "\"\\u12",
        "\0", "\u0301", "\u2028", "\ufeff", "\ud83d", "😀", "null", "850", "2026-02-30", "none", "schema",
    ];

    // Some letters are taken away and something is put in their place.
    private static readonly Gen<(int Place, int Length, string Bit)> Blow =
        from place in Gen.Choose(0, 1_000_000)
        from length in Gen.Choose(0, 6)
        from bit in Gen.Elements(Bits)
        select (place, length, bit);

    private static readonly Gen<string> Damaged =
        from text in Gen.Elements(Samples)
        from blows in Blow.ListOf(4)
        select blows.Aggregate(text, Strike);

    [Fact]
    public void Damage_is_survived() => Prop.ForAll(Damaged.ToArbitrary(), text =>
    {
        var result = Reading.Read(text);
        var lines = text.Split('\n');
        (result.Dossier is null).ShouldBe(result.Diagnostics.HasErrors);
        foreach (var finding in result.Diagnostics.Items)
        {
            finding.Message.ShouldNotBeNullOrWhiteSpace();
            finding.Position.Line.ShouldBeInRange(0, lines.Length + 1);
            finding.Position.Column.ShouldBeInRange(0, (finding.Position.Line == 0 ? 0 : lines.ElementAtOrDefault(finding.Position.Line - 1)?.Length ?? 0) + 2);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static string Strike(string text, (int Place, int Length, string Bit) blow)
    {
        var start = blow.Place % (text.Length + 1);
        var end = Math.Min(text.Length, start + blow.Length);
        return text[..start] + blow.Bit + text[end..];
    }
}
