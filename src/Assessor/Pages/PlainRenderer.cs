namespace EmrSec.Assessor.Pages;

/// <summary>Writes a page as plain text: for pipes, files, and terminals that cannot do more.</summary>
internal sealed class PlainRenderer(TextWriter output, int width = PlainRenderer.DefaultWidth)
{
    public const int DefaultWidth = 110;
    private const int Gutter = 2;
    private const int LeastColumn = 6;

    public void Write(Page page)
    {
        foreach (var block in page.Blocks)
        {
            switch (block)
            {
                case Heading heading:
                    Write(heading);
                    break;
                case Paragraph paragraph:
                    Write(paragraph);
                    break;
                case TableBlock table:
                    Write(table);
                    break;
                default:
                    output.WriteLine();
                    break;
            }
        }
    }

    private static string Text(IEnumerable<Span> spans) => string.Concat(spans.Select(span => span.Text));

    private void Write(Heading heading)
    {
        var text = Text(heading.Text);
        output.WriteLine(text);
        if (heading.Level < 3)
        {
            output.WriteLine(new string(heading.Level == 1 ? '=' : '-', Math.Min(text.Length, width)));
        }
    }

    private void Write(Paragraph paragraph)
    {
        var indent = new string(' ', paragraph.Indent * 2);
        var first = indent + paragraph.Label;
        var hang = new string(' ', Math.Min(first.Length, width / 3));
        var lines = Wrap(Text(paragraph.Text), width - hang.Length).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            output.WriteLine(((i == 0 ? first : hang) + lines[i]).TrimEnd());
        }
    }

    private void Write(TableBlock table)
    {
        var widths = Widths(table);
        WriteRow(table.Header, widths);
        output.WriteLine(string.Join(new string(' ', Gutter), Array.ConvertAll(widths, column => new string('-', column))));
        foreach (var row in table.Rows)
        {
            WriteRow([.. row.Select(cell => cell.Text)], widths);
        }
    }

    private void WriteRow(IReadOnlyList<string> cells, int[] widths)
    {
        var wrapped = cells.Select((cell, i) => Wrap(cell, widths[i]).ToList()).ToList();
        for (var line = 0; line < wrapped.Max(cell => cell.Count); line++)
        {
            var parts = wrapped.Select((cell, i) => (line < cell.Count ? cell[line] : "").PadRight(widths[i]));
            output.WriteLine(string.Join(new string(' ', Gutter), parts).TrimEnd());
        }
    }

    // Columns get what they need; where that is too much, the widest gives way.
    private int[] Widths(TableBlock table)
    {
        var widths = new int[table.Header.Count];
        var surplus = (Gutter * (widths.Length - 1)) - width;
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = Math.Max(LeastColumn, table.Header[i].Length);
            foreach (var row in table.Rows)
            {
                widths[i] = Math.Max(widths[i], row[i].Text.Length);
            }

            surplus += widths[i];
        }

        for (; surplus > 0; surplus--)
        {
            var widest = 0;
            for (var i = 1; i < widths.Length; i++)
            {
                widest = widths[i] > widths[widest] ? i : widest;
            }

            if (widths[widest] <= LeastColumn)
            {
                break;
            }

            widths[widest]--;
        }

        return widths;
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var rest = word;
            if (line.Length > 0 && line.Length + 1 + rest.Length > width)
            {
                yield return line;
                line = "";
            }

            while (rest.Length > width)
            {
                yield return rest[..width];
                rest = rest[width..];
            }

            line = line.Length == 0 ? rest : $"{line} {rest}";
        }

        yield return line;
    }
}
