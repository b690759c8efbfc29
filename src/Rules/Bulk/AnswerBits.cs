using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Bulk;

/// <summary>An answer in six bits: what it says (0–2), whether it names evidence (3), what the zones drawn say (4–5); two more mark answers of components.</summary>
internal static class AnswerBits
{
    /// <summary>Nobody has answered.</summary>
    public const byte None = (byte)RequirementStatus.Unknown;

    public const byte Evidence = 1 << 3;

    /// <summary>Where the bits of a <see cref="ZoneState"/> begin.</summary>
    public const int ZonesAt = 4;

    /// <summary>Components have answered each for itself.</summary>
    public const byte Several = 1 << 6;

    /// <summary>One of them has not.</summary>
    public const byte Silent = 1 << 7;

    public static byte Of(RequirementAnswer answer) => (byte)((int)answer.Status | (answer.Evidence.Count > 0 ? Evidence : 0));

    public static byte Of(FlatAnswer answer) => (byte)((int)answer.Status | (answer.HasEvidence ? Evidence : 0));

    public static RequirementStatus StatusOf(int bits) => (RequirementStatus)(bits & 7);

    public static ZoneState ZoneOf(int bits) => (ZoneState)(bits >> ZonesAt & 3);
}

/// <summary>Days in 16 bits, from 01/01/1945 (before which the program accepts no date) to 2124.</summary>
internal static class ShortDay
{
    /// <summary>Stands for no day, and for any after the last.</summary>
    public const int Never = ushort.MaxValue;

    private static readonly int First = new DateOnly(1945, 1, 1).DayNumber;

    /// <summary>The day on which something is assessed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside the days that can be told apart.</exception>
    public static int Of(DateOnly day)
    {
        var number = day.DayNumber - First;
        ArgumentOutOfRangeException.ThrowIfNegative(number, nameof(day));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Never, nameof(day));
        return number;
    }

    /// <summary>A day that something lasts to or is due by: before the first as past as can be, after the last as good as never.</summary>
    public static ushort OrNever(DateOnly? day) => OrNever(day?.DayNumber ?? -1);

    /// <summary>The same of a day's number; -1 = none.</summary>
    public static ushort OrNever(int number) => number >= 0 ? (ushort)Math.Clamp(number - First, 0, Never) : (ushort)Never;
}
