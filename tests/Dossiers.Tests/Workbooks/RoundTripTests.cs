using FsCheck;
using FsCheck.Fluent;

namespace EmrSec.Dossiers.Tests.Workbooks;

/// <summary>A workbook that nobody changed gives back the dossier it was made from, to the letter; one laid onto nothing changes nothing.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> Samples => [.. Books.SampleNames];

    public static TheoryData<string> PresetIds => [.. PresetCatalogue.All.Select(preset => preset.Id)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_comes_back_to_the_letter(string name)
    {
        var text = Books.Sample(name);
        var reading = Books.Read(Books.Write(text));
        reading.Diagnostics.Items.ShouldBeEmpty();
        reading.Text.ShouldBe(text);
        reading.Changes.ShouldBeEmpty();
        reading.LostComments.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(PresetIds))]
    public void A_preset_comes_back_to_the_letter(string id)
    {
        var text = PresetWriter.Write(id, Books.Packs.Facts, new DiagnosticBag())!;
        var reading = Books.Read(Books.Write(text));
        reading.Diagnostics.Items.ShouldBeEmpty();
        reading.Text.ShouldBe(text);
    }

    [Fact]
    public void The_same_dossier_gives_the_same_bytes() => Books.Write(Books.Sample("bac-ninh-hospital.yaml")).ShouldBe(Books.Write(Books.Sample("bac-ninh-hospital.yaml")));

    [Fact]
    public void What_the_sheets_do_not_show_is_carried()
    {
        const string Text =
            """
            schema: emrsec.dossier/1
            facility: { name: "Cơ sở", code: "007" }   # mã có số 0 ở đầu
            milestones: { emrCompleted: none }
            systems:
              - { id: a, name: A, function: internal, onlineServices: [], components: [ { id: b, components: [ { id: c, users: 3 } ] } ] }
            processing: { received: 2026-01-05, supplements: [ { requested: 2026-01-10, answered: 2026-01-15 } ] }
            papers:
              submission: { number: 05/TTr-BV, date: 2026-01-04, to: [Sở Y tế], signer: { titles: [GIÁM ĐỐC], name: Người ký } }
            answers:
              a/tt12.m.1.1.1: { status: met, evidence: ["x; y.pdf", 'z "1".pdf'] }
            """;
        var reading = Books.Read(Books.Write(Text));
        reading.Diagnostics.Items.ShouldBeEmpty();
        reading.Text.ShouldBe(Text);
    }

    [Fact]
    public void A_text_that_no_cell_holds_is_carried()
    {
        var text = $"schema: emrsec.dossier/1\nfacility: {{ name: A }}\nsystems: [ {{ id: a, scope: \"{new string('ư', 40_000)}\" }} ]\n";
        Books.ReadWhole(Books.Write(text)).ShouldBe(text);
        var changed = Books.ReadWhole(Hand.Edit(Books.Write(text), hand => hand.Type("Cơ sở", "facility.address", "value", "Số 1")));
        changed.ShouldContain(new string('ư', 40_000));
        changed.ShouldContain("Số 1");
    }

    [Fact]
    public void Any_dossier_comes_back_also_when_written_anew() => Prop.ForAll(AnyDossiers.Arbitrary, text =>
    {
        Books.ReadWhole(Books.Write(text)).ShouldBe(text);

        // Any cell changed and changed back: everything is read from cells and written anew.
        var changed = Books.ReadWhole(Hand.Edit(Books.Write(text), hand => hand.Type("Cơ sở", "owner.title", "value", "=1+1")));
        Books.Canonical(changed).ShouldContain("\"title\":\"=1+1\"");
        var back = Books.ReadWhole(Hand.Edit(Books.Write(changed), hand => hand.Clear("Cơ sở", "owner.title", "value")));
        Books.Canonical(back).ShouldBe(Books.Canonical(text), text);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    /// <summary>The cells alone hold what they show: copied into the workbook of an empty dossier they give the same facts and answers.</summary>
    [Fact]
    public void Every_text_survives_its_cell() => Prop.ForAll(Arb.From(AnyDossiers.Text), text =>
    {
        var book = Hand.Edit(Books.Write("schema: emrsec.dossier/1\nfacility: { code: x }\n"), hand => hand.Type("Cơ sở", "facility.name", "value", Escaped(text)));
        var canonical = System.Text.Json.JsonDocument.Parse(Books.Canonical(Books.ReadWhole(book)));
        canonical.RootElement.GetProperty("facility").GetProperty("name").GetString().ShouldBe(text.ReplaceLineEndings("\n").Normalize().Trim());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    // As spreadsheet programs do: ECMA-376-1, 22.9.2.19.
    private static string Escaped(string text) => System.Text.RegularExpressions.Regex.Replace(text, "_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Replace("\r", "_x000D_", StringComparison.Ordinal);
}
