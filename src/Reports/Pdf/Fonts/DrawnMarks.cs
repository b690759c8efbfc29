using System.Buffers.Binary;

namespace EmrSec.Reports.Pdf.Fonts;

/// <summary>
/// The tick boxes and ticks of forms, which no text face has: ☐ ☑ ☒ ✓ ✔ ✗ ✘. They are drawn here as TrueType outlines and go
/// into the subset with the face's own glyphs.
/// </summary>
internal static class DrawnMarks
{
    /// <summary>The number of the first mark; above all numbers that a font can have.</summary>
    public const int First = 0x10000;

    // What the outlines below are measured in; scaled to the font's own units.
    private const int Em = 2048;

    private static readonly (int X, int Y)[] Outer = [(128, -96), (128, 1216), (1440, 1216), (1440, -96)];
    private static readonly (int X, int Y)[] Inner = [(218, -6), (1350, -6), (1350, 1126), (218, 1126)];
    private static readonly (int X, int Y)[] Tick = [(320, 560), (430, 660), (650, 390), (1140, 990), (1250, 900), (660, 170)];
    private static readonly (int X, int Y)[] HeavyTick = [(230, 560), (430, 740), (650, 480), (1180, 1160), (1370, 990), (660, 100)];
    private static readonly (int X, int Y)[] Rising = [(360, 230), (1110, 980), (1210, 880), (460, 130)];
    private static readonly (int X, int Y)[] Falling = [(360, 880), (460, 980), (1210, 230), (1110, 130)];
    private static readonly (int X, int Y)[] HeavyRising = [(300, 250), (1080, 1030), (1270, 840), (490, 60)];
    private static readonly (int X, int Y)[] HeavyFalling = [(300, 840), (490, 1030), (1270, 250), (1080, 60)];

    private static readonly (char Character, (int X, int Y)[][] Contours)[] Marks =
    [
        ('☐', [Outer, Inner]),
        ('☑', [Outer, Inner, Tick]),
        ('☒', [Outer, Inner, Rising, Falling]),
        ('✓', [Tick]),
        ('✔', [HeavyTick]),
        ('✗', [Rising, Falling]),
        ('✘', [HeavyRising, HeavyFalling]),
    ];

    /// <summary>The mark's number; 0 where the character is none.</summary>
    public static int Glyph(int character)
    {
        var index = Array.FindIndex(Marks, mark => mark.Character == character);
        return index < 0 ? 0 : First + index;
    }

    public static int Advance(int unitsPerEm) => Scaled(1568, unitsPerEm);

    public static int LeftSideBearing(int glyph, int unitsPerEm) => Scaled(Points(glyph).Min(point => point.X), unitsPerEm);

    /// <summary>A simple glyph of straight lines (ISO/IEC 14496-22, glyf): filled where contours run clockwise.</summary>
    public static byte[] Outline(int glyph, int unitsPerEm)
    {
        var contours = Marks[glyph - First].Contours;
        var points = Points(glyph).Select(point => (X: Scaled(point.X, unitsPerEm), Y: Scaled(point.Y, unitsPerEm))).ToArray();
        int[] box = [points.Min(point => point.X), points.Min(point => point.Y), points.Max(point => point.X), points.Max(point => point.Y)];
        var ends = contours.Select((_, i) => contours.Take(i + 1).Sum(contour => contour.Length) - 1);
        int[] words = [contours.Length, .. box, .. ends, 0];
        const byte OnCurve = 1;
        return
        [
            .. words.SelectMany(Word),
            .. Enumerable.Repeat(OnCurve, points.Length),
            .. points.SelectMany((point, i) => Word(point.X - (i == 0 ? 0 : points[i - 1].X))),
            .. points.SelectMany((point, i) => Word(point.Y - (i == 0 ? 0 : points[i - 1].Y))),
        ];
    }

    private static IEnumerable<(int X, int Y)> Points(int glyph) => Marks[glyph - First].Contours.SelectMany(contour => contour);

    private static int Scaled(int value, int unitsPerEm) => value * unitsPerEm / Em;

    private static byte[] Word(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteInt16BigEndian(bytes, (short)value);
        return bytes;
    }
}
