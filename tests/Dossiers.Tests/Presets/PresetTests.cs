namespace EmrSec.Dossiers.Tests.Presets;

public sealed class PresetTests
{
    public static TheoryData<string> Ids => new(PresetCatalogue.All.Select(preset => preset.Id));

    [Fact]
    public void The_catalogue_lists_the_presets_by_id()
    {
        PresetCatalogue.All.Select(preset => preset.Id).ShouldBe(["district-hospital", "health-station", "polyclinic", "provincial-hospital"]);
        PresetCatalogue.All.ShouldAllBe(preset => preset.Title.Length > 0 && preset.Note.Length > 0);
        PresetCatalogue.Find("polyclinic")!.Title.ShouldBe("Phòng khám đa khoa");
        PresetCatalogue.Find("Polyclinic").ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Unfilled_it_reads_and_declares_just_what_the_preset_knows(string id)
    {
        var result = Reading.Read(Write(id));
        result.Diagnostics.Items.ShouldHaveSingleItem().Code.ShouldBe("HS008");
        var dossier = result.Dossier.ShouldNotBeNull();
        var outline = Outline(id);
        Values(dossier.Facility.With(TestFacts.Fact("facility.name"), null)).ShouldBe(Values(outline.Facility));
        Flat(outline.Systems).Select(system => system.Id).ShouldBe(dossier.AllSystems().Select(system => system.Id));
        Flat(outline.Systems).Zip(dossier.AllSystems()).ShouldAllBe(pair => pair.First.Name == pair.Second.Name && Values(pair.First.Facts).SequenceEqual(Values(pair.Second.Facts)));
        (dossier.Milestones.Declared.Any(), dossier.Owner, dossier.Operator, dossier.SecurityUnit).ShouldBe((false, null, null, null));
        (dossier.Documents.Count, dossier.Answers.Count).ShouldBe((0, 0));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_fact_is_there_with_its_question_and_values(string id)
    {
        var unbroken = string.Join(' ', Write(id).Split('\n').Select(line => line.Trim().TrimStart('#').Trim()));
        var asked = TestFacts.Catalogue.All.Where(fact => fact.Scope != FactScope.System)
            .Concat(Outline(id).Systems.SelectMany(system => system.ShownAnywhere));
        foreach (var fact in asked)
        {
            unbroken.ShouldContain(fact.Question);
            unbroken.ShouldContain($" {fact.Path.Split('.')[^1]}:");
            foreach (var option in fact.Options)
            {
                unbroken.ShouldContain($"{option.Id} = {option.Label}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_tidy(string id)
    {
        var text = Write(id);
        text.ShouldEndWith("\n");
        text.ShouldNotContain("\r");
        text.ShouldNotContain("\t");
        foreach (var line in text.Split('\n'))
        {
            line.Length.ShouldBeLessThanOrEqualTo(TemplateText.Width, line);
            line.ShouldBe(line.TrimEnd());
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_examples_are_right_once_their_hash_is_taken_away(string id)
    {
        var lines = Write(id, "Phòng khám A").Split('\n').Select(line => IsExample(line) ? line[1..] : line);
        var dossier = Reading.ReadWhole(string.Join('\n', lines));
        dossier.FacilityName.ShouldBe("Phòng khám A");
        dossier.Documents.Select(document => document.Key).ShouldBe(DossierDocument.Keys);
        dossier.Answers.Count.ShouldBe(3);
        var last = dossier.Systems[^1];
        (last.Zones.Count, last.Devices.Count, last.Services.Count).ShouldBe((1, 1, 1));
    }

    [Fact]
    public void A_preset_that_the_catalogue_does_not_fit_is_an_error()
    {
        var facts = "schema: emrsec.facts/1\nfacts:\n  - { id: facility.name, scope: facility, type: text, label: Tên, question: Tên? }\n"u8.ToArray();
        var catalogue = EmrSec.Rules.Packs.PackLoader.Load([new("facts.yaml", _ => facts)], new DiagnosticBag()).Packs!.Facts;
        var diagnostics = new DiagnosticBag();
        PresetWriter.Write("polyclinic", catalogue, diagnostics).ShouldBeNull();
        diagnostics.HasErrors.ShouldBeTrue();
        diagnostics.Items[0].ShouldBeAt("KD001", 6, 3);
        diagnostics.Items[0].Position.File.ShouldBe("presets/polyclinic.yaml");
    }

    [Fact]
    public void A_preset_that_does_not_exist_is_a_misuse() =>
        Should.Throw<ArgumentException>(() => PresetWriter.Write("spa", TestFacts.Catalogue, new DiagnosticBag()));

    [Theory]
    [InlineData("facility.kind", "Một trong: hospital = bệnh viện; ")]
    [InlineData("facility.dayTreatment", "true = có; false = không")]
    [InlineData("facility.beds", "Số nguyên (giường)")]
    [InlineData("system.publicServiceGrade", "Số nguyên từ 1 đến 4")]
    [InlineData("system.assignedLevel", "Số nguyên từ 1 đến 5; none = không có quyết định")]
    [InlineData("milestones.emrCompleted", "Ngày, dạng 2026-02-28; none = chưa hoàn thành")]
    [InlineData("system.information", "Một hoặc nhiều, trong ngoặc vuông: public = ")]
    [InlineData("system.kinds", "Một hoặc nhiều, trong ngoặc vuông (không có: []): his = ")]
    public void The_values_of_each_type_are_explained(string id, string words) =>
        QuestionWriter.Values(TestFacts.Fact(id)).Replace(TemplateText.UnbrokenBlank, ' ').ShouldStartWith(words);

    private static string Write(string id, string? name = null)
    {
        var diagnostics = new DiagnosticBag();
        var text = PresetWriter.Write(id, TestFacts.Catalogue, diagnostics, name);
        diagnostics.Items.ShouldBeEmpty();
        return text.ShouldNotBeNull();
    }

    private static PresetOutline Outline(string id) =>
        new PresetReader(TestFacts.Catalogue, new DiagnosticBag()).Read(PresetCatalogue.Text(id), id).ShouldNotBeNull();

    // Behind the hash of prose stand one blank or three; behind that of an example an even number.
    private static bool IsExample(string line) =>
        line.StartsWith('#') && line.Length > 1 && (line.Length - 1 - line[1..].TrimStart().Length) % 2 == 0;

    private static IEnumerable<(string, FactValue)> Values(FactSet facts) => facts.Declared.Select(pair => (pair.Key.Id, pair.Value.Value));

    private static IEnumerable<PresetSystem> Flat(IEnumerable<PresetSystem> systems) => systems.SelectMany(system => Flat(system.Components).Prepend(system));
}
