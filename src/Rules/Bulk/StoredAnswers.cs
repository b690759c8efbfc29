using System.Runtime.InteropServices;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Bulk;

/// <summary>One answer in 12 bytes. Without a day the evidence holds for ever, and nothing falls due.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StoredAnswer(RequirementStatus Status, bool HasEvidence, int ValidUntil, int Due)
{
    public static StoredAnswer Of(RequirementAnswer answer) =>
        new(answer.Status, answer.Evidence.Count > 0, answer.ValidUntil?.DayNumber ?? int.MaxValue, answer.Due?.DayNumber ?? int.MaxValue);

    /// <summary>How unfavourable it is on a day: <see cref="RequirementAnswers.Badness(RequirementStatus, bool)"/>.</summary>
    public int Badness(int day) => RequirementAnswers.Badness(Status, ValidUntil < day);
}

/// <summary>What the zones that a system draws say of a requirement for a zone.</summary>
internal enum ZoneState : byte
{
    /// <summary>No zone is drawn, or the requirement is for none.</summary>
    Undrawn,

    /// <summary>It is drawn.</summary>
    Drawn,

    /// <summary>Zones are drawn, and it is not among them.</summary>
    Missing,

    /// <summary>It is not among those whose kind is declared; of one the kind is not.</summary>
    Open,
}

/// <summary>
/// A system's answers, requirement by requirement. Of components each has its own; which is the least favourable depends on the day, so
/// all are kept.
/// </summary>
internal sealed class StoredAnswers
{
    private readonly int[] _starts;
    private readonly StoredAnswer[] _answers;
    private readonly bool[] _isSilent;

    private StoredAnswers(int[] starts, StoredAnswer[] answers, bool[] isSilent, ZoneState[] zones)
    {
        _starts = starts;
        _answers = answers;
        _isSilent = isSilent;
        Zones = zones;
    }

    public ZoneState[] Zones { get; }

    public static StoredAnswers Create(RequirementCatalogue catalogue, SystemProfile system, IReadOnlyList<RequirementAnswer> answers)
    {
        var requirements = catalogue.Requirements;
        var starts = new int[requirements.Count + 1];
        var isSilent = new bool[requirements.Count];
        var zones = new ZoneState[requirements.Count];
        var stored = new List<StoredAnswer>();
        var lookup = new RequirementAnswers(answers);
        var drawn = RequirementAssessor.ZonesOf(system);
        for (var i = 0; i < requirements.Count; i++)
        {
            foreach (var answer in lookup.AllOf(system, requirements[i].Id))
            {
                if (answer is null)
                {
                    isSilent[i] = true;
                }
                else
                {
                    stored.Add(StoredAnswer.Of(answer));
                }
            }

            starts[i + 1] = stored.Count;
            zones[i] = requirements[i].Zone is { } zone ? StateOf(zone, drawn) : ZoneState.Undrawn;
        }

        return new StoredAnswers(starts, [.. stored], isSilent, zones);
    }

    /// <summary>The answer that counts on a day; null where there is none.</summary>
    public StoredAnswer? On(int requirement, int day)
    {
        var (from, to) = (_starts[requirement], _starts[requirement + 1]);
        if (from == to)
        {
            return null;
        }

        var worst = _answers[from];
        for (var i = from + 1; i < to; i++)
        {
            worst = _answers[i].Badness(day) > worst.Badness(day) ? _answers[i] : worst;
        }

        return _isSilent[requirement] && worst.Status != RequirementStatus.Unmet ? null : worst;
    }

    private static ZoneState StateOf(string zone, List<string> drawn)
    {
        if (drawn.Count == 0)
        {
            return ZoneState.Undrawn;
        }

        return drawn.Contains(zone) ? ZoneState.Drawn : drawn.Contains("") ? ZoneState.Open : ZoneState.Missing;
    }
}
