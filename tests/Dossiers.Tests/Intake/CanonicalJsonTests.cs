using System.Text;

namespace EmrSec.Dossiers.Tests.Intake;

/// <summary>A dossier goes to canonical JSON and back, and to YAML and back, and says the same.</summary>
public sealed class CanonicalJsonTests
{
    private static readonly DossierReader Reader = new(TestFacts.Catalogue);

    public static TheoryData<string> Samples() => [.. Directory.GetFiles("samples", "*.yaml").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_comes_back_from_json_and_from_yaml_as_it_was(string name)
    {
        var read = Reader.ReadFile(Path.Combine("samples", name));
        var json = read.ToCanonicalJson();
        var fromJson = Reader.ReadCanonical(json, "store");
        fromJson.Diagnostics.Items.ShouldAllBe(item => item.Severity != DiagnosticSeverity.Error);
        ShouldSayTheSame(read.Dossier!, fromJson.Dossier.ShouldNotBeNull());
        fromJson.ToCanonicalJson().ShouldBe(json);

        var yaml = DossierYaml.Write(fromJson.Source!, TestFacts.Catalogue);
        var fromYaml = Reader.ReadText(yaml, "written.yaml");
        fromYaml.Diagnostics.Items.ShouldAllBe(item => item.Severity != DiagnosticSeverity.Error);
        fromYaml.ToCanonicalJson().ShouldBe(json);
        yaml.ShouldStartWith("schema: emrsec.dossier/1\nfacility:\n");
    }

    [Theory]
    [InlineData("27001")]
    [InlineData("true")]
    [InlineData("none")]
    public void A_text_that_looks_like_a_number_stays_a_text_on_every_way(string text)
    {
        var json = Reader.ReadText($"schema: emrsec.dossier/1\nfacility: {{ code: \"{text}\" }}\n", "a").ToCanonicalJson();
        var back = Reader.ReadCanonical(json, "b");
        back.ToCanonicalJson().ShouldBe(json);
        Reader.ReadText(DossierYaml.Write(back.Source!, TestFacts.Catalogue), "c").ToCanonicalJson().ShouldBe(json);
    }

    [Fact]
    public void Order_quotes_comments_and_empty_keys_do_not_count()
    {
        var one = Canonical("schema: emrsec.dossier/1\nfacility:\n  name: Trạm y tế\n  beds: 0 # none\n  province:\nsystems:\n  - {id: emr, users: 12}\n");
        var other = Canonical("systems: [{users: 12, 'id': \"emr\"}]\nfacility: {beds: 0, name: 'Trạm y tế'}\nschema: emrsec.dossier/1\n");
        one.ShouldBe("""{"facility":{"beds":0,"name":"Trạm y tế"},"schema":"emrsec.dossier/1","systems":[{"id":"emr","users":12}]}""");
        other.ShouldBe(one);
    }

    [Theory]
    [InlineData("\"~\"")]
    [InlineData("\"null\"")]
    [InlineData("\"none\"")]
    [InlineData("\"true\"")]
    [InlineData("TRUE")]
    [InlineData("0222 000 0000")]
    [InlineData("007")]
    [InlineData("\"2025-09-20\"")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("\"=SUM(A1)\"")]
    [InlineData("\"- a: [b] # c\"")]
    [InlineData("\"dòng một\\ndòng hai\\ttab \\\" \\\\\"")]
    [InlineData("\"Tra\\u0323m y te\\u0302\\u0301\"")]
    [InlineData("'  trước và sau  '")]
    public void A_text_is_kept_letter_for_letter(string written)
    {
        var read = Reader.ReadText($"schema: emrsec.dossier/1\nowner: {{ name: {written} }}\n", "dossier.yaml");
        var name = read.Dossier.ShouldNotBeNull().Owner!.Name.ShouldNotBeNull();
        Reader.ReadCanonical(read.ToCanonicalJson(), "store").Dossier!.Owner!.Name.ShouldBe(name);
        Reader.ReadText(DossierYaml.Write(read.Source!, TestFacts.Catalogue), "written").Dossier!.Owner!.Name.ShouldBe(name);
        name.IsNormalized(NormalizationForm.FormC).ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "TT008")]
    [InlineData("{", "TT008")]
    [InlineData("{\"schema\":\"emrsec.dossier/1\"} x", "TT008")]
    [InlineData("[1,2]", "HS001")]
    [InlineData("{\"schema\":\"emrsec.dossier/1\",\"schema\":\"emrsec.dossier/1\"}", "YM011")]
    [InlineData("{\"schema\":\"emrsec.dossier/1\",\"facilty\":{}}", "KD001")]
    [InlineData("{\"schema\":\"emrsec.dossier/1\",\"facility\":{\"name\":\"a\\u0000b\"}}", "TT008")]
    [InlineData("{\"schema\":\"emrsec.dossier/1\",\"facility\":{\"name\":\"\\ud800\"}}", "TT008")]
    [InlineData("{\"schema\":\"emrsec.dossier/1\",\"facility\":{\"beds\":1.5}}", "KD007")]
    public void Json_that_is_no_dossier_is_refused(string json, string code)
    {
        var read = Reader.ReadCanonical(Encoding.UTF8.GetBytes(json), "store");
        read.Dossier.ShouldBeNull();
        read.Diagnostics.Items.Select(item => item.Code).ShouldContain(code);
        Should.Throw<InvalidOperationException>(read.ToCanonicalJson);
    }

    [Fact]
    public void Json_nested_without_end_is_refused()
    {
        var read = Reader.ReadCanonical(Encoding.UTF8.GetBytes(new string('[', 100_000)), "store");
        read.Diagnostics.Items.ShouldHaveSingleItem().Code.ShouldBe("TT008");
    }

    private static string Canonical(string yaml) => Encoding.UTF8.GetString(Reader.ReadText(yaml, "dossier.yaml").ToCanonicalJson());

    private static void ShouldSayTheSame(Dossier one, Dossier other)
    {
        other.FacilityCode.ShouldBe(one.FacilityCode);
        Facts(other.Facility).ShouldBe(Facts(one.Facility));
        Facts(other.Milestones).ShouldBe(Facts(one.Milestones));
        other.AllSystems().Select(system => system.Id).ShouldBe(one.AllSystems().Select(system => system.Id));
        other.AllSystems().Select(system => system.Name).ShouldBe(one.AllSystems().Select(system => system.Name));
        other.AllSystems().SelectMany(system => Facts(system.Facts)).ShouldBe(one.AllSystems().SelectMany(system => Facts(system.Facts)));
        other.Systems.SelectMany(system => system.Zones).Select(zone => zone with { Position = default }).ShouldBe(one.Systems.SelectMany(system => system.Zones).Select(zone => zone with { Position = default }));
        other.Answers.Count.ShouldBe(one.Answers.Count);
        other.Papers.Select(paper => (paper.Kind, paper.Number, paper.Date, paper.SignerName)).ShouldBe(one.Papers.Select(paper => (paper.Kind, paper.Number, paper.Date, paper.SignerName)), ignoreOrder: true);
    }

    private static IEnumerable<string> Facts(FactSet facts) => facts.Declared.Select(pair => $"{pair.Key.Id} = {pair.Value.Value.Text ?? FactText.ToYaml(pair.Key, pair.Value.Value)}");
}
