using System.Diagnostics;
using System.Text;

namespace EmrSec.Dossiers.Tests.Intake;

/// <summary>Texts made to trip a reader up, or that are something else than a dossier.</summary>
public sealed class HostileInputTests
{
    // Each takes a second or less alone; what is refused here would take minutes or for ever.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("facility:\n▸\tname: A\n", "YM002")]
    [InlineData("facility:\n  ▸\tname: A\n", "YM002")]
    [InlineData("facility:\n  name: A▸\0B\n", "YM003")]
    [InlineData("facility:\n  name: ▸\"A\\0B\"\n", "YM003")]
    [InlineData("facility:\n  name: A▸\u2028B\n", "YM003")]
    [InlineData("facility:\n  name: A▸\u0085B\n", "YM003")]
    [InlineData("facility:\n  name: A\n  beds: 1\n  ▸beds: 2\n", "YM011")]
    [InlineData("facility: ▸&a { name: A }\nowner: *a\n", "YM008")]
    [InlineData("facility: { name: ▸*a }\n", "YM008")]
    [InlineData("facility: { name: ▸!!str A }\n", "YM009")]
    [InlineData("facility: { name: ▸! A }\n", "YM009")]
    [InlineData("facility: ▸!<tag:yaml.org,2002:js/function> { name: A }\n", "YM009")]
    [InlineData("facility: { name: A }\n▸---\nschema: emrsec.dossier/1\n", "YM005")]
    [InlineData("facility: { ▸[a]: A }\n", "YM010")]
    [InlineData("facility: { name: ▸\"A }\n", "YM001")]
    [InlineData("facility: { name: ▸@A }\n", "YM001")]
    [InlineData("facility:\n  name: A\n ▸beds: 1\n", "YM001")]
    public void What_a_dossier_needs_none_of_is_refused_at_its_place(string text, string code) =>
        Reading.ReadBroken("schema: emrsec.dossier/1\n" + text, code);

    [Theory]
    [InlineData('\ud800')]
    [InlineData('\udfff')]
    [InlineData('\ufffe')]
    [InlineData('\uffff')]
    public void Half_a_character_is_refused_at_its_place(char half) =>
        Reading.ReadBroken($"schema: emrsec.dossier/1\nfacility:\n  name: A▸{half}B\n", "YM003");

    [Theory]
    [InlineData("", "YM004", 0, 0)]
    [InlineData("  \n\n", "YM004", 0, 0)]
    [InlineData("# chỉ có chú thích\n", "YM004", 0, 0)]
    [InlineData("%PDF-1.7\n1 0 obj\n", "YM001", 1, 1)]
    [InlineData("Kính gửi: Sở Y tế: báo cáo\n", "YM001", 1, 18)]
    [InlineData("{\"schema\": [1, 2\n", "YM001", 2, 1)]
    [InlineData("850\n", "HS001", 1, 1)]
    [InlineData("[]\n", "HS001", 1, 1)]
    public void Something_else_than_a_dossier_is_refused(string text, string code, int line, int column)
    {
        var result = Reading.Read(text);
        result.Dossier.ShouldBeNull();
        result.Diagnostics.Items.ShouldHaveSingleItem().ShouldBeAt(code, line, column);
    }

    [Fact]
    public void A_nesting_bomb_is_refused_at_the_depth_that_no_dossier_has()
    {
        foreach (var bomb in new[] { new string('[', 100_000), string.Concat(Enumerable.Repeat("{a: ", 100_000)), string.Concat(Enumerable.Repeat("- ", 100_000)) })
        {
            var error = ReadSoon("schema: emrsec.dossier/1\nfacility:\n  " + bomb).ShouldHaveSingleItem();
            (error.Code, error.Position.Line).ShouldBe(("YM007", 3));
        }
    }

    [Fact]
    public void An_alias_bomb_is_refused_at_its_first_anchor()
    {
        var bomb = new StringBuilder("a: &a [lol, lol]\n");
        for (var c = 'b'; c <= 'z'; c++)
        {
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"{c}: &{c} [*{(char)(c - 1)}, *{(char)(c - 1)}, *{(char)(c - 1)}]\n");
        }

        ReadSoon(bomb.ToString()).ShouldHaveSingleItem().ShouldBeAt("YM008", 1, 4);
    }

    [Fact]
    public void A_heap_of_marks_on_one_letter_is_refused()
    {
        var marks = string.Concat(Enumerable.Repeat("\u0323\u0302", 1_000_000));
        ReadSoon($"{Reading.Begin}  address: e{marks}\n").ShouldHaveSingleItem().ShouldBeAt("YM003", 4, 43);
        ReadSoon($"{Reading.Begin}  address: \"e{marks.Replace("\u0323", "\\u0323", StringComparison.Ordinal)}\"\n").ShouldHaveSingleItem().ShouldBeAt("YM003", 4, 12);
    }

    [Fact]
    public void A_flood_of_errors_is_counted_and_not_searched_through()
    {
        var keys = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"  nmae{i}: x\n"));
        var answers = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"  sys{i}/tt12: {{ staus: x }}\n"));
        var findings = ReadSoon($"{Reading.Begin}{keys}answers:\n{answers}");
        findings.Count.ShouldBe(DiagnosticBag.Limit);
        findings[0].ShouldBeAt("KD001", 4, 3);
    }

    [Fact]
    public void A_flood_of_keys_in_a_system_is_read_in_time()
    {
        var keys = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"    k{i}: x\n"));
        ReadSoon($"{Reading.Begin}systems:\n  - id: a\n    name: A\n{keys}").Count.ShouldBe(DiagnosticBag.Limit);
    }

    [Fact]
    public void Composed_and_decomposed_letters_read_alike()
    {
        var composed = "Bệnh viện Đặng Thuỳ Trâm".Normalize(NormalizationForm.FormC);
        var decomposed = composed.Normalize(NormalizationForm.FormD);
        decomposed.ShouldNotBe(composed);
        string Name(string name) => Reading.ReadWhole($"schema: emrsec.dossier/1\nfacility:\n  name: {name}\n").FacilityName!;
        Name(decomposed).ShouldBe(composed);
        Name($"\"{decomposed}\"").ShouldBe(composed);
        Name(composed).ShouldBe(composed);
    }

    [Fact]
    public void Line_breaks_of_Windows_and_a_byte_order_mark_change_nothing()
    {
        var text = (Reading.Begin + "  beds: 5\nsystems:\n  - id: a\n    name: A\n    scope: |\n      một\n      hai\n").Replace("\n", "\r\n", StringComparison.Ordinal);
        var dossier = Reading.ReadWhole("\ufeff" + text);
        dossier.FacilityName.ShouldBe("Bệnh viện mẫu");
        dossier.Systems[0].Facts.TryGet(TestFacts.Fact("system.scope"), out var scope).ShouldBeTrue();
        scope!.Value.Text.ShouldBe("một\nhai\n");
        Reading.Read((Reading.Begin + "  beds: x\n").Replace("\n", "\r\n", StringComparison.Ordinal)).Diagnostics.Items[0].ShouldBeAt("KD007", 4, 9);
    }

    private static IReadOnlyList<Diagnostic> ReadSoon(string text)
    {
        var watch = Stopwatch.StartNew();
        var result = Reading.Read(text);
        watch.Elapsed.ShouldBeLessThan(Soon);
        result.Dossier.ShouldBeNull();
        return result.Diagnostics.Items;
    }
}
