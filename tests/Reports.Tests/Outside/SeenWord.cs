using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace EmrSec.Reports.Tests.Outside;

/// <summary>A word where poppler sees it, in millimetres from the page's top left corner.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Left">Its left side.</param>
/// <param name="Top">The top of its line.</param>
/// <param name="Right">Its right side.</param>
/// <param name="Bottom">The bottom of its line.</param>
/// <param name="Text">What it says.</param>
internal sealed partial record SeenWord(int Page, double Left, double Top, double Right, double Bottom, string Text)
{
    public static IReadOnlyList<SeenWord> Read(string file)
    {
        var words = new List<SeenWord>();
        var page = 0;
        foreach (Match match in Tag().Matches(Tool.Poppler("pdftotext", "-bbox", file, "-")))
        {
            if (match.Groups["text"] is { Success: false })
            {
                page++;
                continue;
            }

            words.Add(new SeenWord(page, Millimetres(match.Groups["x1"]), Millimetres(match.Groups["y1"]), Millimetres(match.Groups["x2"]), Millimetres(match.Groups["y2"]), WebUtility.HtmlDecode(match.Groups["text"].Value)));
        }

        return words;
    }

    /// <summary>Where words that follow each other stand.</summary>
    public static (int Page, double Left, double Top, double Right, double Bottom) Find(IReadOnlyList<SeenWord> words, string phrase)
    {
        var parts = phrase.Split(' ');
        for (var i = 0; i + parts.Length <= words.Count; i++)
        {
            var found = words.Skip(i).Take(parts.Length).ToList();
            if (found.Select(word => word.Text).SequenceEqual(parts))
            {
                return (found[0].Page, found.Min(word => word.Left), found.Min(word => word.Top), found.Max(word => word.Right), found.Max(word => word.Bottom));
            }
        }

        throw new InvalidOperationException($"«{phrase}» is nowhere; there is: {string.Join(' ', words.Select(word => word.Text))}");
    }

    private static double Millimetres(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture) * 25.4 / 72;

    [GeneratedRegex("""<page |<word xMin="(?<x1>[^"]+)" yMin="(?<y1>[^"]+)" xMax="(?<x2>[^"]+)" yMax="(?<y2>[^"]+)">(?<text>[^<]*)</word>""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Tag();
}
