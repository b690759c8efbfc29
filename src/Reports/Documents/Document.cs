namespace EmrSec.Reports.Documents;

/// <summary>
/// A paper or a report, ready to be written as PDF, DOCX or HTML. It says what there is, not where it stands on the page:
/// the writers lay it out after Phụ lục I of 30/2020/NĐ-CP.
/// </summary>
public sealed record Document
{
    /// <summary>What the file says about itself.</summary>
    public required DocumentInfo Info { get; init; }

    /// <summary>Sizes, spacing and margins.</summary>
    public DocumentStyle Style { get; init; } = DocumentStyle.Default;

    /// <summary>The sections, at least one; each begins on a new page.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>Whether the paper is a draft: every page then carries the watermark «DỰ THẢO».</summary>
    public bool IsDraft { get; init; }

    /// <summary>
    /// The mark of a document that is attached to a paper as a file of its own; null where it is no such document. Every output
    /// says its text; only PDF files are signed, so only they have its field.
    /// </summary>
    public AttachmentMark? Attachment { get; init; }
}

/// <summary>
/// What a body signs on a document attached as a file of its own: text alone at the top right of page 1, no picture
/// (30/2020/NĐ-CP, Phụ lục I, phần II, mục 8).
/// </summary>
/// <param name="Number">Number and sign of the paper that it is attached to, such as «05/QĐ-SYT».</param>
/// <param name="Time">The time of signing, written with its distance from UTC.</param>
/// <param name="FieldName">The name of the body's signature field: ASCII letters, digits and «-», unique in the document.</param>
public sealed record AttachmentMark(string Number, DateTimeOffset Time, string FieldName)
{
    /// <summary>What it says, in two lines: «Số: 05/QĐ-SYT», «05/11/2026; 14:03:09; +07:00».</summary>
    internal string Text => string.Create(CultureInfo.InvariantCulture, $"Số: {Number}\n{Time:dd'/'MM'/'yyyy'; 'HH':'mm':'ss'; 'zzz}");
}

/// <summary>What the file says about itself.</summary>
public sealed record DocumentInfo
{
    /// <summary>The language of the text, a BCP 47 tag.</summary>
    public const string Language = "vi-VN";

    /// <summary>The title, shown in the window's title bar.</summary>
    public required string Title { get; init; }

    /// <summary>Who issues the paper; null where not known.</summary>
    public string? Author { get; init; }

    /// <summary>What it is about; null where the title says it all.</summary>
    public string? Subject { get; init; }

    /// <summary>Words to find it by.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>When it was made, by the caller's clock: no writer ever reads one.</summary>
    public required DateTimeOffset Created { get; init; }
}

/// <summary>The way up of a page.</summary>
public enum PageOrientation
{
    /// <summary>210 × 297 mm.</summary>
    Portrait,

    /// <summary>297 × 210 mm: allowed for pages of tables (30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 2).</summary>
    Landscape,
}

/// <summary>A run of pages of one orientation, or an annex.</summary>
public sealed record Section
{
    /// <summary>The way up of its pages.</summary>
    public PageOrientation Orientation { get; init; }

    /// <summary>The annex that this section is; null for the paper itself. An annex numbers its own pages from 1.</summary>
    public Annex? Annex { get; init; }

    /// <summary>What it consists of, in reading order.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }
}

/// <summary>An annex (phụ lục) and its heading.</summary>
/// <param name="Label">«Phụ lục I», or «Phụ lục» where there is one only.</param>
/// <param name="Title">Its title; written in capitals whatever is given here.</param>
/// <param name="Attachment">«(Kèm theo Quyết định số … ngày … của …)»; null where not written.</param>
public sealed record Annex(string Label, RichText Title, RichText? Attachment = null);

/// <summary>One thing after the other in a section, a list item or a table cell.</summary>
public abstract record Block
{
    private protected Block()
    {
    }
}

/// <summary>What follows begins on a new page.</summary>
public sealed record PageBreak : Block;
