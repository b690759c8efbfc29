namespace EmrSec.Assessor.Pages;

/// <summary>What a stretch of text means; the terminal shows it as a colour, plain output as nothing.</summary>
internal enum Tone
{
    Normal,
    Strong,
    Muted,
    Good,
    Warn,
    Bad,
}

/// <summary>A stretch of text of one tone.</summary>
internal sealed record Span(string Text, Tone Tone = Tone.Normal)
{
    public static implicit operator Span(string text) => new(text);
}

/// <summary>A part of a page.</summary>
internal abstract record Block;

/// <summary>A heading; level 1 opens the page, 2 a section, 3 one thing in it.</summary>
internal sealed record Heading(int Level, IReadOnlyList<Span> Text) : Block;

/// <summary>A paragraph, indented by so many steps; a <paramref name="Label"/> stands in front and the text hangs behind it.</summary>
internal sealed record Paragraph(int Indent, string Label, IReadOnlyList<Span> Text) : Block;

/// <summary>A table.</summary>
internal sealed record TableBlock(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<Span>> Rows) : Block;

/// <summary>An empty line.</summary>
internal sealed record Gap : Block;

/// <summary>What a command has to say, before it is known where it is shown.</summary>
internal sealed class Page
{
    private readonly List<Block> _blocks = [];

    public IReadOnlyList<Block> Blocks => _blocks;

    public Page Head(int level, params Span[] text) => Add(new Heading(level, text));

    public Page Line(params Span[] text) => Add(new Paragraph(0, "", text));

    public Page Item(int indent, string label, params Span[] text) => Add(new Paragraph(indent, label, text));

    public Page Table(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<Span>> rows) => rows.Count == 0 ? this : Add(new TableBlock(header, rows));

    public Page Blank() => Add(new Gap());

    private Page Add(Block block)
    {
        _blocks.Add(block);
        return this;
    }
}
