using System.Text.RegularExpressions;

namespace EmrSec.Reports.Templates.Dialect;

/// <summary>A line like <c>[[figure gaps width=120]]</c>, or what stands after <c>:::</c>.</summary>
/// <param name="Name">Its first word.</param>
/// <param name="Words">Words without «=».</param>
/// <param name="Attributes">Words with «=», by name.</param>
internal sealed partial record Directive(string Name, IReadOnlyList<string> Words, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>The directive that a paragraph consists of; null where it is running text.</summary>
    /// <param name="paragraph">The paragraph's source.</param>
    public static Directive? Find(ReadOnlySpan<char> paragraph)
    {
        var text = paragraph.Trim();
        return text.StartsWith("[[") && text.EndsWith("]]") ? Parse(text[2..^2].ToString()) : null;
    }

    /// <summary>A directive.</summary>
    /// <param name="text">Its words.</param>
    public static Directive Parse(string text)
    {
        var words = new List<string>();
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var match in Word().Matches(text).Cast<Match>())
        {
            if (match.Groups["name"].Success)
            {
                attributes[match.Groups["name"].Value] = match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["bare"].Value;
            }
            else
            {
                words.Add(match.Value);
            }
        }

        return new Directive(words.FirstOrDefault() ?? "", [.. words.Skip(1)], attributes);
    }

    /// <summary>An attribute's text; null where it is not written.</summary>
    /// <param name="name">Its name.</param>
    public string? this[string name] => Attributes.GetValueOrDefault(name);

    [GeneratedRegex("""(?<name>[a-z]+)=(?:"(?<quoted>[^"]*)"|(?<bare>\S+))|\S+""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
