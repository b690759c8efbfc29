using System.Text.RegularExpressions;
using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Templates.Dialect;

/// <summary>
/// Tells the kinds of heading apart: «Phần I», «Chương I», «Mục 1», «Tiểu mục 1» and «Điều 1.» by their words, all others by their level.
/// </summary>
internal static partial class HeadingReader
{
    /// <summary>A heading.</summary>
    /// <param name="level">Its number of «#».</param>
    /// <param name="text">Its text.</param>
    /// <param name="id">Its name for links.</param>
    public static Heading Read(int level, RichText text, string? id)
    {
        var plain = text.ToString();
        if (Division().Match(plain) is { Success: true } division)
        {
            return new Heading(KindOf(division.Groups["word"].Value), From(text, division.Length)) { Label = division.Groups["label"].Value, Id = id };
        }

        if (Article().Match(plain) is { Success: true } article)
        {
            // «**Điều 1.** Phê duyệt …»: what is not bold runs on upright.
            var rest = From(text, article.Length);
            return text[0].Style.HasFlag(RunStyle.Bold)
                ? new Heading(HeadingKind.Article, [.. rest.TakeWhile(IsBold).Select(Upright)]) { Label = article.Groups["label"].Value, Id = id, RunIn = Trimmed([.. rest.SkipWhile(IsBold)]) }
                : new Heading(HeadingKind.Article, rest) { Label = article.Groups["label"].Value, Id = id };
        }

        var kind = level switch
        {
            1 => HeadingKind.Level1,
            2 => HeadingKind.Level2,
            3 => HeadingKind.Level3,
            _ => HeadingKind.Level4,
        };
        var number = Number().Match(plain);
        return new Heading(kind, From(text, number.Length)) { Label = number.Success ? number.Groups["label"].Value : null, Id = id };
    }

    private static HeadingKind KindOf(string word) => word switch
    {
        "Phần" => HeadingKind.Part,
        "Chương" => HeadingKind.Chapter,
        "Mục" => HeadingKind.Section,
        _ => HeadingKind.Subsection,
    };

    private static bool IsBold(Run run) => run.Style.HasFlag(RunStyle.Bold);

    private static Run Upright(Run run) => run with { Style = run.Style & ~RunStyle.Bold };

    private static RichText Trimmed(RichText text) => text.Count == 0 ? text : [text[0] with { Text = text[0].Text.TrimStart() }, .. text.Skip(1)];

    private static RichText From(RichText text, int start)
    {
        var rest = new List<Run>();
        foreach (var run in text)
        {
            if (start < run.Text.Length)
            {
                rest.Add(run with { Text = run.Text[start..] });
            }

            start = Math.Max(0, start - run.Text.Length);
        }

        return Trimmed([.. rest]);
    }

    [GeneratedRegex(@"^(?<label>(?<word>Phần|Chương|Mục|Tiểu mục) ([IVXLC]+|[0-9]+))([.:]? |[.:]?$)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Division();

    [GeneratedRegex(@"^(?<label>Điều [0-9]+[a-zđ]?\.)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Article();

    [GeneratedRegex(@"^(?<label>[IVXLC]+\.|[0-9]+(\.[0-9]+)*\.|[a-zđ]\)) ", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
