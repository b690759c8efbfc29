using System.Text;

namespace EmrSec.Signing.Tests;

/// <summary>Looks at a page as it was drawn.</summary>
internal static class DrawnPage
{
    /// <summary>Counts blue and red points of a PPM picture, and the share of the first handwriting's width that the first seal covers.</summary>
    public static (int Blue, int Red, double Overlap) Extents(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var header = Encoding.ASCII.GetString(bytes, 0, 32).Split((char[])[' ', '\n'], 5);
        var (width, height) = (int.Parse(header[1], System.Globalization.CultureInfo.InvariantCulture), int.Parse(header[2], System.Globalization.CultureInfo.InvariantCulture));
        var pixels = bytes.AsSpan(bytes.Length - (3 * width * height));
        var (blue, red) = (0, 0);
        var (blueLeft, blueRight, redRight) = (int.MaxValue, 0, 0);
        var first = -1;
        for (var i = 0; i < width * height; i++)
        {
            var (r, g, b) = (pixels[3 * i], pixels[(3 * i) + 1], pixels[(3 * i) + 2]);
            var (isBlue, isRed) = (b > 150 && r < 100, r > 150 && g < 100 && b < 100);
            (blue, red) = (blue + (isBlue ? 1 : 0), red + (isRed ? 1 : 0));
            var (x, y) = (i % width, i / width);
            if (isBlue || isRed)
            {
                first = first < 0 ? y : first;
            }

            // The first row of signatures, left half: one handwriting with its seal.
            if (first >= 0 && y < first + 75 && x < width / 2)
            {
                (blueLeft, blueRight) = isBlue ? (Math.Min(blueLeft, x), Math.Max(blueRight, x)) : (blueLeft, blueRight);
                redRight = isRed ? Math.Max(redRight, x) : redRight;
            }
        }

        return (blue, red, (redRight - blueLeft) / (double)(blueRight - blueLeft));
    }
}
