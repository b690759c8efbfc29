using System.Text;

namespace EmrSec.Dossiers.Editing;

/// <summary>A piece of a text and what is to stand there.</summary>
/// <param name="Start">Index of the first character replaced.</param>
/// <param name="End">Index behind the last one; equal to <paramref name="Start"/> for an insertion.</param>
/// <param name="Replacement">What stands there afterwards.</param>
internal readonly record struct TextEdit(int Start, int End, string Replacement)
{
    public static TextEdit Insert(int index, string text) => new(index, index, text);

    public static TextEdit Delete(int start, int end) => new(start, end, "");

    /// <summary>Applies edits that do not overlap.</summary>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder();
        var done = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.End))
        {
            result.Append(text, done, edit.Start - done).Append(edit.Replacement);
            done = edit.End;
        }

        return result.Append(text, done, text.Length - done).ToString();
    }
}
