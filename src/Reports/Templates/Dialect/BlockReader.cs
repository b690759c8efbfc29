using System.Text.RegularExpressions;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Templates.Filling;
using EmrSec.Rules.Diagnostics;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Block = EmrSec.Reports.Documents.Block;

namespace EmrSec.Reports.Templates.Dialect;

/// <summary>Turns parsed Markdown into the blocks of the document.</summary>
/// <param name="markdown">The filled text.</param>
/// <param name="places">Where findings lead to.</param>
/// <param name="diagnostics">Gets what the dialect does not have.</param>
internal sealed partial class BlockReader(string markdown, TemplatePlaces places, DiagnosticBag diagnostics)
{
    internal static readonly string[] Containers = ["table", "grounds", "center", "right", "left", "noindent", "keep"];
    private readonly InlineReader _inlines = new(places, diagnostics);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>A block's source.</summary>
    /// <param name="block">The block.</param>
    public string Source(Markdig.Syntax.Block block) => markdown.Substring(block.Span.Start, Math.Max(0, Math.Min(block.Span.Length, markdown.Length - block.Span.Start)));

    /// <summary>The blocks that a parsed block makes; directives are not among them.</summary>
    /// <param name="block">The block.</param>
    public IEnumerable<Block> Read(Markdig.Syntax.Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                return [Heading(heading)];
            case ParagraphBlock paragraph:
                return [new Paragraph(_inlines.Read(paragraph, Source(paragraph)))];
            case Markdig.Syntax.ListBlock list:
                return [List(list)];
            case Markdig.Extensions.Tables.Table table:
                return [Tables().Read(table, null, Source(table))];
            case CustomContainer container:
                return Container(container);
            case LinkReferenceDefinitionGroup:
                return [];
            default:
                return Unknown(block);
        }
    }

    private Block[] Unknown(Markdig.Syntax.Block block)
    {
        var what = block switch
        {
            HtmlBlock => "mẫu không dùng được thẻ HTML",
            ThematicBreakBlock => "mẫu không dùng đường kẻ ngang",
            QuoteBlock => "mẫu không dùng đoạn trích «>»",
            _ => "mẫu không dùng được khối này",
        };
        var help = block is ThematicBreakBlock ? "sang trang mới: [[page-break]]" : "viết thành đoạn văn, danh sách hoặc bảng; xem docs/mau-van-ban.md";
        diagnostics.Error("MA022", places.Of(Source(block)), what, help);
        return [];
    }

    private Heading Heading(HeadingBlock block)
    {
        var text = _inlines.Read(block, Source(block));
        string? id = null;
        if (text.Count > 0 && HeadingId().Match(text[^1].Text) is { Success: true } match && Source(block).Contains("{#", StringComparison.Ordinal))
        {
            id = match.Groups["id"].Value;
            text = [.. text.SkipLast(1), text[^1] with { Text = text[^1].Text[..match.Index].TrimEnd() }];
            if (!_ids.Add(id))
            {
                diagnostics.Error("MA024", places.Of(Source(block)), $"hai đề mục cùng mã «{id}»", "đặt cho mỗi đề mục một mã riêng");
            }
        }

        return HeadingReader.Read(block.Level, text, id);
    }

    private BlockList List(Markdig.Syntax.ListBlock list)
    {
        var kind = list switch
        {
            { BulletType: PointListParser.Bullet } => ListKind.Letter,
            { IsOrdered: true } => ListKind.Number,
            { BulletType: '+' } => ListKind.Plus,
            { Parent: ListItemBlock { Parent: ListBlock { IsOrdered: false } } } => ListKind.Plus,
            _ => ListKind.Dash,
        };
        var start = list.IsOrdered && int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out var first) ? Math.Max(1, first) : 1;
        return new BlockList(kind, [.. list.OfType<ListItemBlock>().Select(item => new ListItem([.. item.SelectMany(Read)]))]) { Start = start };
    }

    private IEnumerable<Block> Container(CustomContainer container)
    {
        var directive = Directive.Parse(container.Info + " " + container.Arguments);
        switch (directive.Name)
        {
            case "table" when container.OfType<Markdig.Extensions.Tables.Table>().ToList() is [var table] && container.Count == 1:
                return [Tables().Read(table, directive, Source(container))];
            case "grounds":
                return [new LegalGrounds([.. container.OfType<ParagraphBlock>().SelectMany(GroundLines)])];
            case "center" or "right" or "left" or "noindent" or "keep":
                return container.SelectMany(Read).Select(block => Shaped(block, directive.Name));
            default:
                var message = directive.Name is "table" ? "khối «:::table» cần đúng một bảng bên trong" : $"không có khối nào tên «:::{ValueText.Decode(directive.Name)}»";
                var help = directive.Name is "table" ? "mỗi bảng một khối; hàng đầu là đầu bảng, hàng hai là |---|---|" : NearestName.Help(directive.Name, Containers) ?? "các khối: " + string.Join(", ", Containers);
                diagnostics.Error("MA020", places.Of(Source(container)), message, help);
                return [];
        }
    }

    // A căn cứ a line: soft breaks part them.
    private IEnumerable<RichText> GroundLines(ParagraphBlock paragraph)
    {
        var lines = new List<Run>[] { [] }.ToList();
        foreach (var inline in paragraph.Inline!)
        {
            if (inline is Markdig.Syntax.Inlines.LineBreakInline)
            {
                lines.Add([]);
                continue;
            }

            lines[^1].AddRange(_inlines.Read(inline, Source(paragraph)));
        }

        return lines.Where(line => line.Count > 0).Select(line => RichText.Create([.. line]));
    }

    private static Block Shaped(Block block, string shape) => (block, shape) switch
    {
        (Paragraph paragraph, "center") => paragraph with { Alignment = TextAlignment.Centre, IndentFirstLine = false },
        (Paragraph paragraph, "right") => paragraph with { Alignment = TextAlignment.Right, IndentFirstLine = false },
        (Paragraph paragraph, "left") => paragraph with { Alignment = TextAlignment.Left, IndentFirstLine = false },
        (Paragraph paragraph, "noindent") => paragraph with { IndentFirstLine = false },
        (Paragraph paragraph, "keep") => paragraph with { KeepWithNext = true },
        _ => block,
    };

    private TableReader Tables() => new(_inlines, places, diagnostics);

    [GeneratedRegex(@"\s*\{#(?<id>[a-z0-9-]+)\}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex HeadingId();
}
