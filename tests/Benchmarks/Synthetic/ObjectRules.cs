namespace EmrSec.Benchmarks.Synthetic;

/// <summary>
/// The forty rules of <c>pack.yaml</c> as one writes them over the objects that a dossier is read into: names of values are strings,
/// what was not declared is null, and C#'s own <c>&amp;</c>, <c>|</c> and <c>!</c> on <c>bool?</c> are Kleene's.
/// </summary>
internal static class ObjectRules
{
    private static readonly DateOnly Day20251231 = new(2025, 12, 31);
    private static readonly DateOnly Day20260228 = new(2026, 2, 28);
    private static readonly DateOnly Day20260630 = new(2026, 6, 30);
    private static readonly DateOnly Day20261231 = new(2026, 12, 31);

    public static void Evaluate(FacilityObject facility, SystemObject system, bool?[] results)
    {
        results[0] = (OnOrAfter(facility.D16, Day20261231) | !In(facility.E13, "v1", "v30", "v32", "v33")) & (Done(facility.D06) | facility.B18) & AtMost(facility.I14, 10000);
        results[1] = !AtLeast(system.I15, 1000) & AtMost(system.I10, 100000) & (AnyOf(system.S00, "v1") | MoreThan(system.I04, 100) | system.B25);
        results[2] = AtMost(system.I13, 1000) & (system.B21 | OnlyOf(system.S06, "v2", "v7")) & !AtLeast(system.I08, 10000) & !In(facility.E04, "v1");
        results[3] = facility.B00 & OnOrBefore(facility.D18, Day20260228) & Before(facility.D01, Day20260630) & OnOrBefore(facility.D14, Day20261231) & !facility.B16;
        results[4] = EveryComponent(system, facility, static (system, facility) => (AtLeast(system.I10, 1) & !system.B20)) & (AnyOf(system.S03, "v12") | In(system.E00, "v2") | system.B03);
        results[5] = AtLeast(system.I01, 1) & AnyOf(facility.S07, "v3") & (facility.B17 | In(facility.E03, "v3") | AtMost(facility.I04, 10000)) & !In(system.E00, "v0", "v1", "v2", "v4");
        results[6] = AtLeast(facility.I09, 100) & !In(facility.E13, "v26") & OnOrAfter(facility.D01, Day20261231) & In(facility.E15, "v0", "v1") & !In(facility.E03, "v7", "v13", "v22");
        results[7] = (system.B27 | system.B16 | AnyOf(system.S01, "v0")) & (system.B13 | In(system.E00, "v2"));
        results[8] = In(system.E01, "v0") & !In(facility.E04, "v0", "v1", "v2", "v4") & !MoreThan(facility.I11, 100) & In(facility.E10, "v0", "v1");
        results[9] = (OnlyOf(facility.S00, "v2", "v3") | facility.B15 | Done(facility.D14)) & !facility.B00;
        results[10] = AnyComponent(system, facility, static (system, facility) => (AtLeast(system.I00, 1) & AtLeast(system.I00, 1000))) & (LessThan(system.I00, 10) | AnyOf(system.S02, "v3", "v10") | system.B23);
        results[11] = (AnyOf(facility.S01, "v0") | AtMost(system.I00, 10) | !In(facility.E15, "v0", "v2")) & system.B07;
        results[12] = !facility.B07 & OnOrBefore(facility.D00, Day20251231) & (AtLeast(facility.I07, 100000) | In(facility.E03, "v22"));
        results[13] = MoreThan(system.I06, 10) & system.B19 & AtMost(system.I12, 100000);
        results[14] = In(system.E01, "v1") & (facility.B04 | system.B18) & !AllOf(facility.S04, "v0", "v5") & system.B06;
        results[15] = (In(facility.E03, "v8") | In(facility.E04, "v1", "v2", "v3", "v4")) & (facility.B03 | In(facility.E00, "v2")) & !facility.B00;
        results[16] = EveryComponent(system, facility, static (system, facility) => (AnyOf(system.S00, "v1") & !AnyOf(system.S00, "v0"))) & system.B15;
        results[17] = !!In(system.E00, "v0", "v2", "v3", "v4") & (system.B19 | AnyOf(facility.S07, "v4", "v5")) & AtMost(system.I12, 10);
        results[18] = In(facility.E08, "v22", "v24", "v26") & OnOrAfter(facility.D12, Day20260228) & AnyOf(facility.S04, "v1", "v2");
        results[19] = AnyOf(system.S00, "v2") & !AnyOf(system.S05, "v2") & (OnlyOf(system.S01, "v3") | In(system.E14, "v11"));
        results[20] = system.B04 & (AtMost(system.I07, 10) | !In(system.E00, "v0", "v2", "v3", "v4") | !system.B10) & MoreThan(facility.I04, 100000);
        results[21] = In(facility.E03, "v5", "v10", "v19") & (In(facility.E03, "v14", "v32") | Before(facility.D00, Day20260630)) & In(facility.E12, "v2");
        results[22] = AnyComponent(system, facility, static (system, facility) => (AnyOf(system.S01, "v3") & In(system.E04, "v17", "v25", "v32"))) & AnyOf(system.S06, "v7", "v9") & MoreThan(system.I12, 10);
        results[23] = !In(system.E04, "v11") & (AtLeast(facility.I10, 100) | AllOf(system.S01, "v1", "v2"));
        results[24] = Done(facility.D02) & (MoreThan(facility.I06, 1000) | In(facility.E04, "v1") | !facility.B16) & facility.B04;
        results[25] = system.B17 & LessThan(system.I04, 5) & (OnlyOf(system.S06, "v0", "v8") | AtLeast(system.I11, 1000));
        results[26] = In(system.E16, "v5") & facility.B14 & (facility.B07 | In(facility.E00, "v0") | LessThan(system.I00, 10));
        results[27] = AtMost(facility.I10, 100) & (MoreThan(facility.I12, 1000) | In(facility.E07, "v2", "v3"));
        results[28] = EveryComponent(system, facility, static (system, facility) => (system.B20 & AnyOf(system.S01, "v0", "v2"))) & !In(system.E06, "v0") & !In(system.E06, "v0", "v1", "v4") & AllOf(system.S02, "v9", "v10");
        results[29] = !system.B23 & !AtLeast(system.I00, 1000) & (system.B15 | facility.B17) & MoreThan(system.I00, 100) & AnyOf(system.S00, "v0") & In(system.E01, "v0");
        results[30] = (OnlyOf(facility.S06, "v2") | !In(facility.E10, "v2")) & In(facility.E03, "v11") & Done(facility.D15);
        results[31] = LessThan(system.I09, 100) & (In(system.E09, "v17") | system.B03 | !system.B21) & system.B27;
        results[32] = (In(facility.E08, "v0", "v12", "v15") | !In(facility.E03, "v5") | facility.B00) & In(facility.E09, "v0", "v2", "v3", "v4");
        results[33] = !In(facility.E04, "v0", "v1", "v2") & In(facility.E03, "v4", "v16") & (OnOrAfter(facility.D06, Day20260228) | OnOrBefore(facility.D09, Day20260630)) & In(facility.E11, "v4");
        results[34] = AnyComponent(system, facility, static (system, facility) => (LessThan(system.I00, 5) & LessThan(system.I00, 1000))) & (In(system.E01, "v0") | !system.B16 | LessThan(system.I12, 100000)) & !system.B19;
        results[35] = !In(facility.E09, "v0") & !OnlyOf(system.S01, "v0", "v2") & system.B04;
        results[36] = In(facility.E03, "v11") & facility.B03 & (In(facility.E11, "v3", "v4") | In(facility.E00, "v0") | In(facility.E12, "v1"));
        results[37] = MoreThan(system.I02, 1) & AtLeast(system.I02, 100000) & OnlyOf(system.S01, "v1", "v2") & (In(system.E12, "v0", "v1") | OnlyOf(system.S00, "v1", "v2") | !system.B21);
        results[38] = OnlyOf(system.S00, "v1", "v2") & !In(system.E08, "v0", "v1") & AtLeast(facility.I06, 5) & In(facility.E12, "v3");
        results[39] = (Done(facility.D16) | Done(facility.D00) | Done(facility.D05)) & AtMost(facility.I00, 1000) & AtMost(facility.I10, 1000);
    }

    private static bool? In(string? value, params ReadOnlySpan<string> names) => value is null ? null : Names(names, value);

    private static bool? AnyOf(List<string>? items, params ReadOnlySpan<string> names)
    {
        if (items is null)
        {
            return null;
        }

        foreach (var name in names)
        {
            if (items.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool? AllOf(List<string>? items, params ReadOnlySpan<string> names)
    {
        if (items is null)
        {
            return null;
        }

        foreach (var name in names)
        {
            if (!items.Contains(name))
            {
                return false;
            }
        }

        return true;
    }

    private static bool? OnlyOf(List<string>? items, params ReadOnlySpan<string> names)
    {
        if (items is null)
        {
            return null;
        }

        foreach (var item in items)
        {
            if (!Names(names, item))
            {
                return false;
            }
        }

        return items.Count > 0;
    }

    private static bool Names(ReadOnlySpan<string> names, string value)
    {
        foreach (var name in names)
        {
            if (string.Equals(name, value, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool? AtLeast(long? value, long bound) => value is { } number ? number != SystemObject.NoNumber && number >= bound : null;

    private static bool? MoreThan(long? value, long bound) => value is { } number ? number != SystemObject.NoNumber && number > bound : null;

    private static bool? AtMost(long? value, long bound) => value is { } number ? number <= bound : null;

    private static bool? LessThan(long? value, long bound) => value is { } number ? number < bound : null;

    private static bool? Before(DateOnly? value, DateOnly day) => value is { } date ? date < day : null;

    private static bool? OnOrBefore(DateOnly? value, DateOnly day) => value is { } date ? date <= day : null;

    private static bool? OnOrAfter(DateOnly? value, DateOnly day) => value is { } date ? date != SystemObject.NoDay && date >= day : null;

    private static bool? Done(DateOnly? value) => value is { } date ? date != SystemObject.NoDay : null;

    private static bool? AnyComponent(SystemObject system, FacilityObject facility, Func<SystemObject, FacilityObject, bool?> holds)
    {
        bool? result = false;
        foreach (var component in system.Components)
        {
            result |= holds(component, facility) | AnyComponent(component, facility, holds);
        }

        return result;
    }

    private static bool? EveryComponent(SystemObject system, FacilityObject facility, Func<SystemObject, FacilityObject, bool?> holds)
    {
        bool? result = true;
        foreach (var component in system.Components)
        {
            result &= holds(component, facility) & EveryComponent(component, facility, holds);
        }

        return result;
    }
}
