using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Bulk;

/// <summary>
/// Finds the answers of a facility that count for its systems, requirement by requirement, as <see cref="RequirementAnswers"/> does.
/// Keeps its tables from one facility to the next. Not for several threads at once.
/// </summary>
internal sealed class FlatAnswers(FacilityLayout layout)
{
    private readonly int[] _general = new int[layout.Requirements.Count];
    private readonly List<int[]> _own = [];
    private readonly List<FlatAnswer> _parts = [];
    private FlatFacility? _facility;
    private int _silent;

    /// <summary>Takes a facility in hand.</summary>
    public void Take(FlatFacility facility)
    {
        if (_facility is { } before)
        {
            foreach (var answer in before.Answers)
            {
                TableOf(answer.Member)[answer.Requirement] = 0;
            }
        }

        while (_own.Count < facility.Members.Length)
        {
            _own.Add(new int[layout.Requirements.Count]);
        }

        _facility = facility;
        for (var i = 0; i < facility.Answers.Length; i++)
        {
            // The first answer to the same counts; a place is kept as its number and one.
            ref var place = ref TableOf(facility.Answers[i].Member)[facility.Answers[i].Requirement];
            place = place == 0 ? i + 1 : place;
        }
    }

    /// <summary>The answers that count for a system of the facility in hand.</summary>
    /// <param name="catalogue">The requirements.</param>
    /// <param name="root">The system's place.</param>
    public StoredAnswers Of(FlatCatalogue catalogue, int root)
    {
        var count = catalogue.Places.Length;
        var (bits, validUntil, due, starts) = (new byte[count], new ushort[count], new ushort[count], new int[count + 1]);
        _parts.Clear();
        for (var i = 0; i < count; i++)
        {
            var first = _parts.Count;
            _silent = 0;
            Collect(catalogue.Places[i], root);
            var (answered, silent) = (_parts.Count - first, _silent);
            var only = (answered, silent) == (1, 0) ? _parts[first] : (FlatAnswer?)null;
            var isSeveral = answered + silent > 1;
            validUntil[i] = ShortDay.OrNever(only?.ValidUntil ?? -1);
            due[i] = ShortDay.OrNever(only?.Due ?? -1);
            bits[i] = only is { } answer ? AnswerBits.Of(answer) : AnswerBits.None;
            if (isSeveral)
            {
                bits[i] |= silent > 0 ? (byte)(AnswerBits.Several | AnswerBits.Silent) : AnswerBits.Several;
            }
            else
            {
                _parts.RemoveRange(first, _parts.Count - first);
            }

            starts[i + 1] = _parts.Count;
        }

        return new StoredAnswers(
            bits, validUntil, due, starts, ([.. _parts.Select(AnswerBits.Of)], [.. _parts.Select(part => ShortDay.OrNever(part.ValidUntil))], [.. _parts.Select(part => ShortDay.OrNever(part.Due))]), ZonesOf(root));
    }

    private int[] TableOf(int member) => member < 0 ? _general : _own[member];

    /// <summary>Adds the answers of which the least favourable counts, and counts the members asked that have none.</summary>
    private void Collect(int requirement, int member)
    {
        var own = _own[member][requirement];
        if (own != 0 || !PartHasOwn(requirement, member))
        {
            var place = own != 0 ? own : _general[requirement];
            if (place != 0)
            {
                _parts.Add(_facility!.Answers[place - 1]);
            }
            else
            {
                _silent++;
            }

            return;
        }

        var members = _facility!.Members;
        for (var i = member + 1; i <= member + members[member].Descendants; i += 1 + members[i].Descendants)
        {
            Collect(requirement, i);
        }
    }

    private bool PartHasOwn(int requirement, int member)
    {
        var last = member + _facility!.Members[member].Descendants;
        for (var i = member + 1; i <= last; i++)
        {
            if (_own[i][requirement] != 0)
            {
                return true;
            }
        }

        return false;
    }

    private List<string> ZonesOf(int root)
    {
        var zones = new List<string>();
        for (var i = root; i <= root + _facility!.Members[root].Descendants; i++)
        {
            zones.AddRange(_facility.Members[i].Zones);
        }

        return zones;
    }
}

/// <summary>A catalogue's requirements by their places in a layout.</summary>
/// <param name="Catalogue">The catalogue.</param>
/// <param name="Places">The place of each requirement.</param>
/// <param name="Marks">The mark of each one's id.</param>
internal sealed record FlatCatalogue(RequirementCatalogue Catalogue, int[] Places, uint[] Marks)
{
    public static FlatCatalogue Of(RequirementCatalogue catalogue, FacilityLayout layout) => new(
        catalogue,
        [.. catalogue.Requirements.Select(requirement => layout.PlaceOf(requirement.Id))],
        [.. catalogue.Requirements.Select(requirement => RuleMark.Of(requirement.Id))]);
}
