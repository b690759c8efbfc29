namespace EmrSec.Dossiers.Tests.Editing;

internal static class Edits
{
    public static FactAddress Address(string id, string? system = null) => new(TestFacts.Fact(id), system);

    public static EditResult TrySet(string text, string id, object value, string? system = null) =>
        new DossierEditor(TestFacts.Catalogue).Set(text, Address(id, system), TestFacts.Value(id, value));

    public static string Set(string text, string id, object value, string? system = null) => Done(TrySet(text, id, value, system), text);

    public static string Clear(string text, string id, string? system = null) =>
        Done(new DossierEditor(TestFacts.Catalogue).Clear(text, Address(id, system)), text);

    private static string Done(EditResult result, string text)
    {
        result.Diagnostics.Items.ShouldBeEmpty();
        result.IsDone.ShouldBeTrue();
        result.Former.ShouldBe(text);
        return result.Text!;
    }
}
