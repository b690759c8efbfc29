using System.Globalization;
using System.Text.RegularExpressions;

namespace EmrSec.Reports.Tests.Outside;

/// <summary>A level line drawn on a page, in millimetres from the page's top left corner.</summary>
/// <param name="Left">Its left end.</param>
/// <param name="Right">Its right end.</param>
/// <param name="Top">Its height.</param>
internal sealed record DrawnLine(double Left, double Right, double Top);

/// <summary>The level lines of a page, read from its content by qpdf.</summary>
internal static partial class DrawnLines
{
    public static IReadOnlyList<DrawnLine> Read(string file, int page)
    {
        var pdf = new ParsedPdf(file);
        var dictionary = pdf.Pages[page - 1].Page;
        var height = dictionary.GetProperty("/MediaBox")[3].GetDouble();
        var content = System.Text.Encoding.Latin1.GetString(pdf.Data(dictionary, "/Contents"));
        return [.. Line().Matches(content)
            .Select(match => (From: Number(match, 1), Y1: Number(match, 2), To: Number(match, 3), Y2: Number(match, 4)))
            .Where(line => line.Y1 == line.Y2)
            .Select(line => new DrawnLine(Millimetres(line.From), Millimetres(line.To), Millimetres(height - line.Y1)))];
    }

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static double Millimetres(double points) => points * 25.4 / 72;

    [GeneratedRegex(@"([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S", RegexOptions.None, 10_000)]
    private static partial Regex Line();
}
