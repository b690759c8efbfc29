namespace EmrSec.Dossiers.Tests;

/// <summary>Reads dossiers and says what was expected of them.</summary>
internal static class Reading
{
    /// <summary>Marks the place of an error in a text; it is taken out before reading.</summary>
    public const char Mark = '▸';

    public const string Begin =
        """
        schema: emrsec.dossier/1
        facility:
          name: Bệnh viện mẫu

        """;

    public static DossierReadResult Read(string text) => new DossierReader(TestFacts.Catalogue).ReadText(text, "dossier.yaml");

    public static Dossier ReadWhole(string text)
    {
        var result = Read(text);
        result.Diagnostics.Items.Where(item => item.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return result.Dossier.ShouldNotBeNull();
    }

    /// <summary>The text has this one error, at the mark, and there is no dossier.</summary>
    public static Diagnostic ReadBroken(string marked, string code)
    {
        var (text, line, column) = Unmark(marked);
        var result = Read(text);
        result.Dossier.ShouldBeNull();
        var error = result.Diagnostics.Items.Where(item => item.Severity == DiagnosticSeverity.Error).ShouldHaveSingleItem();
        error.ShouldBeAt(code, line, column);
        return error;
    }

    public static void ShouldBeAt(this Diagnostic error, string code, int line, int column)
    {
        error.Code.ShouldBe(code, error.ToString());
        (error.Position.Line, error.Position.Column).ShouldBe((line, column), error.ToString());
    }

    private static (string Text, int Line, int Column) Unmark(string marked)
    {
        var index = marked.IndexOf(Mark, StringComparison.Ordinal);
        var before = marked[..index];
        return (before + marked[(index + 1)..], before.Count(c => c == '\n') + 1, index - before.LastIndexOf('\n'));
    }
}
