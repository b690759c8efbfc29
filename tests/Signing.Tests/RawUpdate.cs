using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EmrSec.Signing.Tests;

/// <summary>What a forger does to a file: appends objects with a cross-reference table of its own, or edits bytes.</summary>
internal static partial class RawUpdate
{
    /// <summary>Appends objects as an incremental update.</summary>
    public static byte[] Append(byte[] pdf, params (int Number, string Body)[] objects) => Append(pdf, string.Empty, objects);

    /// <summary>The same, with more in the trailer.</summary>
    public static byte[] Append(byte[] pdf, string trailer, params (int Number, string Body)[] objects)
    {
        var update = new StringBuilder();
        var table = new StringBuilder("xref\n");
        foreach (var (number, body) in objects.OrderBy(item => item.Number))
        {
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{pdf.Length + update.Length:D10} 00000 n \n");
            update.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }

        var xref = pdf.Length + update.Length;
        var size = Math.Max(Size(pdf), objects.Select(item => item.Number + 1).DefaultIfEmpty(0).Max());
        update.Append(table).Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {size}/Root 1 0 R/Info 4 0 R/Prev {StartXref(pdf)}{trailer}>>\nstartxref\n{xref}\n%%EOF\n");
        return [.. pdf, .. Encoding.Latin1.GetBytes(update.ToString())];
    }

    public static string Text(byte[] pdf) => Encoding.Latin1.GetString(pdf);

    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    /// <summary>The latest text of an object.</summary>
    public static string Body(byte[] pdf, int number)
    {
        var text = Text(pdf);
        var start = text.LastIndexOf($"\n{number} 0 obj\n", StringComparison.Ordinal) + $"\n{number} 0 obj\n".Length;
        return text[start..text.IndexOf("\nendobj", start, StringComparison.Ordinal)];
    }

    /// <summary>Replaces text of the same length.</summary>
    public static byte[] Edit(byte[] pdf, string from, string to)
    {
        var text = Text(pdf);
        var place = text.IndexOf(from, StringComparison.Ordinal);
        place.ShouldBeGreaterThan(0, from);
        to.Length.ShouldBe(from.Length);
        return Bytes(text[..place] + to + text[(place + to.Length)..]);
    }

    public static long StartXref(byte[] pdf) => long.Parse(StartXrefPattern().Matches(Text(pdf))[^1].Groups[1].Value, CultureInfo.InvariantCulture);

    private static int Size(byte[] pdf) => SizePattern().Matches(Text(pdf)).Max(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"startxref\s+(\d+)\s+%%EOF", RegexOptions.None, 1000)]
    private static partial Regex StartXrefPattern();

    [GeneratedRegex(@"/Size (\d+)", RegexOptions.None, 1000)]
    private static partial Regex SizePattern();
}
