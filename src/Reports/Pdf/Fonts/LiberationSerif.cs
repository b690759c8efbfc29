namespace EmrSec.Reports.Pdf.Fonts;

/// <summary>The four faces that the assembly carries.</summary>
internal static class LiberationSerif
{
    private static readonly string[] Faces = ["Regular", "Bold", "Italic", "BoldItalic"];

    /// <summary>Reads a face.</summary>
    /// <param name="index">1 for bold, 2 for italic, added.</param>
    public static TrueTypeFont Load(int index)
    {
        using var stream = typeof(LiberationSerif).Assembly.GetManifestResourceStream($"fonts/LiberationSerif-{Faces[index]}.ttf")
            ?? throw new InvalidOperationException($"The assembly lacks the font face {Faces[index]}.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return TrueTypeFont.Parse(data);
    }
}
