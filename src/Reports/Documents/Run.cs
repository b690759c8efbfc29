namespace EmrSec.Reports.Documents;

/// <summary>How a run of text looks.</summary>
[Flags]
public enum RunStyle
{
    /// <summary>Upright.</summary>
    None = 0,

    /// <summary>Bold.</summary>
    Bold = 1,

    /// <summary>Italic.</summary>
    Italic = 2,

    /// <summary>Underlined.</summary>
    Underline = 4,

    /// <summary>Stands for a value that is missing: set off by a frame and a grey ground. Only drafts may have it.</summary>
    Missing = 8,
}

/// <summary>A run of text of one look.</summary>
/// <param name="Text">The text; a line feed begins a new line of the same paragraph.</param>
/// <param name="Style">How it looks; added to the look of the block it stands in.</param>
/// <param name="Link">Where it leads: an absolute address, or <c>#id</c> of a heading of this document; null for none.</param>
public sealed record Run(string Text, RunStyle Style = RunStyle.None, string? Link = null);
