using EmrSec.Reports.Pdf.Fonts;
using EmrSec.Rules.Diagnostics;

namespace EmrSec.Reports.Pdf;

/// <summary>
/// The four faces that a paper is set in: Liberation Serif, which comes with the program, or the machine's own Times New Roman
/// (30/2020/NĐ-CP, Phụ lục I, phần I, mục II). Both have the same widths, so that lines and pages break alike.
/// </summary>
public sealed class FontFamily
{
    internal const int FaceCount = 4;

    // Windows and macOS, fontconfig's package of Microsoft's core fonts: regular, bold, italic, bold italic.
    private static readonly string[][] TimesFiles =
    [
        ["times.ttf", "Times New Roman.ttf", "Times_New_Roman.ttf"],
        ["timesbd.ttf", "Times New Roman Bold.ttf", "Times_New_Roman_Bold.ttf"],
        ["timesi.ttf", "Times New Roman Italic.ttf", "Times_New_Roman_Italic.ttf"],
        ["timesbi.ttf", "Times New Roman Bold Italic.ttf", "Times_New_Roman_Bold_Italic.ttf"],
    ];

    private readonly Lazy<TrueTypeFont>[] _faces;

    internal FontFamily(Lazy<TrueTypeFont>[] faces) => _faces = faces;

    /// <summary>Liberation Serif 2.x, carried by the assembly: the same everywhere.</summary>
    public static FontFamily LiberationSerif { get; } = new([.. Enumerable.Range(0, FaceCount).Select(face => new Lazy<TrueTypeFont>(() => Fonts.LiberationSerif.Load(face)))]);

    /// <summary>Reads the machine's Times New Roman.</summary>
    /// <param name="folder">The folder of its files, such as <c>C:\Windows\Fonts</c>.</param>
    /// <returns>The faces, or what is wrong with a file (VB014): missing, damaged, not to be embedded, without Vietnamese.</returns>
    public static FontLoad LoadTimesNewRoman(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var findings = new DiagnosticBag();
        var faces = new List<Lazy<TrueTypeFont>>();
        foreach (var names in TimesFiles)
        {
            if (Load(folder, names, findings) is { } font)
            {
                faces.Add(new Lazy<TrueTypeFont>(font));
            }
        }

        return new FontLoad(findings.HasErrors ? null : new FontFamily([.. faces]), findings.Items);
    }

    /// <summary>A face.</summary>
    /// <param name="index">1 for bold, 2 for italic, added.</param>
    internal TrueTypeFont Face(int index) => _faces[index].Value;

    private static TrueTypeFont? Load(string folder, string[] names, DiagnosticBag findings)
    {
        var file = names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (file is null)
        {
            findings.Error("VB014", SourcePosition.Whole(Path.Combine(folder, names[0])), "không có tệp phông chữ này", "chỉ đến thư mục có đủ bốn tệp Times New Roman, hoặc bỏ lựa chọn này để dùng phông chữ đi kèm");
            return null;
        }

        try
        {
            var font = TrueTypeFont.Parse(File.ReadAllBytes(file));
            if (FontRules.Problem(font) is not { } problem)
            {
                return font;
            }

            findings.Error("VB014", SourcePosition.Whole(file), problem, "dùng phông chữ khác, hoặc bỏ lựa chọn này để dùng phông chữ đi kèm");
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            findings.Error("VB014", SourcePosition.Whole(file), "tệp phông chữ hỏng, hoặc không phải TrueType", "cài lại phông chữ, hoặc bỏ lựa chọn này để dùng phông chữ đi kèm");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            findings.Error("VB014", SourcePosition.Whole(file), "không đọc được tệp phông chữ", "kiểm tra quyền đọc tệp này");
        }

        return null;
    }
}

/// <summary>What came of reading fonts.</summary>
/// <param name="Fonts">The faces; null where there is an error.</param>
/// <param name="Diagnostics">What was found; the position names the file.</param>
public sealed record FontLoad(FontFamily? Fonts, IReadOnlyList<Diagnostic> Diagnostics);
