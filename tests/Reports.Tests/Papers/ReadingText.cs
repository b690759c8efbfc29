using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>What a reader of a paper must find, word for word and in order: read off the model, not off a writer.</summary>
internal static class ReadingText
{
    public static string Of(Document document) => string.Join(' ', document.Sections.SelectMany(Of));

    private static IEnumerable<string> Of(Section section)
    {
        string[] annex = section.Annex is { } head ? [head.Label, Capitals(head.Title), head.Attachment?.ToString() ?? ""] : [];
        return annex.Concat(section.Blocks.SelectMany(Of));
    }

    // The text inside of charts is left out: who cannot see them has the alternative text.
    private static IEnumerable<string> Of(Block block) => block switch
    {
        Paragraph paragraph => [paragraph.Runs.ToString()],
        Heading heading => [heading.Label ?? "", heading.Kind is <= HeadingKind.Subsection or HeadingKind.Level1 ? Capitals(heading.Text) : heading.Text.ToString(), heading.RunIn.ToString()],
        BlockList list => list.Items.SelectMany((item, i) => item.Blocks.SelectMany(Of).Prepend(list.Label(i))),
        Table table => table.Rows.SelectMany(row => row.Cells.SelectMany(cell => cell.Blocks.SelectMany(Of))).Prepend(table.Caption?.ToString() ?? ""),
        Figure figure => [figure.Caption?.ToString() ?? ""],
        Letterhead head => [Capitals(head.SuperiorBody ?? ""), Capitals(head.IssuingBody), Letterhead.Nation, Letterhead.Motto, head.Number?.ToString() ?? "", head.PlaceAndDate?.ToString() ?? "", head.Regarding?.ToString() ?? ""],
        TitleBlock title => [title.Kind.ToUpperInvariant(), title.Abstract?.ToString() ?? "", Capitals(title.Authority ?? "")],
        Recipients { Names: [var only] } => ["Kính gửi:", only.ToString()],
        Recipients recipients => Closed(recipients.Names, "-").Prepend("Kính gửi:"),
        LegalGrounds grounds => Closed(grounds.Lines, ""),
        SignatureBlock signing => Of(signing),
        _ => [],
    };

    // Signers side by side are read one after the other; «Nơi nhận» follows.
    private static IEnumerable<string> Of(SignatureBlock block) => block.Signers
        .SelectMany(signer => signer.Titles.Select(Capitals).Append(signer.Name?.ToString() ?? ""))
        .Concat(block.Distribution.Count == 0 ? [] : Closed(block.Distribution, "-").Prepend("Nơi nhận:"));

    private static IEnumerable<string> Closed(IReadOnlyList<RichText> lines, string dash) =>
        lines.Select((line, i) => $"{dash} {line}{(i == lines.Count - 1 ? "." : ";")}");

    private static string Capitals(RichText text) => text.ToString().ToUpperInvariant();
}
