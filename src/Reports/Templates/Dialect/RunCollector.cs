using System.Text;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Templates.Filling;

namespace EmrSec.Reports.Templates.Dialect;

/// <summary>Gathers runs: values turned back into text, marks of missing values set off, neighbours of one look joined.</summary>
internal sealed class RunCollector
{
    private static readonly char[] Marks = [ValueText.GapStart, ValueText.GapEnd];
    private readonly List<Run> _runs = [];
    private bool _inGap;

    /// <summary>Text of the filled template as rich text of one look.</summary>
    /// <param name="text">The text.</param>
    public static RichText Plain(string text)
    {
        var runs = new RunCollector();
        runs.Add(text, RunStyle.None);
        return runs.ToRichText();
    }

    /// <summary>Adds text.</summary>
    /// <param name="text">Text of the filled template.</param>
    /// <param name="style">Its look.</param>
    /// <param name="link">Where it leads.</param>
    public void Add(string text, RunStyle style, string? link = null)
    {
        for (var at = 0; at < text.Length;)
        {
            var mark = text.IndexOfAny(Marks, at);
            var end = mark < 0 ? text.Length : mark;
            Append(ValueText.Decode(text[at..end]).Normalize(NormalizationForm.FormC), _inGap ? style | RunStyle.Missing : style, link);
            if (mark >= 0)
            {
                _inGap = text[mark] == ValueText.GapStart;
            }

            at = end + 1;
        }
    }

    /// <summary>The runs so far.</summary>
    public RichText ToRichText() => [.. _runs];

    private void Append(string text, RunStyle style, string? link)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_runs.Count > 0 && _runs[^1] is var last && last.Style == style && string.Equals(last.Link, link, StringComparison.Ordinal))
        {
            _runs[^1] = last with { Text = last.Text + text };
        }
        else
        {
            _runs.Add(new Run(text, style, link));
        }
    }
}
