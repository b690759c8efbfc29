using EmrSec.Rules.Levels;

namespace EmrSec.Rules.Completeness;

/// <summary>The IP plan: what cannot be read, what overlaps, what stands in the wrong field.</summary>
internal sealed class AddressConsistency(CompletenessInput input, ConsistencyFindings findings)
{
    public void Run()
    {
        var zones = new List<PlannedZone>();
        for (var i = 0; i < input.Systems.Count; i++)
        {
            foreach (var zone in ListContents.Items("systems[].zones", input.Sheet.Systems[i]))
            {
                zones.Add(new PlannedZone(input.Systems[i], zone, Read(input.Systems[i], zone, "privateIp"), Read(input.Systems[i], zone, "publicIp")));
            }
        }

        for (var i = 0; i < zones.Count; i++)
        {
            Scope(zones[i]);
            for (var j = 0; j < i; j++)
            {
                Compare(zones[j], zones[i]);
            }
        }
    }

    private List<AddressRange> Read(LevelResult system, SheetPart zone, string field)
    {
        if (zone[field] is not { } written)
        {
            return [];
        }

        var wrong = new List<string>();
        var ranges = AddressRange.ReadAll(written, wrong);
        if (wrong.Count > 0)
        {
            findings.Add(ConsistencyChecks.IpMalformed, system, ConsistencySeverity.Error, $"vùng «{zone.Name}», {field}: {string.Join("; ", wrong)}", zone.Position, "viết 10.0.1.0/24, 10.0.1.10-10.0.1.20 hoặc 10.0.1.5; nhiều dải cách nhau bằng dấu phẩy");
        }

        return ranges;
    }

    private void Scope(PlannedZone zone)
    {
        foreach (var range in zone.Private)
        {
            if (!range.IsPrivate)
            {
                findings.Add(ConsistencyChecks.IpScope, zone.System, ConsistencySeverity.Warning, $"vùng «{zone.Part.Name}»: {range.Written} ở privateIp không phải địa chỉ dùng riêng", zone.Part.Position, "địa chỉ Internet ghi ở publicIp");
            }
        }

        foreach (var range in zone.Public)
        {
            if (range.TouchesPrivate)
            {
                findings.Add(ConsistencyChecks.IpScope, zone.System, ConsistencySeverity.Warning, $"vùng «{zone.Part.Name}»: {range.Written} ở publicIp là địa chỉ dùng riêng", zone.Part.Position, "địa chỉ dùng riêng ghi ở privateIp");
            }
        }
    }

    /// <summary>Systems may share a zone; of different systems only zones of different kinds must not overlap.</summary>
    private void Compare(PlannedZone one, PlannedZone other)
    {
        var sameSystem = ReferenceEquals(one.System, other.System);
        if (!sameSystem && (one.Part["kind"] is not { } kind || other.Part["kind"] is not { } otherKind || string.Equals(kind, otherKind, StringComparison.Ordinal)))
        {
            return;
        }

        if (Overlap(one.Private, other.Private) is { } inside)
        {
            Report(one, other, inside, sameSystem, ConsistencySeverity.Error);
        }

        // A public range of the border often serves the DMZ too, by address translation.
        if (Overlap(one.Public, other.Public) is { } outside)
        {
            Report(one, other, outside, sameSystem, ConsistencySeverity.Note);
        }
    }

    private void Report(PlannedZone one, PlannedZone other, string ranges, bool sameSystem, ConsistencySeverity severity) => findings.Add(
        ConsistencyChecks.IpOverlap,
        other.System,
        severity,
        $"địa chỉ của vùng «{other.Part.Name}» chồng lên vùng «{one.Part.Name}»{(sameSystem ? "" : $" của {one.System.System.Id}")}: {ranges}",
        other.Part.Position,
        "mỗi vùng mạng một dải riêng; sửa dải sai ở zones");

    private static string? Overlap(List<AddressRange> one, List<AddressRange> other)
    {
        foreach (var first in one)
        {
            foreach (var second in other)
            {
                if (first.Overlaps(second))
                {
                    return $"{second.Written} và {first.Written}";
                }
            }
        }

        return null;
    }

    private sealed record PlannedZone(LevelResult System, SheetPart Part, List<AddressRange> Private, List<AddressRange> Public);
}
