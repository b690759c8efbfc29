using System.Text;

namespace EmrSec.Reports.Papers.Identity;

/// <summary>Lines of tab-separated values as jq's <c>@tsv</c> writes them: what is null is empty; tab, line feed, carriage return and backslash are escaped.</summary>
internal sealed class CanonicalLines
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds a line.</summary>
    /// <param name="values">Its values.</param>
    public void Add(params ReadOnlySpan<string?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _text.Append(i == 0 ? "" : "\t").Append(Escape(values[i]));
        }

        _text.Append('\n');
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static string? Escape(string? value) => value?
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
