using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Intake;

/// <summary>Reads free text.</summary>
internal static class YamlText
{
    private const int Longest = 60;

    /// <summary>A text; null where nothing but blanks is written.</summary>
    /// <param name="fields">The mapping.</param>
    /// <param name="key">The key.</param>
    public static string? Words(this YamlObject fields, string key) =>
        fields.Text(key) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>What was written, short enough to quote.</summary>
    /// <param name="written">What was written.</param>
    public static string Shorten(string written) => written.Length <= Longest ? written : written[..Longest] + "…";
}
