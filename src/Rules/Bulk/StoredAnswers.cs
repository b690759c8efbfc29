using EmrSec.Rules.Facts;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Bulk;

/// <summary>What the zones that a system draws say of a requirement for zones.</summary>
internal enum ZoneState
{
    /// <summary>No zone is drawn, or the requirement is for none.</summary>
    Undrawn,

    /// <summary>All of them are drawn.</summary>
    Drawn,

    /// <summary>Zones are drawn, and not all of them are among these.</summary>
    Missing,

    /// <summary>Not all are among those whose kind is declared; of one the kind is not.</summary>
    Open,
}

/// <summary>
/// A system's answers, requirement by requirement: what was said in a byte (<see cref="AnswerBits"/>), and two days of 16 bits. Of
/// components each has its own answer; which is the least favourable depends on the day, so all of them are kept.
/// </summary>
internal sealed class StoredAnswers
{
    private readonly int[] _starts;
    private readonly byte[] _partBits;
    private readonly ushort[] _partValidUntil;
    private readonly ushort[] _partDue;
    private readonly int _drawn;
    private readonly ZoneState _notDrawn;

    private StoredAnswers(byte[] bits, ushort[] validUntil, ushort[] due, int[] starts, List<RequirementAnswer> parts, List<string> drawn)
        : this(bits, validUntil, due, starts, ([.. parts.Select(AnswerBits.Of)], [.. parts.Select(part => ShortDay.OrNever(part.ValidUntil))], [.. parts.Select(part => ShortDay.OrNever(part.Due))]), drawn)
    {
    }

    internal StoredAnswers(byte[] bits, ushort[] validUntil, ushort[] due, int[] starts, (byte[] Bits, ushort[] ValidUntil, ushort[] Due) parts, List<string> drawn)
    {
        Bits = bits;
        ValidUntil = validUntil;
        Due = due;
        _starts = starts;
        _drawn = ZoneWords.Mask(drawn);
        _notDrawn = drawn.Count == 0 ? ZoneState.Undrawn : drawn.Contains("") ? ZoneState.Open : ZoneState.Missing;
        (_partBits, _partValidUntil, _partDue) = parts;
    }

    /// <summary>What was said.</summary>
    public byte[] Bits { get; }

    /// <summary>The last day on which the evidence holds.</summary>
    public ushort[] ValidUntil { get; }

    /// <summary>The day by which the plan is to be carried out.</summary>
    public ushort[] Due { get; }

    public static StoredAnswers Create(RequirementCatalogue catalogue, SystemProfile system, IReadOnlyList<RequirementAnswer> answers)
    {
        var count = catalogue.Requirements.Count;
        var (bits, validUntil, due, starts) = (new byte[count], new ushort[count], new ushort[count], new int[count + 1]);
        var parts = new List<RequirementAnswer>();
        var lookup = new RequirementAnswers(answers);
        var drawn = RequirementAssessor.ZonesOf(system);
        for (var i = 0; i < count; i++)
        {
            var requirement = catalogue.Requirements[i];
            var said = lookup.AllOf(system, requirement.Id);
            var only = said.Count == 1 ? said[0] : null;
            validUntil[i] = ShortDay.OrNever(only?.ValidUntil);
            due[i] = ShortDay.OrNever(only?.Due);
            bits[i] = only is null ? AnswerBits.None : AnswerBits.Of(only);
            if (said.Count > 1)
            {
                bits[i] |= said.Contains(null) ? (byte)(AnswerBits.Several | AnswerBits.Silent) : AnswerBits.Several;
                parts.AddRange(said.OfType<RequirementAnswer>());
            }

            starts[i + 1] = parts.Count;
        }

        return new StoredAnswers(bits, validUntil, due, starts, parts, drawn);
    }

    /// <summary>The answer of components that counts on a day.</summary>
    /// <param name="requirement">The requirement's place; it has several answers.</param>
    /// <param name="day">The day.</param>
    /// <param name="validUntil">Receives the last day of its evidence.</param>
    /// <param name="due">Receives the day its plan is due.</param>
    /// <returns>What it says.</returns>
    public int Worst(int requirement, int day, out int validUntil, out int due)
    {
        var worst = -1;
        for (var i = _starts[requirement]; i < _starts[requirement + 1]; i++)
        {
            worst = worst < 0 || Badness(i, day) > Badness(worst, day) ? i : worst;
        }

        var isSilent = (Bits[requirement] & AnswerBits.Silent) == AnswerBits.Silent;
        if (worst < 0 || (isSilent && AnswerBits.StatusOf(_partBits[worst]) != RequirementStatus.Unmet))
        {
            (validUntil, due) = (ShortDay.Never, ShortDay.Never);
            return AnswerBits.None;
        }

        (validUntil, due) = (_partValidUntil[worst], _partDue[worst]);
        return _partBits[worst];
    }

    /// <summary>An answer's bits with what the zones drawn say of the zones that a level needs.</summary>
    /// <param name="bits">The bits.</param>
    /// <param name="needed">The zones, as <see cref="ZoneWords.Mask"/>.</param>
    public int WithZones(int bits, int needed) =>
        bits | (int)(_notDrawn != ZoneState.Undrawn && (needed & ~_drawn) == 0 ? ZoneState.Drawn : _notDrawn) << AnswerBits.ZonesAt;

    private int Badness(int part, int day) => RequirementAnswers.Badness(AnswerBits.StatusOf(_partBits[part]), _partValidUntil[part] < day);
}
