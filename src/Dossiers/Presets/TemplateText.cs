using System.Text;

namespace EmrSec.Dossiers.Presets;

/// <summary>A commented YAML text that grows line by line.</summary>
internal sealed class TemplateText
{
    /// <summary>The column at which comments break.</summary>
    public const int Width = 100;

    /// <summary>A blank at which no comment breaks; it is written as a common one.</summary>
    public const char UnbrokenBlank = '\u00a0';

    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    /// <summary>A line as it is.</summary>
    /// <param name="indent">Blanks in front.</param>
    /// <param name="line">The line.</param>
    public void Line(int indent, string line) => _text.Append(' ', indent).Append(line.Replace(UnbrokenBlank, ' ')).Append('\n');

    /// <summary>An empty line.</summary>
    public void Gap() => _text.Append('\n');

    /// <summary>A comment, broken between words.</summary>
    /// <param name="indent">Blanks in front of the hash.</param>
    /// <param name="text">What it says.</param>
    /// <param name="lead">Stands behind the hash of the first line; the others are indented as far.</param>
    public void Comment(int indent, string text, string lead = " ")
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && indent + 1 + lead.Length + line.Length + 1 + word.Length > Width)
            {
                Line(indent, $"#{lead}{line}");
                line.Clear();
                lead = new string(' ', lead.Length);
            }

            line.Append(line.Length == 0 ? "" : " ").Append(word);
        }

        Line(indent, $"#{lead}{line}".TrimEnd());
    }

    /// <summary>A line to be used by taking its hash away: the hash stands in the first column, so that the indentation is right then.</summary>
    /// <param name="indent">Blanks in front of the line once the hash is away.</param>
    /// <param name="line">The line.</param>
    public void Example(int indent, string line) => _text.Append('#').Append(' ', indent).Append(line).Append('\n');
}
