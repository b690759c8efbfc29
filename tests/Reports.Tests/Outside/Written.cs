using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf;
using EmrSec.Rules.Diagnostics;

namespace EmrSec.Reports.Tests.Outside;

/// <summary>A document written to a file that vanishes with the test.</summary>
internal sealed class Written : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emrsec-reports-").FullName;

    public Written(Document document, FontFamily? fonts = null)
    {
        using var stream = new MemoryStream();
        Result = PdfWriter.Write(document, stream, fonts);
        Result.Diagnostics.ShouldBeEmpty();
        Bytes = stream.ToArray();
        File.WriteAllBytes(Path, Bytes);
    }

    public PdfResult Result { get; }

    public byte[] Bytes { get; }

    public string Path => System.IO.Path.Combine(_folder, "paper.pdf");

    /// <summary>The text as poppler reads it, page by page.</summary>
    public string[] Pages => Tool.Poppler("pdftotext", "-layout", Path, "-").Split('\f')[..^1];

    /// <summary>The text in the order of the content, white space as single spaces.</summary>
    public string Text => Flat(Tool.Poppler("pdftotext", "-raw", Path, "-"));

    public static string Flat(string text) => string.Join(' ', text.Split([' ', '\n', '\r', '\t', '\f'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A page as PNG or JPEG, drawn by poppler.</summary>
    public byte[] Picture(string format, int page = 1, int resolution = 40)
    {
        var target = System.IO.Path.Combine(_folder, "page");
        Tool.Poppler("pdftoppm", $"-{format}", "-r", $"{resolution}", "-f", $"{page}", "-singlefile", Path, target);
        return File.ReadAllBytes(Directory.GetFiles(_folder, "page.*").Single(file => !file.EndsWith(".pdf", StringComparison.Ordinal)));
    }

    /// <summary>A box of a page drawn by poppler in grey, a byte a pixel; sides in pixels.</summary>
    public byte[] Grey(int page, int resolution, int left, int top, int width, int height)
    {
        var target = System.IO.Path.Combine(_folder, "grey");
        Tool.Poppler("pdftoppm", "-gray", "-r", $"{resolution}", "-f", $"{page}", "-l", $"{page}", "-singlefile", "-x", $"{left}", "-y", $"{top}", "-W", $"{width}", "-H", $"{height}", Path, target);
        return File.ReadAllBytes(target + ".pgm")[^(width * height)..];
    }

    /// <summary>What is found in a document that cannot be written.</summary>
    public static IReadOnlyList<Diagnostic> Refused(Document document)
    {
        using var stream = new MemoryStream();
        var result = PdfWriter.Write(document, stream);
        result.IsWritten.ShouldBeFalse();
        stream.Length.ShouldBe(0);
        return result.Diagnostics;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
