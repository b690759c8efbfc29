using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Figures;
using EmrSec.Reports.Pdf.Syntax;

namespace EmrSec.Reports.Pdf.Layout;

/// <summary>What the text of one column is set by: that of a page, or of a cell.</summary>
/// <param name="Width">Its width, in points.</param>
/// <param name="Height">The height of a page's column: nothing that does not break may be taller.</param>
/// <param name="Size">Type size.</param>
/// <param name="FirstIndent">Indent of first lines.</param>
/// <param name="Spacing">Space between paragraphs.</param>
/// <param name="Alignment">How paragraphs stand that do not say it.</param>
/// <param name="Style">Look of all text.</param>
/// <param name="InCell">Whether it is a cell: some things may not stand there.</param>
internal sealed record FlowSettings(double Width, double Height, double Size, double FirstIndent, double Spacing, TextAlignment Alignment, RunStyle Style, bool InCell);

/// <summary>What the whole document shares while it is laid out.</summary>
internal sealed class FlowShared(Document document, FontFamily fonts, Place place)
{
    public Document Document { get; } = document;

    public Place Place { get; } = place;

    public TextShaper Shaper { get; } = new(place, fonts, document.IsDraft);

    public TypeSizes Sizes { get; } = new(document.Style.Scale);

    public HeadingLevels Levels { get; } = new();

    public List<Anchor> Anchors { get; } = [];

    public ImageStore Images { get; } = new();

    public SignatureFieldNames Fields { get; } = new();

    public int Tables { get; set; }
}

/// <summary>Turns blocks into items of a column, in reading order.</summary>
internal sealed class FlowBuilder(FlowShared shared, FlowSettings settings, StructElement parent)
{
    public FlowShared Shared { get; } = shared;

    public FlowSettings Settings { get; } = settings;

    /// <summary>The element that blocks become children of.</summary>
    public StructElement Parent { get; } = parent;

    public List<FlowItem> Items { get; } = [];

    public Place Place => Shared.Place;

    /// <summary>Adds blocks; the only paragraph of a cell or list item is the parent's own content.</summary>
    public void AddAll(IReadOnlyList<Block> blocks, bool mayBeOwn)
    {
        foreach (var block in blocks)
        {
            Add(block, mayBeOwn && blocks.Count == 1);
        }
    }

    private void Add(Block block, bool isOwn)
    {
        if (Settings.InCell && block is not (Paragraph or BlockList or Figure))
        {
            Place.Error("VB004", "ô của bảng chỉ chứa được đoạn văn, danh sách và hình", "đưa phần này ra ngoài bảng");
            return;
        }

        switch (block)
        {
            case Paragraph paragraph:
                AddParagraph(paragraph, isOwn ? Parent : new StructElement("P", Parent));
                break;
            case Heading heading:
                HeadingFlow.Add(this, heading);
                break;
            case BlockList list:
                ListFlow.Add(this, list);
                break;
            case Table table:
                TableFlow.Add(this, table);
                break;
            case Figure figure:
                FigureFlow.Add(this, figure);
                break;
            case Letterhead letterhead:
                LetterheadFlow.Add(this, letterhead);
                break;
            case TitleBlock title:
                OpeningFlow.AddTitle(this, title);
                break;
            case Recipients recipients:
                OpeningFlow.AddRecipients(this, recipients);
                break;
            case LegalGrounds grounds:
                OpeningFlow.AddGrounds(this, grounds);
                break;
            case SignatureBlock signature:
                SignatureFlow.Add(this, signature);
                break;
            case PageBreak:
                Items.Add(new PageBreakItem());
                break;
            default:
                throw new NotSupportedException($"No layout for {block.GetType().Name}.");
        }
    }

    private void AddParagraph(Paragraph paragraph, StructElement element)
    {
        if (!Settings.InCell)
        {
            Place.What = "đoạn văn";
        }

        var alignment = paragraph.Alignment ?? Settings.Alignment;
        var indent = paragraph.IndentFirstLine && alignment is TextAlignment.Justified or TextAlignment.Left ? Settings.FirstIndent : 0;
        AddLines(Shape(paragraph.Runs, element), alignment, paragraph.IndentFirstLine ? indent : 0, Settings.Spacing, paragraph.KeepWithNext);
    }

    public ShapedText Shape(RichText text, StructElement? element, RunStyle style = RunStyle.None, double? size = null, bool capitals = false)
    {
        var shaped = new ShapedText(size ?? Settings.Size);
        Shared.Shaper.Append(shaped, text, style | Settings.Style, element, capitals);
        return shaped;
    }

    /// <summary>Breaks text into lines and adds them; first and last lines never stand alone on a page.</summary>
    public void AddLines(ShapedText text, TextAlignment alignment, double firstIndent, double spaceBefore, bool keepWithNext, Anchor? anchor = null, double offset = 0)
    {
        var lines = Lines(text, offset, Settings.Width - offset, alignment, firstIndent, anchor);
        for (var i = 0; i < lines.Count; i++)
        {
            lines[i].SpaceBefore = i == 0 ? spaceBefore : 0;
            lines[i].KeepWithNext = keepWithNext || (lines.Count > 1 && (i == 0 || i == lines.Count - 2));
        }

        Items.AddRange(lines);
    }

    /// <summary>Breaks text into lines.</summary>
    public List<LineItem> Lines(ShapedText text, double offset, double width, TextAlignment alignment, double firstIndent = 0, Anchor? anchor = null)
    {
        if (text.Formats.Count == 0)
        {
            return [];
        }

        var height = LineHeight(text);
        var lines = alignment == TextAlignment.Centre && !Settings.InCell ? LineBreaker.Balanced(text, width) : LineBreaker.Break(text, width, firstIndent);
        var items = new List<LineItem>(lines.Count);
        foreach (var line in lines)
        {
            items.Add(new LineItem(line, offset, width, alignment, height) { Anchor = items.Count == 0 ? anchor : null });
        }

        return items;
    }

    private double LineHeight(ShapedText text)
    {
        var font = text.Formats[0].Face.Font;
        var single = text.Size * (font.Ascent - font.Descent + font.LineGap) / font.UnitsPerEm;
        return Settings.InCell ? single : single * (double)Shared.Document.Style.LineSpacing;
    }
}
