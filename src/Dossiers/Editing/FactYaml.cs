using System.Text;

namespace EmrSec.Dossiers.Editing;

/// <summary>Writes a fact's value in one line of YAML that stands in block and in flow style alike.</summary>
internal static class FactYaml
{
    // Plain scalars that YAML 1.1 or 1.2 reads as something other than text.
    private static readonly string[] Reserved = ["true", "false", "yes", "no", "on", "off", "y", "n", "null", "none"];

    public static string Write(FactDefinition fact, FactValue value) =>
        fact.Type == FactType.Text ? Text(value.Text ?? "") : FactText.ToYaml(fact, value);

    /// <summary>A text: as it is where it can only be read as that text, else in double quotes.</summary>
    public static string Text(string text) => IsPlain(text) ? text : Quote(text);

    private static bool IsPlain(string text) =>
        text.Length > 0
        && char.IsLetter(text[0])
        && text[^1] != ' '
        && text.All(IsPlainCharacter)
        && !Reserved.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static bool IsPlainCharacter(char c) =>
        char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is ' ' or '.' or '-' or '/' or '(' or ')' or ';' or '_' or '+' or '–' or '«' or '»';

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
