using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Parsers;

namespace EmrSec.Reports.Templates.Dialect;

/// <summary>The Markdown that templates are written in: CommonMark without indented code and underlined headings, with pipe
/// tables, <c>:::</c> containers, <c>++underline++</c> and points «a)».</summary>
internal static class DialectPipeline
{
    /// <summary>The pipeline; safe to share.</summary>
    public static MarkdownPipeline Shared { get; } = Build();

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables(new PipeTableOptions { RequireHeaderSeparator = true })
            .UseEmphasisExtras(EmphasisExtraOptions.Inserted);

        // The block parser alone: the extension would also give «::» a meaning inside lines.
        builder.BlockParsers.Insert(0, new CustomContainerParser());
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        builder.BlockParsers.Find<ListBlockParser>()!.ItemParsers.Insert(0, new PointListParser());
        return builder.Build();
    }
}
