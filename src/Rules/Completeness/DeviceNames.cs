namespace EmrSec.Rules.Completeness;

/// <summary>The names of devices. A line may stand for a series: «SV-01 đến SV-08», «SV-01 và SV-02».</summary>
internal sealed class DeviceNames
{
    private static readonly string[] Separators = [",", ";", " và "];
    private static readonly string[] Between = [" đến ", "..", "–"];

    private readonly HashSet<string> _single = new(StringComparer.Ordinal);
    private readonly List<Series> _series = [];

    public static DeviceNames Of(List<SheetPart> devices)
    {
        var names = new DeviceNames();
        foreach (var device in devices)
        {
            names._single.Add(Even(device.Name));
            foreach (var part in Split(device.Name))
            {
                names.Add(part);
            }
        }

        return names;
    }

    /// <summary>The names in a list that commas, semicolons or «và» separate; a series stays one name.</summary>
    public static List<string> Split(string written)
    {
        var names = new List<string>();
        foreach (var part in written.Split(Separators, StringSplitOptions.None))
        {
            if (!string.IsNullOrWhiteSpace(part))
            {
                names.Add(part.Trim());
            }
        }

        return names;
    }

    /// <summary>A name as it is compared: without case, with single spaces.</summary>
    public static string Even(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    public bool Has(string name)
    {
        if (_single.Contains(Even(name)))
        {
            return true;
        }

        if (SeriesOf(name) is { } asked)
        {
            return _series.Exists(known => known.Holds(asked));
        }

        var (stem, number) = Numbered(name);
        return number >= 0 && _series.Exists(known => known.Holds(new Series(stem, number, number)));
    }

    private void Add(string name)
    {
        _single.Add(Even(name));
        if (SeriesOf(name) is { } series)
        {
            _series.Add(series);
        }
    }

    private static Series? SeriesOf(string name)
    {
        foreach (var word in Between)
        {
            var at = name.IndexOf(word, StringComparison.Ordinal);
            if (at > 0)
            {
                var (stem, first) = Numbered(name[..at]);
                var (last, end) = Numbered(name[(at + word.Length)..]);
                return first >= 0 && end >= first && (last.Length == 0 || string.Equals(stem, last, StringComparison.Ordinal)) ? new Series(stem, first, end) : null;
            }
        }

        return null;
    }

    /// <summary>«SV-01» is «SV-» and 1; −1 where it does not end in a number.</summary>
    private static (string Stem, int Number) Numbered(string name)
    {
        var even = Even(name);
        var digits = even.Length;
        while (digits > 0 && char.IsAsciiDigit(even[digits - 1]))
        {
            digits--;
        }

        return int.TryParse(even.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (even[..digits], number) : (even, -1);
    }

    private sealed record Series(string Stem, int First, int Last)
    {
        public bool Holds(Series other) => string.Equals(Stem, other.Stem, StringComparison.Ordinal) && First <= other.First && other.Last <= Last;
    }
}
