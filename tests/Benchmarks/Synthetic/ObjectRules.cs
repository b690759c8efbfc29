using System.Globalization;

namespace EmrSec.Benchmarks.Synthetic;

/// <summary>
/// The forty rules of <c>rules.yaml</c> as one writes them over the objects that a dossier's text is read into: a value is the string that
/// was written, what was not declared is null, and C#'s own <c>&amp;</c>, <c>|</c> and <c>!</c> on <c>bool?</c> are Kleene's.
/// </summary>
internal static class ObjectRules
{
    public static void Evaluate(FacilityObject facility, SystemObject system, bool?[] results)
    {
        results[0] = (OnOrAfter(facility.D16, "2026-12-31") | !In(facility.E13, "v1", "v30", "v32", "v33")) & (Done(facility.D06) | Is(facility.B18, "true")) & AtMost(facility.I14, 10000);
        results[1] = !AtLeast(system.I15, 1000) & AtMost(system.I10, 100000) & (AnyOf(system.S00, "v1") | MoreThan(system.I04, 100) | Is(system.B25, "true"));
        results[2] = AtMost(system.I13, 1000) & (Is(system.B21, "true") | OnlyOf(system.S06, "v2", "v7")) & !AtLeast(system.I08, 10000) & !In(facility.E04, "v1");
        results[3] = Is(facility.B00, "true") & OnOrBefore(facility.D18, "2026-02-28") & Before(facility.D01, "2026-06-30") & OnOrBefore(facility.D14, "2026-12-31") & Is(facility.B16, "false");
        results[4] = EveryComponent(system, facility, static (system, facility) => (AtLeast(system.I10, 1) & Is(system.B20, "false"))) & (AnyOf(system.S03, "v12") | In(system.E00, "v2") | Is(system.B03, "true"));
        results[5] = AtLeast(system.I01, 1) & AnyOf(facility.S07, "v3") & (Is(facility.B17, "true") | In(facility.E03, "v3") | AtMost(facility.I04, 10000)) & !In(system.E00, "v0", "v1", "v2", "v4");
        results[6] = AtLeast(facility.I09, 100) & !In(facility.E13, "v26") & OnOrAfter(facility.D01, "2026-12-31") & In(facility.E15, "v0", "v1") & !In(facility.E03, "v7", "v13", "v22");
        results[7] = (Is(system.B27, "true") | Is(system.B16, "true") | AnyOf(system.S01, "v0")) & (Is(system.B13, "true") | In(system.E00, "v2"));
        results[8] = In(system.E01, "v0") & !In(facility.E04, "v0", "v1", "v2", "v4") & !MoreThan(facility.I11, 100) & In(facility.E10, "v0", "v1");
        results[9] = (OnlyOf(facility.S00, "v2", "v3") | Is(facility.B15, "true") | Done(facility.D14)) & Is(facility.B00, "false");
        results[10] = AnyComponent(system, facility, static (system, facility) => (AtLeast(system.I00, 1) & AtLeast(system.I00, 1000))) & (LessThan(system.I00, 10) | AnyOf(system.S02, "v3", "v10") | Is(system.B23, "true"));
        results[11] = (AnyOf(facility.S01, "v0") | AtMost(system.I00, 10) | !In(facility.E15, "v0", "v2")) & Is(system.B07, "true");
        results[12] = Is(facility.B07, "false") & OnOrBefore(facility.D00, "2025-12-31") & (AtLeast(facility.I07, 100000) | In(facility.E03, "v22"));
        results[13] = MoreThan(system.I06, 10) & Is(system.B19, "true") & AtMost(system.I12, 100000);
        results[14] = In(system.E01, "v1") & (Is(facility.B04, "true") | Is(system.B18, "true")) & !AllOf(facility.S04, "v0", "v5") & Is(system.B06, "true");
        results[15] = (In(facility.E03, "v8") | In(facility.E04, "v1", "v2", "v3", "v4")) & (Is(facility.B03, "true") | In(facility.E00, "v2")) & Is(facility.B00, "false");
        results[16] = EveryComponent(system, facility, static (system, facility) => (AnyOf(system.S00, "v1") & !AnyOf(system.S00, "v0"))) & Is(system.B15, "true");
        results[17] = !!In(system.E00, "v0", "v2", "v3", "v4") & (Is(system.B19, "true") | AnyOf(facility.S07, "v4", "v5")) & AtMost(system.I12, 10);
        results[18] = In(facility.E08, "v22", "v24", "v26") & OnOrAfter(facility.D12, "2026-02-28") & AnyOf(facility.S04, "v1", "v2");
        results[19] = AnyOf(system.S00, "v2") & !AnyOf(system.S05, "v2") & (OnlyOf(system.S01, "v3") | In(system.E14, "v11"));
        results[20] = Is(system.B04, "true") & (AtMost(system.I07, 10) | !In(system.E00, "v0", "v2", "v3", "v4") | Is(system.B10, "false")) & MoreThan(facility.I04, 100000);
        results[21] = In(facility.E03, "v5", "v10", "v19") & (In(facility.E03, "v14", "v32") | Before(facility.D00, "2026-06-30")) & In(facility.E12, "v2");
        results[22] = AnyComponent(system, facility, static (system, facility) => (AnyOf(system.S01, "v3") & In(system.E04, "v17", "v25", "v32"))) & AnyOf(system.S06, "v7", "v9") & MoreThan(system.I12, 10);
        results[23] = !In(system.E04, "v11") & (AtLeast(facility.I10, 100) | AllOf(system.S01, "v1", "v2"));
        results[24] = Done(facility.D02) & (MoreThan(facility.I06, 1000) | In(facility.E04, "v1") | Is(facility.B16, "false")) & Is(facility.B04, "true");
        results[25] = Is(system.B17, "true") & LessThan(system.I04, 5) & (OnlyOf(system.S06, "v0", "v8") | AtLeast(system.I11, 1000));
        results[26] = In(system.E16, "v5") & Is(facility.B14, "true") & (Is(facility.B07, "true") | In(facility.E00, "v0") | LessThan(system.I00, 10));
        results[27] = AtMost(facility.I10, 100) & (MoreThan(facility.I12, 1000) | In(facility.E07, "v2", "v3"));
        results[28] = EveryComponent(system, facility, static (system, facility) => (Is(system.B20, "true") & AnyOf(system.S01, "v0", "v2"))) & !In(system.E06, "v0") & !In(system.E06, "v0", "v1", "v4") & AllOf(system.S02, "v9", "v10");
        results[29] = Is(system.B23, "false") & !AtLeast(system.I00, 1000) & (Is(system.B15, "true") | Is(facility.B17, "true")) & MoreThan(system.I00, 100) & AnyOf(system.S00, "v0") & In(system.E01, "v0");
        results[30] = (OnlyOf(facility.S06, "v2") | !In(facility.E10, "v2")) & In(facility.E03, "v11") & Done(facility.D15);
        results[31] = LessThan(system.I09, 100) & (In(system.E09, "v17") | Is(system.B03, "true") | Is(system.B21, "false")) & Is(system.B27, "true");
        results[32] = (In(facility.E08, "v0", "v12", "v15") | !In(facility.E03, "v5") | Is(facility.B00, "true")) & In(facility.E09, "v0", "v2", "v3", "v4");
        results[33] = !In(facility.E04, "v0", "v1", "v2") & In(facility.E03, "v4", "v16") & (OnOrAfter(facility.D06, "2026-02-28") | OnOrBefore(facility.D09, "2026-06-30")) & In(facility.E11, "v4");
        results[34] = AnyComponent(system, facility, static (system, facility) => (LessThan(system.I00, 5) & LessThan(system.I00, 1000))) & (In(system.E01, "v0") | Is(system.B16, "false") | LessThan(system.I12, 100000)) & Is(system.B19, "false");
        results[35] = !In(facility.E09, "v0") & !OnlyOf(system.S01, "v0", "v2") & Is(system.B04, "true");
        results[36] = In(facility.E03, "v11") & Is(facility.B03, "true") & (In(facility.E11, "v3", "v4") | In(facility.E00, "v0") | In(facility.E12, "v1"));
        results[37] = MoreThan(system.I02, 1) & AtLeast(system.I02, 100000) & OnlyOf(system.S01, "v1", "v2") & (In(system.E12, "v0", "v1") | OnlyOf(system.S00, "v1", "v2") | Is(system.B21, "false"));
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

    private static bool? Is(string? value, string word) => value is null ? null : string.Equals(value, word, StringComparison.Ordinal);

    private static bool? AtLeast(string? value, long bound) => value is null ? null : value is not "none" && Number(value) >= bound;

    private static bool? MoreThan(string? value, long bound) => value is null ? null : value is not "none" && Number(value) > bound;

    private static bool? AtMost(string? value, long bound) => value is null ? null : value is not "none" && Number(value) <= bound;

    private static bool? LessThan(string? value, long bound) => value is null ? null : value is not "none" && Number(value) < bound;

    // Days as written, year first, compare as text; «none» is no day.
    private static bool? Before(string? value, string day) => value is null ? null : value is not "none" && string.CompareOrdinal(value, day) < 0;

    private static bool? OnOrBefore(string? value, string day) => value is null ? null : value is not "none" && string.CompareOrdinal(value, day) <= 0;

    private static bool? OnOrAfter(string? value, string day) => value is null ? null : value is not "none" && string.CompareOrdinal(value, day) >= 0;

    private static bool? Done(string? value) => value is null ? null : value is not "none";

    private static long Number(string value) => long.Parse(value, CultureInfo.InvariantCulture);

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
