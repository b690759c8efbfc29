using EmrSec.Dossiers.Workbooks;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Packs;

namespace EmrSec.Dossiers.Tests.Workbooks;

/// <summary>Makes workbooks of dossiers and reads them back.</summary>
internal static class Books
{
    public static readonly DateTimeOffset Made = new(2026, 11, 21, 8, 0, 0, TimeSpan.FromHours(7));

    public static RulePackSet Packs { get; } = PackLoader.Load(PackSource.BuiltIn(), new DiagnosticBag()).Packs!;

    public static IEnumerable<string> SampleNames => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "samples"), "*.yaml").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);

    public static string Sample(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", name));

    public static byte[] Write(string text)
    {
        var read = new DossierReader(Packs.Facts).ReadText(text, "dossier.yaml");
        read.Diagnostics.Items.Where(item => item.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        var facility = read.Dossier.ShouldNotBeNull().ToProfile();
        using var book = new MemoryStream();
        WorkbookWriter.Write(book, text, read, Packs.Facts, FacilityAssessor.Assess(Packs, facility, new AssessmentOptions(new DateOnly(2026, 6, 1))), Made);
        return book.ToArray();
    }

    public static WorkbookReading Read(byte[] book, string? onto = null) => new WorkbookReader(Packs).Read(new MemoryStream(book), "so.xlsx", onto, "ho-so.yaml");

    /// <summary>The text that comes back; nothing may be wrong.</summary>
    public static string ReadWhole(byte[] book, string? onto = null)
    {
        var reading = Read(book, onto);
        reading.Diagnostics.Items.Where(item => item.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return reading.Text.ShouldNotBeNull();
    }

    /// <summary>The one error that a workbook has.</summary>
    public static Diagnostic ReadBroken(byte[] book, string code, string? place = null)
    {
        var reading = Read(book);
        reading.Text.ShouldBeNull();
        var error = reading.Diagnostics.Items.Where(item => item.Severity == DiagnosticSeverity.Error).ShouldHaveSingleItem();
        error.Code.ShouldBe(code, error.ToString());
        if (place is not null)
        {
            error.Position.ToString().ShouldBe($"so.xlsx: {place}");
        }

        return error;
    }

    /// <summary>What a text says, in the form that does not depend on how it is written.</summary>
    public static string Canonical(string text)
    {
        var read = new DossierReader(Packs.Facts).ReadText(text, "dossier.yaml");
        read.Diagnostics.Items.Where(item => item.Severity == DiagnosticSeverity.Error).ShouldBeEmpty(text);
        return System.Text.Encoding.UTF8.GetString(read.ToCanonicalJson());
    }
}
