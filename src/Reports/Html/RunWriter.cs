using System.Text;
using System.Xml.Linq;
using EmrSec.Reports.Checking;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Layout;
using static EmrSec.Reports.Html.Markup;

namespace EmrSec.Reports.Html;

/// <summary>Writes runs of text.</summary>
internal static class RunWriter
{
    /// <summary>The name of a heading within the file: letters, digits, «-» and «_», whatever else as its code.</summary>
    /// <param name="id">The heading's id.</param>
    public static string Fragment(string id) => string.Concat(PlainText.Of(id).EnumerateRunes().Select(rune =>
        Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $".{rune.Value:X4}")));

    /// <summary>Rich text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isUpper">Whether it is written in capitals.</param>
    public static IEnumerable<XNode> Write(RichText text, bool isUpper = false) => text.Where(run => run.Text.Length > 0).Select(run => Write(run, isUpper)).SelectMany(nodes => nodes);

    /// <summary>Plain text; a line feed begins a new line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isUpper">Whether it is written in capitals.</param>
    public static IEnumerable<XNode> Lines(string text, bool isUpper = false)
    {
        var normal = PlainText.Of(text);
        var lines = (isUpper ? normal.ToUpperInvariant() : normal).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                yield return El("br");
            }

            if (lines[i].Length > 0)
            {
                yield return new XText(lines[i]);
            }
        }
    }

    /// <summary>Text in one line, for titles and lists of contents.</summary>
    /// <param name="text">The text.</param>
    public static string Flat(string text) => text.Replace('\n', ' ').Trim();

    private static IEnumerable<XNode> Write(Run run, bool isUpper)
    {
        var nodes = Lines(run.Text, isUpper);

        // Names in Arabic or Hebrew must not reorder the Vietnamese around them.
        nodes = run.Text.EnumerateRunes().Any(rune => CharacterRules.Judge(rune.Value) == CharacterVerdict.RightToLeft) ? [El("bdi", nodes)] : nodes;
        nodes = run.Style.HasFlag(RunStyle.Missing) ? [El("mark", nodes)] : nodes;
        nodes = run.Style.HasFlag(RunStyle.Underline) ? [El("u", nodes)] : nodes;
        nodes = run.Style.HasFlag(RunStyle.Italic) ? [El("i", nodes)] : nodes;
        nodes = run.Style.HasFlag(RunStyle.Bold) ? [El("b", nodes)] : nodes;
        return run.Link switch
        {
            null => nodes,
            ['#', .. var id] => [El("a", At("href", "#" + Uri.EscapeDataString(Fragment(id))), nodes)],
            _ => [El("a", At("href", run.Link), At("rel", "noopener noreferrer"), nodes)],
        };
    }
}
