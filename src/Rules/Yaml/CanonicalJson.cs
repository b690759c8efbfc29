using System.Buffers;
using System.Text;

namespace EmrSec.Rules.Yaml;

/// <summary>
/// Writes a tree as canonical JSON (RFC 8785): keys in the order of their UTF-16 code units, no blanks, the fewest escapes. Two files that
/// say the same, in whatever order and style, give the same bytes. Comments and keys without a value are left out.
/// </summary>
public static class CanonicalJson
{
    // A number as RFC 8785 writes it, of no more digits than a double holds exactly; anything else stays a text.
    private const int MostDigits = 15;

    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c), '"', '\\']);

    /// <summary>Writes a tree.</summary>
    /// <param name="node">The tree.</param>
    /// <returns>UTF-8 without byte-order mark.</returns>
    public static byte[] Write(YamlNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var output = new ArrayBufferWriter<byte>(4096);
        Write(node, output);
        return output.WrittenSpan.ToArray();
    }

    // Recursive, no deeper than the tree was read.
    private static void Write(YamlNode node, ArrayBufferWriter<byte> output)
    {
        switch (node)
        {
            case YamlMapping mapping:
                Write(mapping, output);
                break;
            case YamlSequence sequence:
                output.Write("["u8);
                for (var i = 0; i < sequence.Items.Count; i++)
                {
                    Separate(i, output);
                    Write(sequence.Items[i], output);
                }

                output.Write("]"u8);
                break;
            case YamlScalar { IsNull: true }:
                output.Write("null"u8);
                break;
            case YamlScalar { IsPlain: true } scalar when IsTyped(scalar.Value):
                Encoding.UTF8.GetBytes(scalar.Value, output);
                break;
            case YamlScalar scalar:
                Text(scalar.Value, output);
                break;
        }
    }

    private static void Write(YamlMapping mapping, ArrayBufferWriter<byte> output)
    {
        output.Write("{"u8);
        var written = 0;
        foreach (var entry in mapping.Entries.OrderBy(entry => entry.Key.Value, StringComparer.Ordinal))
        {
            if (entry.Value is not YamlScalar { IsNull: true })
            {
                Separate(written++, output);
                Text(entry.Key.Value, output);
                output.Write(":"u8);
                Write(entry.Value, output);
            }
        }

        output.Write("}"u8);
    }

    private static void Separate(int before, ArrayBufferWriter<byte> output)
    {
        if (before > 0)
        {
            output.Write(","u8);
        }
    }

    /// <summary>Whether a plain scalar of this text is a truth value or a number, and no text.</summary>
    internal static bool IsTyped(string text) => text is "true" or "false" || IsNumber(text);

    private static bool IsNumber(string text)
    {
        var digits = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        return digits.Length is > 0 and <= MostDigits
            && !digits.ContainsAnyExceptInRange('0', '9')
            && (digits[0] != '0' || text is "0");
    }

    // RFC 8785, 3.2.2.2.
    private static void Text(string text, ArrayBufferWriter<byte> output)
    {
        output.Write("\""u8);
        var rest = text.AsSpan();
        while (rest.IndexOfAny(Escaped) is >= 0 and var at)
        {
            Encoding.UTF8.GetBytes(rest[..at], output);
            Encoding.UTF8.GetBytes(Escape(rest[at]), output);
            rest = rest[(at + 1)..];
        }

        Encoding.UTF8.GetBytes(rest, output);
        output.Write("\""u8);
    }

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
    };
}
