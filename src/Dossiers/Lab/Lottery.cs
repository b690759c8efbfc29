namespace EmrSec.Dossiers.Lab;

/// <summary>Draws for one facility: the same seed and number always give the same.</summary>
internal sealed class Lottery(int seed, int number)
{
    // The framework keeps the sequence of a seed from one version to the next.
    private readonly Random _random = new(unchecked((seed * 1_000_003) ^ (number * 7_919)));

    public bool Chance(int percent) => _random.Next(100) < percent;

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>, both inclusive.</summary>
    public int Between(int least, int most) => _random.Next(least, most + 1);

    /// <summary>The same, small numbers being much more common than great ones.</summary>
    public int Skewed(int least, int most)
    {
        var share = _random.Next(1_000);
        return least + (int)((long)(most - least) * share * share * share / 1_000_000_000);
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    /// <summary>One of several, each as often as its weight.</summary>
    public T Weighted<T>(params (int Weight, T Item)[] from)
    {
        var left = _random.Next(from.Sum(each => each.Weight));
        foreach (var (weight, item) in from)
        {
            left -= weight;
            if (left < 0)
            {
                return item;
            }
        }

        return from[^1].Item;
    }

    public DateOnly Day(DateOnly first, DateOnly last) => first.AddDays(_random.Next(Math.Max(1, last.DayNumber - first.DayNumber + 1)));
}
