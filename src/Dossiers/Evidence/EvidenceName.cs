using System.Text;

namespace EmrSec.Dossiers.Evidence;

/// <summary>Cleans a file's name so that every system can hold it and nobody is deceived by it. Vietnamese letters stay.</summary>
public static class EvidenceName
{
    /// <summary>The longest name in bytes of UTF-8: file systems stop at 255, and a copy may get a number.</summary>
    private const int MostBytes = 240;

    private static readonly string[] Reserved =
    [
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        .. Enumerable.Range(1, 9).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" }), "COM¹", "COM²", "COM³", "LPT¹", "LPT²", "LPT³",
    ];

    /// <summary>The name without folders, in NFC, with what is not allowed replaced by «_».</summary>
    /// <param name="written">The name or path as given.</param>
    /// <returns>A name that is never empty and never has a path separator.</returns>
    public static string Clean(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var last = written[(written.LastIndexOfAny(['/', '\\']) + 1)..];
        var text = new StringBuilder(last.Length);
        foreach (var rune in Whole(last).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            Append(text, rune);
        }

        // What went from between a letter and its accent lets the two come together.
        var name = text.ToString().Normalize(NormalizationForm.FormC).Trim(' ', '.');
        var dot = name.LastIndexOf('.');
        var (stem, extension) = dot > 0 ? (name[..dot].TrimEnd(' ', '.'), name[dot..]) : (name, "");
        stem = stem.Length == 0 ? "minh-chung" : stem;

        // Windows takes «CON.x.pdf» for the console as well: what stands before the first dot counts.
        stem = Reserved.Contains(stem.Split('.')[0].TrimEnd(), StringComparer.OrdinalIgnoreCase) ? "_" + stem : stem;
        return Shorten(stem, MostBytes - Encoding.UTF8.GetByteCount(extension)) + extension;
    }

    // A lone half of a surrogate pair cannot be normalised.
    private static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune);
        }

        return whole.ToString();
    }

    private static void Append(StringBuilder text, Rune rune)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned || rune == Rune.ReplacementChar)
        {
            // Marks that turn the writing direction or that nobody sees (gpj.exe shown as exe.jpg) go without a trace.
            return;
        }

        if (category is UnicodeCategory.SpaceSeparator)
        {
            if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }
        else if (rune.IsBmp && "<>:\"/\\|?*".Contains((char)rune.Value, StringComparison.Ordinal))
        {
            text.Append('_');
        }
        else
        {
            text.Append(rune);
        }
    }

    private static string Shorten(string stem, int mostBytes)
    {
        if (Encoding.UTF8.GetByteCount(stem) <= mostBytes)
        {
            return stem;
        }

        var kept = new StringBuilder();
        var bytes = 0;
        foreach (var rune in stem.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > mostBytes)
            {
                break;
            }

            kept.Append(rune);
        }

        return kept.ToString().TrimEnd(' ', '.');
    }
}
