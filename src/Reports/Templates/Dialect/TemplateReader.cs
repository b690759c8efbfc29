using EmrSec.Reports.Documents;
using EmrSec.Reports.Templates.Filling;
using EmrSec.Rules.Diagnostics;
using Markdig;
using Markdig.Syntax;

namespace EmrSec.Reports.Templates.Dialect;

/// <summary>Reads a filled template into a document.</summary>
/// <param name="template">The template it was filled from.</param>
/// <param name="options">How it was filled, and its figures.</param>
/// <param name="diagnostics">Gets what is wrong.</param>
internal sealed class TemplateReader(PreparedTemplate template, FillOptions options, DiagnosticBag diagnostics)
{
    internal static readonly string[] Directives = ["page-break", "landscape", "portrait", "annex", "figure", "signature"];
    private readonly TemplatePlaces _places = new(template.Source);

    /// <summary>The document; null after an error.</summary>
    /// <param name="filled">The filled text.</param>
    public Document? Read(string filled)
    {
        if (SplitFrontMatter(filled) is not var (yaml, body) || ReadHead(yaml) is not { } head)
        {
            return null;
        }

        var sections = new SectionBuilder(head.Orientation);
        sections.Add(head.Blocks);
        var blocks = new BlockReader(body, _places, diagnostics);
        foreach (var block in Markdown.Parse(body, DialectPipeline.Shared))
        {
            if (block is ParagraphBlock && Directive.Find(blocks.Source(block)) is { } directive)
            {
                Follow(directive, blocks.Source(block), sections, head);
            }
            else
            {
                sections.Add(blocks.Read(block));
            }
        }

        sections.Sign(head.Signatures);
        return new Document { Info = head.Info, Style = head.Style, Sections = sections.Finish(), IsDraft = options.IsDraft };
    }

    private (string Yaml, string Body)? SplitFrontMatter(string filled)
    {
        var end = filled.StartsWith("---\n", StringComparison.Ordinal) ? filled.IndexOf("\n---\n", 3, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            diagnostics.Error("MA021", new SourcePosition(template.Source.File, 1, 1), "mẫu thiếu phần đầu", "mở đầu mẫu bằng dòng ---, rồi các mục như title, issuingBody, rồi dòng ---");
            return null;
        }

        return (filled[3..end], filled[(end + 5)..]);
    }

    // Lines of the filled text are led back to those of the template.
    private PaperHead? ReadHead(string yaml)
    {
        var found = new DiagnosticBag();
        var head = new FrontMatterReader(options.Created, found).Read(yaml, template.Source.File);
        var lines = yaml.Split('\n');
        foreach (var item in found.Items)
        {
            var line = item.Position.Line - 1;
            diagnostics.Add(line >= 0 && line < lines.Length ? item with { Position = _places.Of(lines[line]) } : item);
        }

        return head;
    }

    private void Follow(Directive directive, string source, SectionBuilder sections, PaperHead head)
    {
        switch (directive.Name)
        {
            case "page-break":
                sections.Add(new PageBreak());
                break;
            case "landscape":
                sections.Turn(PageOrientation.Landscape);
                break;
            case "portrait":
                sections.Turn(PageOrientation.Portrait);
                break;
            case "signature":
                sections.Sign(head.Signatures);
                break;
            case "annex":
                sections.Begin(
                    new Annex(Plain(directive["label"] ?? "Phụ lục").ToString(), Plain(directive["title"] ?? ""), directive["attachment"] is { } to ? Plain(to) : null),
                    directive["orientation"] is "landscape" ? PageOrientation.Landscape : PageOrientation.Portrait,
                    head.Signatures);
                break;
            case "figure":
                Place(directive, source, sections);
                break;
            default:
                diagnostics.Error("MA020", _places.Of(source), $"không hiểu «{ValueText.Decode(source)}»", NearestName.Help(directive.Name, Directives) ?? "các lệnh: " + string.Join(", ", Directives));
                break;
        }
    }

    private void Place(Directive directive, string source, SectionBuilder sections)
    {
        var name = directive.Words.Count > 0 ? ValueText.Decode(directive.Words[0]) : "";
        var width = directive["width"];
        var millimetres = 0m;
        if (width is not null && !(decimal.TryParse(width, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out millimetres) && millimetres is >= 10 and <= 300))
        {
            diagnostics.Error("MA025", _places.Of(source), $"hình không nhận «width={ValueText.Decode(width)}»", "viết số milimét từ 10 đến 300");
        }

        if (options.Figures.TryGetValue(name, out var figure))
        {
            sections.Add(new Figure(figure.Content, figure.AlternativeText)
            {
                Caption = directive["caption"] is { } caption ? Plain(caption) : null,
                Width = width is null ? null : millimetres,
            });
        }
        else
        {
            var help = options.Figures.Count == 0 ? "mẫu này không có hình nào" : NearestName.Help(name, options.Figures.Keys) ?? "các hình: " + string.Join(", ", options.Figures.Keys.Order(StringComparer.Ordinal));
            diagnostics.Error("MA026", _places.Of(source), $"không có hình nào tên «{name}»", help);
        }
    }

    private static RichText Plain(string text) => RunCollector.Plain(text);
}
