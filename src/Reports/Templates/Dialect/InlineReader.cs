using EmrSec.Reports.Documents;
using EmrSec.Reports.Templates.Filling;
using EmrSec.Rules.Diagnostics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace EmrSec.Reports.Templates.Dialect;

/// <summary>Reads the text of a block into runs.</summary>
/// <param name="places">Where findings lead to.</param>
/// <param name="diagnostics">Gets what the dialect does not have.</param>
internal sealed class InlineReader(TemplatePlaces places, DiagnosticBag diagnostics)
{
    /// <summary>The text of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="source">The block's source, for findings.</param>
    public RichText Read(LeafBlock block, ReadOnlySpan<char> source)
    {
        var runs = new RunCollector();
        if (block.Inline is not null)
        {
            Read(block.Inline, RunStyle.None, null, runs, places.Of(source));
        }

        return runs.ToRichText();
    }

    /// <summary>One piece of a block's text.</summary>
    /// <param name="inline">The piece.</param>
    /// <param name="source">The block's source, for findings.</param>
    public RichText Read(Inline inline, ReadOnlySpan<char> source)
    {
        var runs = new RunCollector();
        Read([inline], RunStyle.None, null, runs, places.Of(source));
        return runs.ToRichText();
    }

    private void Read(IEnumerable<Inline> inlines, RunStyle style, string? link, RunCollector runs, SourcePosition position)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    runs.Add(literal.Content.ToString(), style, link);
                    break;
                case LineBreakInline lineBreak:
                    runs.Add(lineBreak.IsHard ? "\n" : " ", style, link);
                    break;
                case HtmlEntityInline entity:
                    runs.Add(entity.Transcoded.ToString(), style, link);
                    break;
                case EmphasisInline emphasis:
                    Read(emphasis, style | StyleOf(emphasis), link, runs, position);
                    break;
                case LinkInline { IsImage: false } to:
                    Read(to, style, Address(to.Url, position), runs, position);
                    break;
                case HtmlInline html when html.Tag is "<br>" or "<br/>" or "<br />":
                    runs.Add("\n", style, link);
                    break;
                case ContainerInline other and not LinkInline:
                    Read(other, style, link, runs, position);
                    break;
                default:
                    diagnostics.Error("MA022", position, $"mẫu không dùng được «{Written(inline)}» trong dòng chữ", "chỉ dùng **đậm**, *nghiêng*, ++gạch chân++, [chữ](địa chỉ) và <br>; hình đặt bằng [[figure tên]]");
                    break;
            }
        }
    }

    private static RunStyle StyleOf(EmphasisInline emphasis) => emphasis switch
    {
        { DelimiterChar: '+' } => RunStyle.Underline,
        { DelimiterCount: 2 } => RunStyle.Bold,
        _ => RunStyle.Italic,
    };

    private string? Address(string? url, SourcePosition position)
    {
        var address = ValueText.Decode(url ?? "");
        if (address.StartsWith('#') || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto"))
        {
            return address;
        }

        diagnostics.Error("MA023", position, $"không dùng được địa chỉ «{address}»", "địa chỉ bắt đầu bằng https://, http://, mailto: hoặc #mã-của-đề-mục");
        return null;
    }

    private static string Written(Inline inline) => inline switch
    {
        HtmlInline html => html.Tag,
        CodeInline code => code.ContentSpan.ToString(),
        LinkInline link => link.Url ?? "",
        AutolinkInline auto => auto.Url,
        _ => inline.GetType().Name,
    };
}
