using System.Diagnostics.CodeAnalysis;

namespace EmrSec.Dossiers.Store;

/// <summary>
/// The number of a case file: the facility's code and which of its dossiers it is, written «27-001.1». A re-determination of the level
/// (85/2016/NĐ-CP, Điều 18; 331/2026/NĐ-CP, Điều 25) opens the next one.
/// </summary>
/// <param name="FacilityCode">The facility's code, NFC, 1–64 characters without control characters.</param>
/// <param name="Number">Which of the facility's dossiers, from 1.</param>
public readonly record struct CaseId(string FacilityCode, int Number) : IComparable<CaseId>
{
    /// <summary>Whether one comes before the other, by facility code and number.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator <(CaseId left, CaseId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one comes before or with the other, by facility code and number.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator <=(CaseId left, CaseId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one comes after the other, by facility code and number.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator >(CaseId left, CaseId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one comes after or with the other, by facility code and number.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator >=(CaseId left, CaseId right) => left.CompareTo(right) >= 0;

    /// <summary>Reads «27-001.1».</summary>
    /// <param name="written">What was written.</param>
    /// <param name="id">The id.</param>
    /// <returns>Whether it is one; «27-001» alone is not.</returns>
    public static bool TryParse([NotNullWhen(true)] string? written, out CaseId id)
    {
        id = default;
        var dot = written?.LastIndexOf('.') ?? -1;
        if (dot < 1 || !int.TryParse(written.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
        {
            return false;
        }

        id = new CaseId(written![..dot], number);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(CaseId other) =>
        CompareCodes(FacilityCode ?? "", other.FacilityCode ?? "") is not 0 and var order ? order : Number.CompareTo(other.Number);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{FacilityCode}.{Number}");

    // In the order of their UTF-8 bytes, as databases keep them: characters beyond the first plane come after all others.
    private static int CompareCodes(string one, string other)
    {
        var length = Math.Min(one.Length, other.Length);
        for (var i = 0; i < length; i++)
        {
            if (one[i] != other[i])
            {
                return char.IsSurrogate(one[i]) == char.IsSurrogate(other[i]) ? one[i].CompareTo(other[i]) : char.IsSurrogate(one[i]) ? 1 : -1;
            }
        }

        return one.Length.CompareTo(other.Length);
    }
}
