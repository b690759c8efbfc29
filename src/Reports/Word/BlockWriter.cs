using System.Xml.Linq;
using EmrSec.Reports.Documents;
using static EmrSec.Reports.Word.Wml;

namespace EmrSec.Reports.Word;

/// <summary>Where blocks stand.</summary>
/// <param name="Width">The width of the text there, in millimetres.</param>
/// <param name="InTable">Whether it is a table's cell.</param>
/// <param name="Alignment">How text stands in the cell.</param>
/// <param name="Look">How text looks in the cell.</param>
internal readonly record struct Surrounding(decimal Width, bool InTable = false, TextAlignment Alignment = TextAlignment.Justified, Look Look = default);

/// <summary>Writes blocks.</summary>
/// <param name="style">Sizes and spacing of the document.</param>
/// <param name="package">Gets pictures and addresses.</param>
internal sealed class BlockWriter(DocumentStyle style, WordPackage package)
{
    private readonly RunWriter _runs = new(package);
    private readonly FigureWriter _figures = new(package);
    private int _bookmarks;

    /// <summary>The numbering of all lists written.</summary>
    public WordNumbering Numbering { get; } = new(Twips(style.FirstLineIndent));

    private TypeSizes Sizes => TypeSizes.Of(style.Scale);

    /// <summary>Writes blocks; what comes before a signature block stays on its page.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="where">Where they stand.</param>
    public IEnumerable<XElement> Write(IReadOnlyList<Block> blocks, Surrounding where)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var written = Write(blocks[i], where);
            if (i + 1 < blocks.Count && blocks[i + 1] is SignatureBlock)
            {
                var kept = written.ToList();
                KeepWithNext(kept[^1]);
                written = kept;
            }

            foreach (var element in written)
            {
                yield return element;
            }
        }
    }

    /// <summary>A paragraph.</summary>
    /// <param name="properties">Its properties in the schema's order; null for none.</param>
    /// <param name="content">Its runs.</param>
    public static XElement Paragraph(object?[] properties, params object?[] content) => El("p", El("pPr", properties), content);

    /// <summary>The runs of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="look">How it looks.</param>
    public IEnumerable<XElement> Runs(RichText text, Look look = default) => _runs.Write(text, look);

    private IEnumerable<XElement> Write(Block block, Surrounding where) => block switch
    {
        Paragraph paragraph => [Write(paragraph, where)],
        Heading heading => Write(heading),
        BlockList list => Write(list, where),
        Table table => new TableWriter(this, Sizes.Body).Write(table, where.Width),
        Figure figure => Write(figure, where),
        Letterhead letterhead => new LetterheadWriter(this, Sizes).Write(letterhead, where.Width),
        TitleBlock title => new LetterheadWriter(this, Sizes).Write(title, where.Width),
        Recipients recipients => new LetterheadWriter(this, Sizes).Write(recipients),
        LegalGrounds grounds => grounds.Lines.Select((line, i) => Ground(line, i == grounds.Lines.Count - 1)),
        SignatureBlock signatures => new SignatureWriter(this, Sizes).Write(signatures, where.Width),
        PageBreak => [El("p", El("r", El("br", At("type", "page"))))],
        _ => throw new NotSupportedException($"A {block.GetType().Name} cannot be written as DOCX."),
    };

    private XElement Write(Paragraph paragraph, Surrounding where)
    {
        var alignment = paragraph.Alignment ?? where.Alignment;
        return Paragraph(
            [
                Val("pStyle", where.InTable ? WordStyles.Table : WordStyles.Body),
                paragraph.KeepWithNext ? El("keepNext") : null,
                where.InTable || paragraph.IndentFirstLine ? null : El("ind", At("firstLine", 0)),
                alignment == TextAlignment.Justified && !where.InTable ? null : Val("jc", Justification(alignment)),
            ],
            Runs(paragraph.Runs, where.Look));
    }

    /// <summary>How Word calls an alignment.</summary>
    /// <param name="alignment">The alignment.</param>
    public static string Justification(TextAlignment alignment) => alignment switch
    {
        TextAlignment.Left => "left",
        TextAlignment.Centre => "center",
        TextAlignment.Right => "right",
        _ => "both",
    };

    private IEnumerable<XElement> Write(Heading heading)
    {
        var isDivision = heading.Kind is HeadingKind.Part or HeadingKind.Chapter or HeadingKind.Section or HeadingKind.Subsection;
        var styled = Val("pStyle", WordStyles.Of(heading.Kind));
        if (isDivision && heading.Label is { } label)
        {
            yield return Paragraph([styled], Marked(heading.Id, [RunWriter.Run(label, default)]));
            if (!heading.Text.IsEmpty)
            {
                // The title under its number is text of the same part, not a part of its own.
                yield return Paragraph([styled, Val("outlineLvl", 9)], Runs(heading.Text, new Look(IsUpper: true)));
            }

            yield break;
        }

        var space = heading.Label is null || (heading.Text.IsEmpty && heading.RunIn.IsEmpty) ? "" : " ";
        var runs = new List<XElement>();
        if (heading.Label is not null)
        {
            runs.Add(RunWriter.Run(heading.Label + space, default));
        }

        runs.AddRange(Runs(heading.Text, new Look(IsUpper: isDivision)));
        if (!heading.RunIn.IsEmpty)
        {
            runs.Add(RunWriter.Run(heading.Text.IsEmpty ? "" : " ", default));
            runs.AddRange(Runs(heading.RunIn).Select(Upright));
        }

        yield return Paragraph([styled], Marked(heading.Id, runs));
    }

    private IEnumerable<XElement> Marked(string? id, IEnumerable<XElement> runs) => id is null
        ? runs
        : [El("bookmarkStart", At("id", ++_bookmarks), At("name", RunWriter.Bookmark(id))), .. runs, El("bookmarkEnd", At("id", _bookmarks))];

    // The style of «Điều» is bold; what runs on after it is not.
    private static XElement Upright(XElement run)
    {
        var inner = run.Name == W + "r" ? run : run.Element(W + "r")!;
        if (inner.Element(W + "rPr") is { } properties && properties.Element(W + "b") is null)
        {
            properties.AddFirst(Val("b", 0));
        }
        else if (inner.Element(W + "rPr") is null)
        {
            inner.AddFirst(El("rPr", Val("b", 0)));
        }

        return run;
    }

    private IEnumerable<XElement> Write(BlockList list, Surrounding where)
    {
        var number = Numbering.Add(list, where.InTable);
        for (var i = 0; i < list.Items.Count; i++)
        {
            var elements = Write(list.Items[i].Blocks, where).ToList();
            if (elements.Count == 0 || elements[0].Name != W + "p")
            {
                elements.Insert(0, Paragraph([Val("pStyle", where.InTable ? WordStyles.Table : WordStyles.Body)]));
            }

            var properties = elements[0].Element(W + "pPr")!;
            if (number is { } id)
            {
                var before = properties.Elements().LastOrDefault(element => element.Name == W + "pStyle" || element.Name == W + "keepNext");
                var numbering = El("numPr", Val("ilvl", 0), Val("numId", id));
                before?.AddAfterSelf(numbering);
            }
            else
            {
                properties.AddAfterSelf(RunWriter.Run(list.Label(i) + " ", where.Look));
            }

            foreach (var element in elements)
            {
                yield return element;
            }
        }
    }

    private IEnumerable<XElement> Write(Figure figure, Surrounding where)
    {
        var (content, height) = _figures.Write(figure, where.Width);
        var properties = new object?[] { figure.Caption is null ? null : El("keepNext"), El("spacing", At("before", height is null ? 120 : 0)), Val("jc", "center") };
        var paragraph = Paragraph(properties, El("r", content));
        yield return height is { } room ? Framed(paragraph, where.Width, room) : paragraph;
        if (height is not null && figure.Caption is null)
        {
            // Two frames in a row would become one.
            yield return El("p", El("pPr", El("spacing", At("line", 120), At("lineRule", "exact"))));
        }

        if (figure.Caption is { } caption)
        {
            yield return Paragraph([Val("pStyle", WordStyles.Caption), Val("keepNext", 0)], Runs(caption));
        }
    }

    // A row of the chart's height keeps its place: the text goes on under it, on its page.
    private static XElement Framed(XElement paragraph, decimal width, decimal height)
    {
        const decimal Below = 2;
        var frame = LetterheadWriter.Borderless([width], [[[paragraph]]]);
        frame.Descendants(W + "trPr").Single().Add(El("trHeight", At("val", Twips(height + Below)), At("hRule", "exact")));
        return frame;
    }

    private XElement Ground(RichText line, bool isLast)
    {
        var end = line.ToString().TrimEnd() is [.., ';' or '.' or ',' or ':'] ? "" : isLast ? "." : ";";
        return Paragraph([Val("pStyle", WordStyles.Body)], Runs(line, new Look(RunStyle.Italic)), end.Length == 0 ? null : RunWriter.Run(end, new Look(RunStyle.Italic)));
    }

    private static void KeepWithNext(XElement element)
    {
        foreach (var paragraph in element.DescendantsAndSelf(W + "p"))
        {
            var properties = paragraph.Element(W + "pPr");
            if (properties is not null && properties.Element(W + "keepNext") is null)
            {
                var style = properties.Element(W + "pStyle");
                if (style is null)
                {
                    properties.AddFirst(El("keepNext"));
                }
                else
                {
                    style.AddAfterSelf(El("keepNext"));
                }
            }
        }
    }
}
