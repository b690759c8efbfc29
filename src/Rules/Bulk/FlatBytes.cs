using System.Security.Cryptography;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Procedures;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Bulk;

/// <summary>
/// A facility's flat arrays as bytes: a version, the content, and the first eight bytes of its SHA-256. Numbers take seven bits a byte.
/// What is read is checked to the last value: bytes that were damaged, cut or made up give nothing, never a wrong facility.
/// </summary>
public static class FlatBytes
{
    private const byte Version = 1;
    private const int CheckLength = 8;

    /// <summary>More systems and components than this are not read.</summary>
    private const int MostMembers = 10_000;

    // The kinds of zone that dossiers write; any other word is kept as it is.
    private static readonly string[] Zones = ["", .. ZoneWords.Kinds];

    /// <summary>Writes a facility.</summary>
    /// <param name="facility">The facility.</param>
    public static byte[] Write(FlatFacility facility)
    {
        ArgumentNullException.ThrowIfNull(facility);
        var output = new CompactWriter();
        output.Byte(Version);
        Write(output, facility.Common);
        output.Number(facility.Members.Length);
        foreach (var member in facility.Members)
        {
            output.Text(member.Id);
            output.Text(member.Name);
            output.Number(member.ProposedLevel);
            output.Number(member.Descendants);
            WriteZones(output, member.Zones);
            Write(output, member.Facts);
        }

        WriteAnswers(output, facility.Answers);
        Write(output, facility.Bodies);
        Write(output, facility.Processing);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(output.Written, hash);
        output.Bytes(hash[..CheckLength]);
        return output.Written.ToArray();
    }

    /// <summary>Reads a facility.</summary>
    /// <param name="layout">The layout that the bytes were written under.</param>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The facility; null where the bytes are not what was written.</returns>
    public static FlatFacility? Read(FacilityLayout layout, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(layout);
        if (bytes.Length < 1 + CheckLength || bytes[0] != Version)
        {
            return null;
        }

        var content = bytes[..^CheckLength];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        if (!hash[..CheckLength].SequenceEqual(bytes[^CheckLength..]))
        {
            return null;
        }

        try
        {
            var input = new CompactReader(content[1..]);
            var facility = Read(layout, ref input);
            return input.IsAtEnd ? facility : null;
        }
        catch (CompactFormatException)
        {
            return null;
        }
    }

    private static FlatFacility Read(FacilityLayout layout, ref CompactReader input)
    {
        var facts = layout.Facts;
        var common = ReadFacts(ref input, facts.CommonSlots, facts.CommonFact);
        var members = new FlatMember[input.Count(MostMembers)];
        for (var i = 0; i < members.Length; i++)
        {
            var (id, name) = (input.Text(), input.Text());
            var (proposed, descendants) = (input.Count(5), input.Count(members.Length - 1 - i));
            members[i] = new FlatMember(id, name, proposed, descendants, ReadZones(ref input), ReadFacts(ref input, facts.SystemSlots, facts.SystemFact));
        }

        CheckTree(members);
        return new FlatFacility(layout, common, members, ReadAnswers(ref input, layout, members.Length), ReadBodies(ref input), ReadProcessing(ref input));
    }

    // A component's components end where it ends.
    private static void CheckTree(FlatMember[] members)
    {
        var ends = new Stack<int>();
        for (var i = 0; i < members.Length; i++)
        {
            while (ends.Count > 0 && ends.Peek() < i)
            {
                ends.Pop();
            }

            var end = i + members[i].Descendants;
            CompactFormatException.ThrowIf(ends.Count > 0 && end > ends.Peek());
            ends.Push(end);
        }
    }

    private static void Write(CompactWriter output, long[] slots)
    {
        output.Number(slots.Count(code => code != 0));
        var next = 0;
        for (var slot = 0; slot < slots.Length; slot++)
        {
            if (slots[slot] is not 0 and var code)
            {
                output.Number(slot - next);
                output.Signed(code == FactValue.None.Code ? 0 : code);
                next = slot + 1;
            }
        }
    }

    private static long[] ReadFacts(ref CompactReader input, int slots, Func<int, FactDefinition> factAt)
    {
        var values = new long[slots];
        var next = 0;
        for (var left = input.Count(slots); left > 0; left--)
        {
            var slot = next + input.Count(slots - 1 - next);
            var code = input.Signed();
            values[slot] = code == 0 ? FactValue.None.Code : code;
            CompactFormatException.ThrowIf(!IsOf(factAt(slot), values[slot]));
            next = slot + 1;
        }

        return values;
    }

    private static bool IsOf(FactDefinition fact, long code) => fact.Type switch
    {
        FactType.Boolean => code is 1 or 2,
        FactType.Enum => code >= 1 && code <= fact.Options.Count,
        FactType.Set => (code & 1) == 1 && code >> 1 >= 0 && code >> 1 < 1L << fact.Options.Count,
        _ when code == FactValue.None.Code => true,
        FactType.Date => (code & 1) == 1 && code >> 1 >= 0 && code >> 1 <= DateOnly.MaxValue.DayNumber,
        _ => (code & 1) == 1 && Math.Abs(code >> 1) <= FactValue.NumberLimit,
    };

    private static void WriteZones(CompactWriter output, IReadOnlyList<string> zones)
    {
        output.Number(zones.Count);
        foreach (var zone in zones)
        {
            var place = Array.IndexOf(Zones, zone);
            output.Number(place < 0 ? Zones.Length : place);
            if (place < 0)
            {
                output.Text(zone);
            }
        }
    }

    private static string[] ReadZones(ref CompactReader input)
    {
        var zones = new string[input.Count(input.Left)];
        for (var i = 0; i < zones.Length; i++)
        {
            var place = input.Count(Zones.Length);
            zones[i] = place == Zones.Length ? input.Text() : Zones[place];
        }

        return zones;
    }

    private static void WriteAnswers(CompactWriter output, FlatAnswer[] answers)
    {
        output.Number(answers.Length);
        foreach (var answer in answers)
        {
            output.Number(answer.Requirement);
            output.Number(answer.Member + 1);
            output.Byte((byte)((int)answer.Status | (answer.HasEvidence ? 8 : 0) | (answer.ValidUntil >= 0 ? 16 : 0) | (answer.Due >= 0 ? 32 : 0)));
            WriteDay(output, answer.ValidUntil);
            WriteDay(output, answer.Due);
        }
    }

    private static void WriteDay(CompactWriter output, int day)
    {
        if (day >= 0)
        {
            output.Number(day);
        }
    }

    private static FlatAnswer[] ReadAnswers(ref CompactReader input, FacilityLayout layout, int members)
    {
        // Each takes three bytes at least: a made-up number reserves no memory.
        var answers = new FlatAnswer[input.Count(input.Left / 3)];
        for (var i = 0; i < answers.Length; i++)
        {
            var requirement = input.Count(layout.Requirements.Count - 1);
            var member = input.Count(members) - 1;
            var bits = input.Byte();
            CompactFormatException.ThrowIf(bits >> 6 != 0 || (bits & 7) > (int)RequirementStatus.Unknown);
            var validUntil = (bits & 16) == 0 ? -1 : input.Count(DateOnly.MaxValue.DayNumber);
            var due = (bits & 32) == 0 ? -1 : input.Count(DateOnly.MaxValue.DayNumber);
            answers[i] = new FlatAnswer(requirement, member, (RequirementStatus)(bits & 7), (bits & 8) != 0, validUntil, due);
        }

        return answers;
    }

    private static void Write(CompactWriter output, BodyNames? bodies)
    {
        output.Byte(bodies is null ? (byte)0 : (byte)1);
        if (bodies is not null)
        {
            output.OptionalText(bodies.Owner);
            output.OptionalText(bodies.Operator);
            output.OptionalText(bodies.SecurityUnit);
        }
    }

    private static BodyNames? ReadBodies(ref CompactReader input) =>
        input.Flag() ? new BodyNames(input.OptionalText(), input.OptionalText(), input.OptionalText()) : null;

    private static void Write(CompactWriter output, ProcessingRecord? processing)
    {
        output.Byte(processing is null ? (byte)0 : (byte)1);
        if (processing is null)
        {
            return;
        }

        output.OptionalDay(processing.Received);
        output.OptionalDay(processing.Complete);
        output.OptionalDay(processing.Appraised);
        output.OptionalDay(processing.ApprovalFileReceived);
        output.OptionalDay(processing.Answered);
        output.OptionalDay(processing.Decided);
        output.Number(processing.Supplements.Count);
        foreach (var supplement in processing.Supplements)
        {
            output.OptionalDay(supplement.Requested);
            output.OptionalDay(supplement.Answered);
        }
    }

    private static ProcessingRecord? ReadProcessing(ref CompactReader input)
    {
        if (!input.Flag())
        {
            return null;
        }

        var (received, complete, appraised, file) = (input.OptionalDay(), input.OptionalDay(), input.OptionalDay(), input.OptionalDay());
        var (sentBack, decided) = (input.OptionalDay(), input.OptionalDay());
        var supplements = new Supplement[input.Count(input.Left / 2)];
        for (var i = 0; i < supplements.Length; i++)
        {
            var requested = input.OptionalDay();
            CompactFormatException.ThrowIf(requested is null);
            supplements[i] = new Supplement(requested!.Value, input.OptionalDay());
        }

        return new ProcessingRecord(received, complete, supplements, appraised, file) { Answered = sentBack, Decided = decided };
    }
}
