using System.Xml.Linq;
using EmrSec.Reports.Checking;

namespace EmrSec.Reports.Html;

/// <summary>
/// Elements of a file that HTML and XML parsers read alike: nothing is ever put together as text, so that no text can become markup.
/// </summary>
internal static class Markup
{
    public static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    // Elements without an end tag (HTML Living Standard, 13.1.2).
    private static readonly HashSet<string> Voids = new(["br", "col", "img", "meta"], StringComparer.Ordinal);

    /// <summary>An HTML element.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Attributes, children, text; null ones are left out.</param>
    public static XElement El(string name, params object?[] content)
    {
        var element = new XElement(Xhtml + name, content);
        if (element.IsEmpty && !Voids.Contains(name))
        {
            // HTML reads «<p />» as a start tag.
            element.Add("");
        }

        return element;
    }

    /// <summary>An SVG element.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Attributes and children; null ones are left out.</param>
    public static XElement Draw(string name, params object?[] content) => new(Svg + name, content);

    /// <summary>An attribute.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public static XAttribute At(string name, string value) => new(name, PlainText.Of(value));

    /// <summary>An attribute with a number, in SVG's and HTML's notation.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; written to a thousandth.</param>
    public static XAttribute At(string name, decimal value) => new(name, Number(value));

    /// <summary>The attribute «class».</summary>
    /// <param name="names">The classes; null ones are left out.</param>
    public static XAttribute? Class(params string?[] names)
    {
        var all = string.Join(' ', names.OfType<string>());
        return all.Length == 0 ? null : new XAttribute("class", all);
    }

    /// <summary>Text.</summary>
    /// <param name="text">The text.</param>
    public static XText Text(string text) => new(PlainText.Of(text));

    /// <summary>A number with a point, to a thousandth.</summary>
    /// <param name="value">The number.</param>
    public static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
