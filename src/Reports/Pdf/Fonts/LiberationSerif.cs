namespace EmrSec.Reports.Pdf.Fonts;

/// <summary>The four faces that the assembly carries, each parsed once when first used.</summary>
internal static class LiberationSerif
{
    public const int FaceCount = 4;

    private static readonly Lazy<TrueTypeFont>[] Faces =
        [.. new[] { "Regular", "Bold", "Italic", "BoldItalic" }.Select(face => new Lazy<TrueTypeFont>(() => Load(face)))];

    /// <summary>A face.</summary>
    /// <param name="index">1 for bold, 2 for italic, added.</param>
    public static TrueTypeFont Face(int index) => Faces[index].Value;

    private static TrueTypeFont Load(string face)
    {
        using var stream = typeof(LiberationSerif).Assembly.GetManifestResourceStream($"fonts/LiberationSerif-{face}.ttf")
            ?? throw new InvalidOperationException($"The assembly lacks the font face {face}.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return TrueTypeFont.Parse(data);
    }
}
