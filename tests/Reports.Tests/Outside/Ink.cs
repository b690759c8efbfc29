namespace EmrSec.Reports.Tests.Outside;

/// <summary>How much of something is black, on the page as poppler draws it.</summary>
internal static class Ink
{
    private const int Resolution = 300;

    /// <summary>The share of a word's box that is black, 0 to 1.</summary>
    public static double Of(Written written, SeenWord word) => Of(written, word.Page, word.Left, word.Top, word.Right, word.Bottom);

    /// <summary>The share of a box, in millimetres from the page's top left corner, that is black, 0 to 1.</summary>
    public static double Of(Written written, int page, double left, double top, double right, double bottom)
    {
        var (width, height) = (Pixels(right - left), Pixels(bottom - top));
        var grey = written.Grey(page, Resolution, Pixels(left), Pixels(top), width, height);
        return grey.Sum(pixel => (255 - pixel) / 255.0) / grey.Length;
    }

    private static int Pixels(double millimetres) => (int)Math.Round(millimetres * Resolution / 25.4);
}
