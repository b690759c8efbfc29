namespace EmrSec.Rules.Diagnostics;

/// <summary>Finds the name that was probably meant.</summary>
public static class NearestName
{
    /// <summary>The candidate nearest to <paramref name="written"/>, or null where none is near enough to be a slip of the pen.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="candidates">The names that would have been right.</param>
    /// <returns>The nearest candidate; of several equally near the first in ordinal order.</returns>
    public static string? Find(string written, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(candidates);
        if (written.Length is 0 or > 80)
        {
            return null;
        }

        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var distance = Distance(written, candidate);
            if (distance < bestDistance || (distance == bestDistance && string.CompareOrdinal(candidate, best) < 0))
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        // A third of the word wrong is another word.
        return best is not null && bestDistance <= Math.Max(1, Math.Min(written.Length, best.Length) / 3) ? best : null;
    }

    /// <summary>«có phải ý anh/chị là «x»?», or null.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="candidates">The names that would have been right.</param>
    public static string? Help(string written, IEnumerable<string> candidates) =>
        Find(written, candidates) is { } name ? $"có phải ý anh/chị là «{name}»?" : null;

    /// <summary>The same with its English form behind it, for the authors of rules.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="candidates">The names that would have been right.</param>
    public static string? HelpAuthors(string written, IEnumerable<string> candidates) =>
        Find(written, candidates) is { } name ? $"có phải ý anh/chị là «{name}»? (did you mean {name}?)" : null;

    // Optimal string alignment, case ignored: a swap of neighbours counts once.
    private static int Distance(string a, string b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                var value = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    value = Math.Min(value, beforeLast[j - 2] + 1);
                }

                row[j] = value;
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }

    private static bool Same(char x, char y) => char.ToLowerInvariant(x) == char.ToLowerInvariant(y);
}
