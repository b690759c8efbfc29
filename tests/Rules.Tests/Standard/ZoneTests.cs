using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Tests.Standard;

/// <summary>The least zones that TCVN 14423:2026 asks for (4.12.2.2 b) to 7.12.2.2 b)) against the zones drawn.</summary>
public class ZoneTests
{
    private static Requirement Zones { get; } = BuiltInRules.Packs.Requirements.Single(each => each.Header.Id == "nd331-2026-tcvn").Find("tcvn.net.zones")!;

    [Fact]
    public void Each_level_names_as_many_zones_as_its_figure_says()
    {
        var figure = Zones.FindThreshold("zones").ShouldNotBeNull();
        foreach (var at in Zones.Levels)
        {
            at.Zones.Distinct(StringComparer.Ordinal).Count().ShouldBe(at.Zones.Count);
            figure.At(at.Level).ShouldBe(at.Zones.Count, $"level {at.Level}");
        }
    }
}
