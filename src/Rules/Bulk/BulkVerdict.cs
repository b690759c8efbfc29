using System.Runtime.InteropServices;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Bulk;

/// <summary>How a system stands on one requirement, in a byte: what <see cref="RequirementFinding"/> says, without the words.</summary>
/// <param name="Bits">Status in bits 0–2, documentation in 3–4, whether a product is demanded in 5–6, an overdue plan in bit 7.</param>
public readonly record struct BulkVerdict(byte Bits)
{
    /// <summary>Stands for a requirement that the level does not have.</summary>
    internal const byte NotOfTheLevel = 7;

    /// <summary>Where the bits of <see cref="Product"/> begin.</summary>
    internal const int ProductAt = 5;

    /// <summary>Whether the level has the requirement; nothing else is said where not.</summary>
    public bool IsOfTheLevel => (Bits & 7) != NotOfTheLevel;

    /// <summary>The result.</summary>
    public RequirementStatus Status => (RequirementStatus)(Bits & 7);

    /// <summary>Whether it is proved.</summary>
    public Documentation Documentation => (Documentation)(Bits >> 3 & 3);

    /// <summary>Whether the law demands a product.</summary>
    public Truth Product => (Truth)(Bits >> ProductAt & 3);

    /// <summary>The plan's day is past and the requirement not met.</summary>
    public bool IsOverdue => Bits >> 7 != 0;

    internal static byte Pack(RequirementStatus status, Documentation documentation, int product, bool isOverdue) =>
        (byte)((int)status | (int)documentation << 3 | product << ProductAt | (isOverdue ? 0x80 : 0));
}

/// <summary>How many requirements of a system's level stand how.</summary>
/// <param name="Met">Met.</param>
/// <param name="Partial">Met in part.</param>
/// <param name="Unmet">Not met.</param>
/// <param name="NotApplicable">Not asked of this system.</param>
/// <param name="Unknown">Not answered.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BulkTotals(int Met, int Partial, int Unmet, int NotApplicable, int Unknown)
{
    /// <summary>All of them.</summary>
    public int Total => Met + Partial + Unmet + NotApplicable + Unknown;
}
