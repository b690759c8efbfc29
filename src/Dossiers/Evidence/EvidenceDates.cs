using EmrSec.Dossiers.Workflow;

namespace EmrSec.Dossiers.Evidence;

/// <summary>Looks at the days declared of a piece of evidence.</summary>
public static class EvidenceDates
{
    /// <summary>What is wrong with them.</summary>
    /// <param name="issued">The day it was issued; null where not declared.</param>
    /// <param name="validUntil">The last day it holds; null = without end.</param>
    /// <param name="today">The day it is today.</param>
    public static IEnumerable<Refusal> Check(DateOnly? issued, DateOnly? validUntil, DateOnly today)
    {
        if (issued > today)
        {
            yield return new Refusal("VD045", $"ngày cấp {FactText.Date(issued.Value)} chưa đến", "sửa --issued");
        }

        if (validUntil < issued)
        {
            yield return new Refusal("VD045", $"ngày hết hạn {FactText.Date(validUntil!.Value)} trước ngày cấp {FactText.Date(issued!.Value)}", "sửa --issued hoặc --valid-until");
        }
    }
}
