using EmrSec.Rules.Deadlines;
using EmrSec.Rules.Obligations;

namespace EmrSec.Rules.Bulk;

/// <summary>An outcome as bytes, the same outcome always as the same: whether two runs found the same is seen byte by byte.</summary>
public static class OutcomeBytes
{
    private const byte Version = 1;
    private const int MostSystems = 10_000;
    private const int MostRequirements = 0xfff;

    /// <summary>Writes an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    public static byte[] Write(FacilityOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var output = new CompactWriter();
        output.Byte(Version);
        output.Number(outcome.Regime);
        output.Number(outcome.Systems.Count);
        foreach (var system in outcome.Systems)
        {
            output.Text(system.Id);
            output.Byte((byte)((system.AtLeast ?? 0) | (system.AtMost ?? 0) << 4));
            output.Number(system.Totals.Met);
            output.Number(system.Totals.Partial);
            output.Number(system.Totals.Unmet);
            output.Number(system.Totals.NotApplicable);
            output.Number(system.Totals.Unknown);
            output.Number(system.Standing);
            output.Number(system.Expired);
            output.Number(system.ExpiredMark);
            output.Number(system.OverduePlans);
        }

        output.Number(outcome.Deadlines.Count);
        foreach (var deadline in outcome.Deadlines)
        {
            output.Number(deadline.Rule);
            output.Byte((byte)((int)deadline.Status | (int)deadline.Kind << 4));
            output.Number(deadline.System + 1);
            output.OptionalDay(deadline.Due);
        }

        return output.Written.ToArray();
    }

    /// <summary>Reads an outcome.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The outcome; null where the bytes are none, or of another version of the program.</returns>
    public static FacilityOutcome? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes[0] != Version)
        {
            return null;
        }

        try
        {
            var input = new CompactReader(bytes[1..]);
            var outcome = Read(ref input);
            return input.IsAtEnd ? outcome : null;
        }
        catch (CompactFormatException)
        {
            return null;
        }
    }

    private static FacilityOutcome Read(ref CompactReader input)
    {
        var regime = input.Mark();
        var systems = new SystemOutcome[input.Count(Math.Min(MostSystems, input.Left))];
        for (var i = 0; i < systems.Length; i++)
        {
            systems[i] = ReadSystem(ref input);
        }

        var deadlines = new DeadlineOutcome[input.Count(input.Left)];
        for (var i = 0; i < deadlines.Length; i++)
        {
            var rule = input.Mark();
            var bits = input.Byte();
            var (status, kind) = ((ObligationStatus)(bits & 15), (DeadlineKind)(bits >> 4));
            CompactFormatException.ThrowIf(status > ObligationStatus.Ongoing || kind > DeadlineKind.Duty);
            deadlines[i] = new DeadlineOutcome(rule, kind, input.Count(systems.Length) - 1, status, input.OptionalDay());
        }

        return new FacilityOutcome(regime, systems, deadlines);
    }

    private static SystemOutcome ReadSystem(ref CompactReader input)
    {
        var id = input.Text();
        var bits = input.Byte();
        var (least, most) = (bits & 15, bits >> 4);
        CompactFormatException.ThrowIf(least > 5 || most > 5);
        var totals = new BulkTotals(input.Count(MostRequirements), input.Count(MostRequirements), input.Count(MostRequirements), input.Count(MostRequirements), input.Count(MostRequirements));
        return new SystemOutcome(id, least == 0 ? null : least, most == 0 ? null : most, totals, input.Mark(), input.Count(MostRequirements), input.Mark(), input.Count(MostRequirements));
    }
}
