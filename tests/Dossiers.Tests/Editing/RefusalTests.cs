namespace EmrSec.Dossiers.Tests.Editing;

/// <summary>Nothing is written rather than something else than was asked for.</summary>
public sealed class RefusalTests
{
    private const string Head = Reading.Begin + "systems:\n  - id: a\n    name: A\n";

    [Theory]
    [InlineData(Head + "    kinds: [his,  # quản lý\n      emr]\n", "HS012", 7, 5)]
    [InlineData(Head + "    ? kinds\n    :\n", "HS012", 7, 7)]
    [InlineData(Head + "    kinds: { his: 1 }\n    kinds: [his]\n", "YM011", 8, 5)]
    [InlineData(Head + "  - id: a\n    name: B\n", "HS005", 7, 5)]
    [InlineData(Reading.Begin + "systems: [{ id: b, name: A }]\n", "HS011", 1, 1)]
    [InlineData("- a\n", "HS001", 1, 1)]
    [InlineData("a: [\n", "YM001", 2, 1)]
    [InlineData("", "YM004", 0, 0)]
    public void A_text_that_cannot_be_edited_for_certain_is_left_alone(string text, string code, int line, int column)
    {
        var result = Edits.TrySet(text, "system.kinds", new[] { "lan" }, "a");
        (result.IsDone, result.Text, result.Former).ShouldBe((false, null, text));
        result.Diagnostics.Items.ShouldHaveSingleItem().ShouldBeAt(code, line, column);
    }

    [Fact]
    public void A_group_that_is_no_group_is_left_alone() =>
        Edits.TrySet(Head + "    dataSubjects: 5\n", "system.dataSubjects.basic", 5, "a")
            .Diagnostics.Items.ShouldHaveSingleItem().ShouldBeAt("KD002", 7, 19);

    [Fact]
    public void The_nearest_system_is_named() =>
        Edits.TrySet(Head, "system.users", 5, "aa").Diagnostics.Items.ShouldHaveSingleItem().Help.ShouldNotBeNull().ShouldContain("«a»");

    [Theory]
    [InlineData("facility.beds", -1, "KD008")]
    [InlineData("facility.beds", 1_000_000, "KD008")]
    public void A_number_out_of_bounds_is_refused(string id, int number, string code) =>
        Refused(id, FactValue.Of((long)number)).Code.ShouldBe(code);

    [Fact]
    public void None_is_refused_where_the_fact_does_not_take_it() => Refused("facility.beds", FactValue.None).Code.ShouldBe("KD007");

    [Fact]
    public void An_empty_list_is_refused_where_the_fact_needs_an_item()
    {
        var result = new DossierEditor(TestFacts.Catalogue, "a.yaml").Set(Head, Edits.Address("system.information", "a"), FactValue.OfItems(0));
        result.Diagnostics.Items.ShouldHaveSingleItem().ToString().ShouldStartWith("a.yaml: lỗi KD009: ");
    }

    [Theory]
    [InlineData("  ", "HS013")]
    [InlineData("a\0b", "YM003")]
    public void A_text_that_says_nothing_or_is_none_is_refused(string text, string code) =>
        Refused("facility.address", FactValue.Of(text)).Code.ShouldBe(code);

    [Theory]
    [InlineData('\ud800')]
    [InlineData('\ufffe')]
    public void Half_a_character_is_refused(char half) => Refused("facility.address", FactValue.Of($"a{half}b")).Code.ShouldBe("YM003");

    [Fact]
    public void Misuse_throws()
    {
        var editor = new DossierEditor(TestFacts.Catalogue);
        var twin = EmrSec.Rules.Packs.PackLoader.Load(EmrSec.Rules.Packs.PackSource.BuiltIn(), new DiagnosticBag()).Packs!.Facts;
        Should.Throw<ArgumentException>(() => editor.Set(Head, new FactAddress(twin.Find("facility.beds")!), FactValue.Of(5L)));
        Should.Throw<ArgumentException>(() => editor.Set(Head, Edits.Address("system.users"), FactValue.Of(5L)));
        Should.Throw<ArgumentException>(() => editor.Set(Head, Edits.Address("facility.beds", "a"), FactValue.Of(5L)));
        Should.Throw<ArgumentException>(() => editor.Set(Head, Edits.Address("facility.kind"), FactValue.OfOption(99)));
        Should.Throw<ArgumentException>(() => editor.Set(Head, Edits.Address("facility.dayTreatment"), FactValue.Of(7L)));
    }

    private static Diagnostic Refused(string id, FactValue value)
    {
        var result = new DossierEditor(TestFacts.Catalogue).Set(Head, Edits.Address(id), value);
        result.Text.ShouldBeNull();
        return result.Diagnostics.Items.ShouldHaveSingleItem();
    }
}
