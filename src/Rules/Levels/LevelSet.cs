namespace EmrSec.Rules.Levels;

/// <summary>Some of the levels 1–5. A class of its own: small numbers in the framework's collections would be compiled at start-up (ADR 005).</summary>
public sealed class LevelSet : IEquatable<LevelSet>
{
    private const int Highest = 5;

    private readonly int _bits;

    private LevelSet(int bits) => _bits = bits;

    /// <summary>No level.</summary>
    public static LevelSet None { get; } = new(0);

    /// <summary>Whether it holds no level.</summary>
    public bool IsEmpty => _bits == 0;

    /// <summary>The lowest level in it; 0 where it is empty.</summary>
    public int Lowest
    {
        get
        {
            for (var level = 1; level <= Highest; level++)
            {
                if (Contains(level))
                {
                    return level;
                }
            }

            return 0;
        }
    }

    /// <summary>The levels from one to another, both inclusive.</summary>
    /// <param name="lowest">1–5.</param>
    /// <param name="highest">1–5.</param>
    /// <exception cref="ArgumentOutOfRangeException">A level is not 1–5.</exception>
    public static LevelSet Between(int lowest, int highest)
    {
        var set = None;
        for (var level = lowest; level <= highest; level++)
        {
            set = set.With(level);
        }

        return set;
    }

    /// <summary>The same with one level more.</summary>
    /// <param name="level">1–5.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not 1–5.</exception>
    public LevelSet With(int level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, Highest);
        return new LevelSet(_bits | 1 << level);
    }

    /// <summary>Whether a level is in it.</summary>
    /// <param name="level">The level.</param>
    public bool Contains(int level) => level is >= 1 and <= Highest && (_bits & 1 << level) != 0;

    /// <summary>Whether every level of another set is in it.</summary>
    /// <param name="other">The other.</param>
    public bool ContainsAll(LevelSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (other._bits & ~_bits) == 0;
    }

    /// <summary>Whether some level is in both.</summary>
    /// <param name="other">The other.</param>
    public bool Overlaps(LevelSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (other._bits & _bits) != 0;
    }

    /// <inheritdoc/>
    public bool Equals(LevelSet? other) => other is not null && other._bits == _bits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LevelSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _bits;

    /// <summary>The levels in order: «1, 2, 3».</summary>
    public override string ToString()
    {
        var text = "";
        for (var level = 1; level <= Highest; level++)
        {
            if (Contains(level))
            {
                text = text.Length == 0 ? $"{level}" : $"{text}, {level}";
            }
        }

        return text;
    }
}
