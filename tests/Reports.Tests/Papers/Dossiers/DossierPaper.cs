using EmrSec.Dossiers.Intake;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Papers;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Packs;

namespace EmrSec.Reports.Tests.Papers.Dossiers;

/// <summary>Makes the hồ sơ đề xuất cấp độ of a dossier and reads what it says.</summary>
internal static class DossierPaper
{
    private static readonly PaperMaker Maker = new(new TemplateEngine());

    public static RulePackSet Packs { get; } = PackLoader.Load(PackSource.BuiltIn(), new DiagnosticBag()).Packs!;

    public static string Root { get; } = FindRoot();

    public static string Sample { get; } = Read("bac-ninh-hospital");

    public static string Read(string sample) => File.ReadAllText(Path.Combine(Root, "samples", sample + ".yaml"));

    public static PaperRequest Request(string yaml, bool isDraft = false, string? regime = null, string file = "x.yaml", params string[] systems)
    {
        var read = new DossierReader(Packs.Facts).ReadText(yaml, file);
        var dossier = read.Dossier.ShouldNotBeNull(string.Join('\n', read.Diagnostics.Items.Select(item => item.Message)));
        var assessment = FacilityAssessor.Assess(Packs, dossier.ToProfile(), new AssessmentOptions(new DateOnly(2026, 11, 21), regime));
        return new PaperRequest(dossier, Packs, assessment, systems) { Created = new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.FromHours(7)), IsDraft = isDraft };
    }

    public static MadePaper Make(PaperRequest request) => Maker.Make(PaperKind.Find("dossier")!, request);

    public static MadePaper Make(string yaml, bool isDraft = false, string? regime = null) => Make(Request(yaml, isDraft, regime));

    /// <summary>Every block, those within lists and tables too, in the order of reading.</summary>
    public static IEnumerable<Block> Blocks(Document document) => document.Sections.SelectMany(section => section.Blocks).SelectMany(Within);

    public static IEnumerable<Heading> Headings(Document document) => Blocks(document).OfType<Heading>();

    public static List<Table> Tables(Document document) => [.. Blocks(document).OfType<Table>()];

    /// <summary>The tables with a row for each requirement.</summary>
    public static List<Table> RequirementTables(Document document) => [.. Tables(document).Where(table => table.Columns.Count == 9)];

    public static string Text(TableCell cell) => string.Join('\n', cell.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Runs.ToString()));

    /// <summary>Everything it says, a line for each paragraph, heading or row.</summary>
    public static string Text(Document document)
    {
        var lines = new List<string>();
        foreach (var section in document.Sections)
        {
            lines.Add($"=== {section.Orientation}{(section.Annex is { } annex ? $" {annex.Label}: {annex.Title}" : "")}");
            lines.AddRange(section.Blocks.SelectMany(Lines));
        }

        return string.Join('\n', lines) + "\n";
    }

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        Heading heading => [$"# {heading.Kind} {heading.Label} {heading.Text}"],
        Paragraph paragraph => [paragraph.Runs.ToString()],
        BlockList list => list.Items.SelectMany((item, index) => item.Blocks.SelectMany(Lines).Select((line, at) => (at == 0 ? list.Label(index) : " ") + " " + line)),
        Table table => [.. table.Caption is { } caption ? new[] { $"[{caption}]" } : [], .. table.Rows.Select(row => "| " + string.Join(" | ", row.Cells.Select(cell => Text(cell).Replace("\n", " / ", StringComparison.Ordinal))))],
        Letterhead head => [$"{head.SuperiorBody} / {head.IssuingBody} / {head.Number} / {head.PlaceAndDate}"],
        TitleBlock title => [title.Kind, title.Abstract?.ToString() ?? ""],
        LegalGrounds grounds => grounds.Lines.Select(line => line.ToString()),
        Figure figure => [$"[{figure.AlternativeText}] {figure.Caption}"],
        SignatureBlock signatures => signatures.Signers.Select(signer => $"{string.Join(" / ", signer.Titles)}: {signer.Name} ({signer.FieldName}, {signer.SealFieldName})"),
        _ => [block.GetType().Name],
    };

    private static IEnumerable<Block> Within(Block block) => (block switch
    {
        BlockList list => list.Items.SelectMany(item => item.Blocks),
        Table table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Blocks),
        _ => [],
    }).SelectMany(Within).Prepend(block);

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "EmrSec.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("The tests do not run within the repository.");
    }
}
