using EmrSec.Rules.Facts;
using EmrSec.Rules.Requirements;
using EmrSec.Rules.Wording;

namespace EmrSec.Rules.Crosswalks;

/// <summary>An answer given under the old law that may serve a new requirement: to be confirmed, never an answer to it.</summary>
/// <param name="Source">The old requirement and how much of the new one it speaks of.</param>
/// <param name="Answer">What was answered to it.</param>
public sealed record CarriedAnswer(CrosswalkSource Source, RequirementAnswer Answer);

/// <summary>Finds the old answers that carry over to new requirements.</summary>
internal sealed class CarryOver(Crosswalk crosswalk, IReadOnlyList<RequirementAnswer> answers, DateOnly asOf)
{
    private readonly RequirementAnswers _answers = new(answers);
    private readonly Dictionary<string, CrosswalkEntry> _entries = crosswalk.Entries.ToDictionary(entry => entry.To.Id, StringComparer.Ordinal);

    /// <summary>The old answers of a system that speak of a new requirement.</summary>
    /// <param name="system">The system.</param>
    /// <param name="requirement">The new requirement's id.</param>
    public IReadOnlyList<CarriedAnswer> To(SystemProfile system, string requirement)
    {
        if (answers.Count == 0 || !_entries.TryGetValue(requirement, out var entry))
        {
            return [];
        }

        var carried = new List<CarriedAnswer>();
        foreach (var source in entry.Sources)
        {
            if (RequirementAnswers.Counting(_answers.AllOf(system, source.Requirement.Id), asOf) is { } answer)
            {
                carried.Add(new CarriedAnswer(source, answer));
            }
        }

        return carried;
    }

    /// <summary>Says what carries over: <c>mang sang từ 12/2022/TT-BTTTT, chờ xác nhận: tt12.d.plan.vii (đáp ứng, cùng việc)</c>.</summary>
    /// <param name="carried">At least one answer.</param>
    public string Say(IReadOnlyList<CarriedAnswer> carried) =>
        $"mang sang từ {crosswalk.From.Header.Document.Cite}, chờ xác nhận: {string.Join("; ", carried.Select(Say))}";

    private string Say(CarriedAnswer carried)
    {
        var expired = carried.Answer.ValidUntil < asOf ? ", bằng chứng đã hết giá trị" : "";
        return $"{carried.Source.Requirement.Id} ({TransitionWords.Said(carried.Answer.Status)}{expired}, {carried.Source.Extent.InWords()})";
    }
}
