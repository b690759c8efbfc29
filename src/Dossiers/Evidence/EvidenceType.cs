namespace EmrSec.Dossiers.Evidence;

/// <summary>How the first bytes of a kind of file are told.</summary>
internal enum ContentShape
{
    /// <summary>It begins with a signature.</summary>
    Signature,

    /// <summary>A ZIP that is an Office document: it has <c>[Content_Types].xml</c> and a main part.</summary>
    OfficePackage,

    /// <summary>UTF-8 text.</summary>
    Text,
}

/// <summary>A kind of file that is taken as evidence.</summary>
/// <param name="Title">What it is called, in Vietnamese.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Extensions">Its extensions with the dot, lower case.</param>
/// <param name="Limit">The most bytes.</param>
public sealed record EvidenceType(string Title, string MediaType, IReadOnlyList<string> Extensions, long Limit)
{
    private const long Mega = 1L << 20;

    /// <summary>The kinds there are. What can run, or hides what it holds, is not among them.</summary>
    public static IReadOnlyList<EvidenceType> All { get; } =
    [
        new("PDF", "application/pdf", [".pdf"], 64 * Mega) { Magic = "%PDF-"u8.ToArray() },
        new("ảnh PNG", "image/png", [".png"], 32 * Mega) { Magic = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A] },
        new("ảnh JPEG", "image/jpeg", [".jpg", ".jpeg"], 32 * Mega) { Magic = [0xFF, 0xD8, 0xFF] },
        new("văn bản Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"], 64 * Mega) { Shape = ContentShape.OfficePackage, MainPart = "word/" },
        new("bảng tính Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"], 64 * Mega) { Shape = ContentShape.OfficePackage, MainPart = "xl/" },
        new("văn bản thuần", "text/plain", [".txt"], 8 * Mega) { Shape = ContentShape.Text },
        new("bảng CSV", "text/csv", [".csv"], 8 * Mega) { Shape = ContentShape.Text },
    ];

    /// <summary>The most bytes of any kind.</summary>
    public static long LargestLimit { get; } = All.Max(type => type.Limit);

    internal ContentShape Shape { get; private init; }

    internal byte[] Magic { get; private init; } = [];

    /// <summary>The folder within the package that the document itself lies in.</summary>
    internal string MainPart { get; private init; } = "";

    /// <summary>The kind of an extension; null where none has it.</summary>
    /// <param name="extension">The extension with the dot, in any case.</param>
    public static EvidenceType? OfExtension(string extension) =>
        All.FirstOrDefault(type => type.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));

    /// <summary>The kinds as a message lists them: «PDF (.pdf), ảnh JPEG (.jpg, .jpeg)».</summary>
    internal static string List() => string.Join(", ", All.Select(type => $"{type.Title} ({string.Join(", ", type.Extensions)})"));
}
