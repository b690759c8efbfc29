using System.Xml.Linq;
using EmrSec.Reports.Documents;
using static EmrSec.Reports.Html.Markup;

namespace EmrSec.Reports.Html;

/// <summary>Writes blocks.</summary>
/// <param name="classes">Gets widths and sizes.</param>
internal sealed class BlockWriter(MeasureClasses classes)
{
    private readonly FigureWriter _figures = new(classes);

    /// <summary>The headings written so far.</summary>
    public HeadingWriter Headings { get; } = new();

    /// <summary>Writes blocks.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="width">The width of the text on paper, in millimetres.</param>
    public IEnumerable<XNode> Write(IReadOnlyList<Block> blocks, decimal width)
    {
        // Line feeds between blocks: the file can be read and compared as text.
        foreach (var element in blocks.SelectMany(block => Write(block, width)))
        {
            yield return element;
            yield return new XText("\n");
        }
    }

    /// <summary>The head of an annex.</summary>
    /// <param name="annex">The annex.</param>
    public XElement Write(Annex annex) => new LetterheadWriter(Headings).Write(annex);

    /// <summary>The class of an alignment.</summary>
    /// <param name="alignment">The alignment.</param>
    public static string Alignment(TextAlignment alignment) => alignment switch
    {
        TextAlignment.Left => "left",
        TextAlignment.Centre => "centre",
        TextAlignment.Right => "right",
        _ => "justified",
    };

    private IEnumerable<XElement> Write(Block block, decimal width) => block switch
    {
        Paragraph paragraph => [Write(paragraph, label: null)],
        Heading heading => [Headings.Write(heading)],
        BlockList list => [Write(list, width)],
        Table table => [new TableWriter(this, classes).Write(table, width)],
        Figure figure => [_figures.Write(figure, width)],
        Letterhead letterhead => [new LetterheadWriter(Headings).Write(letterhead)],
        TitleBlock title => new LetterheadWriter(Headings).Write(title),
        Recipients recipients => [LetterheadWriter.Write(recipients)],
        LegalGrounds grounds => LetterheadWriter.Write(grounds),
        SignatureBlock signatures => [SignatureWriter.Write(signatures)],
        PageBreak => [El("div", Class("page-break"))],
        _ => throw new NotSupportedException($"A {block.GetType().Name} cannot be written as HTML."),
    };

    private static XElement Write(Paragraph paragraph, string? label) => El(
        "p",
        Class(
            paragraph.Alignment is { } alignment ? Alignment(alignment) : null,
            paragraph.IndentFirstLine || label is not null ? null : "flush",
            paragraph.KeepWithNext ? "keep" : null),
        label,
        RunWriter.Write(paragraph.Runs));

    // Labels are text, not markers that a style sheet makes: «điểm đ» is then found, read out and copied as it is written.
    private XElement Write(BlockList list, decimal width) => El(
        list.Kind is ListKind.Number or ListKind.Letter ? "ol" : "ul",
        At("role", "list"),
        list.Items.Select((item, i) => Item(item, list.Label(i) + " ", width)));

    private XElement Item(ListItem item, string label, decimal width) => item.Blocks.Count > 0 && item.Blocks[0] is Paragraph first
        ? El("li", Write(first, label), Write([.. item.Blocks.Skip(1)], width))
        : El("li", El("p", label), Write(item.Blocks, width));
}
