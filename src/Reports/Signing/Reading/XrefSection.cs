using System.Runtime.InteropServices;

namespace EmrSec.Reports.Signing.Reading;

internal enum EntryKind : byte
{
    /// <summary>No such object.</summary>
    Free,

    /// <summary>At an offset of the file.</summary>
    InFile,

    /// <summary>In an object stream.</summary>
    InStream,
}

/// <summary>Where an object is.</summary>
/// <param name="Kind">What kind of place.</param>
/// <param name="Place">The offset, or the number of the object stream.</param>
/// <param name="Generation">The generation, or the index within the object stream.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct XrefEntry(EntryKind Kind, long Place, int Generation);

/// <summary>One cross-reference section: a table with its trailer, or a cross-reference stream.</summary>
internal sealed class XrefSection
{
    /// <summary>Where it begins.</summary>
    public required long Offset { get; init; }

    /// <summary>Right behind its trailer dictionary, or behind <c>endobj</c>.</summary>
    public required long End { get; init; }

    /// <summary>A stream, not a table.</summary>
    public required bool IsStream { get; init; }

    public required PdfDictionary Trailer { get; init; }

    /// <summary>Its own entries by object number.</summary>
    public required IReadOnlyDictionary<int, XrefEntry> Entries { get; init; }

    /// <summary>The object number of a cross-reference stream; 0 for a table.</summary>
    public int Number { get; init; }
}
