using Spectre.Console;

namespace EmrSec.Assessor.Pages;

/// <summary>Writes a page to a terminal, with colours and drawn tables.</summary>
internal sealed class TerminalRenderer(IAnsiConsole console)
{
    public void Write(Page page)
    {
        foreach (var block in page.Blocks)
        {
            switch (block)
            {
                case Heading { Level: 1 } heading:
                    console.Write(new Panel(Render(heading.Text, Tone.Strong)).Border(BoxBorder.Double).Expand());
                    break;
                case Heading { Level: 2 } heading:
                    console.Write(new Rule(string.Concat(heading.Text.Select(Markup))).LeftJustified());
                    break;
                case Heading heading:
                    console.Write(Render(heading.Text, Tone.Strong));
                    console.WriteLine();
                    break;
                case Paragraph paragraph:
                    Write(paragraph);
                    break;
                case TableBlock table:
                    Write(table);
                    break;
                default:
                    console.WriteLine();
                    break;
            }
        }
    }

    private void Write(Paragraph paragraph)
    {
        var grid = new Grid { Expand = false };
        grid.AddColumn(new GridColumn().NoWrap().Padding(0, 0));
        grid.AddColumn(new GridColumn().Padding(0, 0));
        grid.AddRow(new Text(new string(' ', paragraph.Indent * 2) + paragraph.Label), Render(paragraph.Text, Tone.Normal));
        console.Write(grid);
    }

    private void Write(TableBlock block)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (var head in block.Header)
        {
            table.AddColumn(new TableColumn(new Markup($"[bold]{Spectre.Console.Markup.Escape(head)}[/]")));
        }

        foreach (var row in block.Rows)
        {
            table.AddRow(row.Select(cell => Render([cell], Tone.Normal)));
        }

        console.Write(table);
    }

    private static Spectre.Console.Paragraph Render(IReadOnlyList<Span> spans, Tone outer)
    {
        var paragraph = new Spectre.Console.Paragraph();
        foreach (var span in spans)
        {
            paragraph.Append(span.Text, Style(span.Tone == Tone.Normal ? outer : span.Tone));
        }

        return paragraph;
    }

    private static string Markup(Span span) => $"[bold]{Spectre.Console.Markup.Escape(span.Text)}[/]";

    private static Style Style(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Muted => new Style(Color.Grey),
        Tone.Good => new Style(Color.Green),
        Tone.Warn => new Style(Color.Yellow),
        Tone.Bad => new Style(Color.Red, decoration: Decoration.Bold),
        _ => Spectre.Console.Style.Plain,
    };
}
