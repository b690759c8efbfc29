namespace EmrSec.Dossiers.Workbooks.Spreadsheets;

/// <summary>What a workbook may hold at most. A dossier's takes a hundredth of it.</summary>
internal static class XlsxLimits
{
    /// <summary>The most bytes of the file (64 MiB).</summary>
    public const long File = 64L * 1024 * 1024;

    /// <summary>The most entries of the ZIP.</summary>
    public const int Entries = 2_000;

    /// <summary>The most bytes of all entries unpacked (256 MiB).</summary>
    public const long Total = 256L * 1024 * 1024;

    /// <summary>An entry beyond this may not be packed tighter than <see cref="Ratio"/>.</summary>
    public const long Unsuspicious = 8L * 1024 * 1024;

    /// <summary>Unpacked bytes for each packed one; DEFLATE reaches about 1,030.</summary>
    public const long Ratio = 400;

    /// <summary>The most cells that hold anything.</summary>
    public const int Cells = 500_000;

    /// <summary>The most sheets.</summary>
    public const int Sheets = 200;

    /// <summary>The most characters of all texts.</summary>
    public const long Characters = 64L * 1024 * 1024;
}
