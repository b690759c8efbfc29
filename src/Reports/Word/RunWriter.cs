using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using EmrSec.Reports.Checking;
using EmrSec.Reports.Documents;
using static EmrSec.Reports.Word.Wml;

namespace EmrSec.Reports.Word;

/// <summary>How text looks beyond its style.</summary>
/// <param name="Style">Added to every run.</param>
/// <param name="Size">Type size in points; null = the paragraph's.</param>
/// <param name="IsUpper">Whether it is written in capitals.</param>
internal readonly record struct Look(RunStyle Style = RunStyle.None, decimal? Size = null, bool IsUpper = false);

/// <summary>Writes runs of text.</summary>
/// <param name="package">Gets the addresses that text leads to.</param>
internal sealed class RunWriter(WordPackage package)
{
    private const int LongestId = 38;
    private const int HashBytes = 16;

    /// <summary>The name of the bookmark of a heading.</summary>
    /// <param name="id">The heading's id.</param>
    /// <remarks>Word allows letters, digits and «_», 40 characters: any other id goes by its hash.</remarks>
    public static string Bookmark(string id) => id.Length <= LongestId && id.All(char.IsAsciiLetterOrDigit)
        ? "m_" + id
        : "h_" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(id)), 0, HashBytes);

    /// <summary>One run.</summary>
    /// <param name="text">The text; a line feed begins a new line.</param>
    /// <param name="look">How it looks.</param>
    public static XElement Run(string text, Look look)
    {
        text = PlainText.Of(text);
        text = look.IsUpper ? text.ToUpperInvariant() : text;
        var run = El("r", Properties(look));
        foreach (var (line, i) in text.Split('\n').Select((line, i) => (line, i)))
        {
            run.Add(i > 0 ? El("br") : null, line.Length == 0 ? null : El("t", new XAttribute(XNamespace.Xml + "space", "preserve"), line));
        }

        return run;
    }

    /// <summary>Rich text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="look">Added to its look.</param>
    public IEnumerable<XElement> Write(RichText text, Look look = default)
    {
        foreach (var run in text)
        {
            var element = Run(run.Text, look with { Style = look.Style | run.Style });
            yield return run.Link switch
            {
                null => element,
                ['#', .. var id] => El("hyperlink", At("anchor", Bookmark(id)), element),
                _ => El("hyperlink", new XAttribute(R + "id", package.AddLink(run.Link)), element),
            };
        }
    }

    private static XElement? Properties(Look look)
    {
        var isMissing = look.Style.HasFlag(RunStyle.Missing);
        var properties = El(
            "rPr",
            look.Style.HasFlag(RunStyle.Bold) ? El("b") : null,
            look.Style.HasFlag(RunStyle.Italic) ? El("i") : null,
            look.Size is { } size ? Val("sz", WordStyles.HalfPoints(size)) : null,
            look.Size is { } complex ? Val("szCs", WordStyles.HalfPoints(complex)) : null,
            look.Style.HasFlag(RunStyle.Underline) ? Val("u", "single") : null,
            isMissing ? El("bdr", At("val", "single"), At("sz", 4), At("space", 0), At("color", "000000")) : null,
            isMissing ? El("shd", At("val", "clear"), At("color", "auto"), At("fill", "D9D9D9")) : null);
        return properties.HasElements ? properties : null;
    }
}
