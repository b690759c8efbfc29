using System.Text;
using EmrSec.Dossiers.Tests.Workbooks;
using EmrSec.Dossiers.Trees;
using EmrSec.Rules.Yaml;
using FsCheck;
using FsCheck.Fluent;

namespace EmrSec.Dossiers.Tests.Trees;

/// <summary>Laws of laying dossiers side by side: joining loses nothing, and a text that is edited says what was wanted.</summary>
public sealed class TreeTests
{
    private static readonly Arbitrary<(string, string)> Two = Arb.From(from one in AnyDossiers.Arbitrary.Generator from other in AnyDossiers.Arbitrary.Generator select (one, other));

    private static YamlMapping Tree(string text) => (YamlMapping)YamlReader.Read(text, "", new DiagnosticBag())!;

    private static byte[] Json(string text) => Encoding.UTF8.GetBytes(Books.Canonical(text));

    [Fact]
    public void What_one_side_changed_is_taken_whole() => Prop.ForAll(Two, pair =>
    {
        var (before, after) = (Tree(pair.Item1), Tree(pair.Item2));
        foreach (var (tree, conflicts) in new[] { TreeMerge.Join(before, after, before), TreeMerge.Join(before, before, after), TreeMerge.Join(before, after, after) })
        {
            conflicts.ShouldBeEmpty();
            YamlTree.Same(tree, after).ShouldBeTrue(pair.Item2);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void A_text_edited_towards_any_other_dossier_says_what_that_one_says() => Prop.ForAll(Two, pair =>
    {
        var edited = TreeEditor.Write(pair.Item1, Tree(pair.Item1), Tree(pair.Item2), TestFacts.Catalogue);
        Books.Canonical(edited.Text).ShouldBe(Books.Canonical(pair.Item2), pair.Item1);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void Changes_are_none_between_a_dossier_and_itself_and_some_between_others() => Prop.ForAll(Two, pair =>
    {
        TreeChanges.Between(Tree(pair.Item1), Tree(pair.Item1)).ShouldBeEmpty();
        (TreeChanges.Between(Tree(pair.Item1), Tree(pair.Item2)).Count == 0).ShouldBe(YamlTree.Same(Tree(pair.Item1), Tree(pair.Item2)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Different_places_are_joined_and_the_same_place_is_a_conflict_with_both_values()
    {
        const string Origin = "schema: emrsec.dossier/1\nfacility: { code: A, beds: 1 }\nsystems: [ { id: a, users: 1 }, { id: b } ]\nanswers: { tt12.m.1.1.1: { status: met, evidence: [x.pdf] } }\n";
        var ours = Origin.Replace("beds: 1", "beds: 2", StringComparison.Ordinal).Replace("[x.pdf]", "[x.pdf, y.pdf]", StringComparison.Ordinal);
        var theirs = Origin.Replace("users: 1", "users: 5", StringComparison.Ordinal).Replace("[x.pdf]", "[z.pdf]", StringComparison.Ordinal).Replace("{ id: b }", "{ id: b }, { id: c }", StringComparison.Ordinal);
        var joined = DossierMerge.Join(Json(Origin), Json(ours), Json(theirs), TestFacts.Catalogue);
        joined.Conflicts.ShouldBeEmpty();
        Encoding.UTF8.GetString(joined.Content!).ShouldBe(Books.Canonical("schema: emrsec.dossier/1\nfacility: { code: A, beds: 2 }\nsystems: [ { id: a, users: 5 }, { id: b }, { id: c } ]\nanswers: { tt12.m.1.1.1: { status: met, evidence: [y.pdf, z.pdf] } }\n"));

        var clash = DossierMerge.Join(Json(Origin), Json(ours), Json(Origin.Replace("beds: 1", "beds: 3", StringComparison.Ordinal)), TestFacts.Catalogue);
        clash.Content.ShouldBeNull();
        clash.Conflicts.ShouldHaveSingleItem().ShouldBe(new DossierConflict("Số giường bệnh nội trú", "1 giường", "2 giường", "3 giường"));
    }

    [Fact]
    public void A_system_taken_out_on_one_side_and_answered_for_on_the_other_is_no_dossier_and_is_told()
    {
        const string Origin = "schema: emrsec.dossier/1\nfacility: { code: A }\nsystems: [ { id: a }, { id: b } ]\n";
        var result = DossierMerge.Join(Json(Origin), Json(Origin.Replace(", { id: b }", "", StringComparison.Ordinal)), Json(Origin + "answers: { b/tt12.m.1.1.1: { status: met } }\n"), TestFacts.Catalogue);
        result.Content.ShouldBeNull();
        result.Diagnostics.Items.ShouldHaveSingleItem().Code.ShouldBe("HS006");
    }

    [Fact]
    public void Sets_are_never_mixed_of_two_declarations()
    {
        const string Origin = "schema: emrsec.dossier/1\nsystems: [ { id: a, information: [private] } ]\n";
        var result = DossierMerge.Join(Json(Origin), Json(Origin.Replace("[private]", "[private, personal]", StringComparison.Ordinal)), Json(Origin.Replace("[private]", "[public]", StringComparison.Ordinal)), TestFacts.Catalogue);
        result.Conflicts.ShouldHaveSingleItem().Where.ShouldContain("Loại thông tin xử lý");
    }
}
