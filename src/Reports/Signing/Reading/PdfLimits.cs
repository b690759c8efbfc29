namespace EmrSec.Reports.Signing.Reading;

/// <summary>Bounds on what a file may ask of the reader; real files stay far below, hostile ones stop here.</summary>
internal static class PdfLimits
{
    /// <summary>Arrays and dictionaries within each other.</summary>
    public const int Depth = 64;

    /// <summary>Values in one object.</summary>
    public const int ValuesInObject = 2_000_000;

    /// <summary>Bytes of one string or name.</summary>
    public const int StringLength = 16 * 1024 * 1024;

    /// <summary>Object numbers: ISO 32000-1, annex C.2.</summary>
    public const int ObjectNumber = 8_388_607;

    /// <summary>Cross-reference sections of one file; each signature adds one.</summary>
    public const int Sections = 1024;

    /// <summary>Bytes of one object or cross-reference stream after decoding.</summary>
    public const int DecodedStream = 64 * 1024 * 1024;

    /// <summary>Bytes decoded from one file altogether.</summary>
    public const long DecodedFile = 512L * 1024 * 1024;

    /// <summary>References followed to reach one value.</summary>
    public const int ReferenceChain = 8;

    /// <summary>Pages of a page tree, fields of a form.</summary>
    public const int TreeNodes = 500_000;
}
