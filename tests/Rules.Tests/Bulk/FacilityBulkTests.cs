using EmrSec.Rules.Assessments;
using EmrSec.Rules.Bulk;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Tests.Properties;

namespace EmrSec.Rules.Tests.Bulk;

/// <summary>Bulk assessment of whole facilities says what the ordinary one says: levels, totals, obligations, periodic duties.</summary>
public class FacilityBulkTests
{
    private static readonly DateOnly[] Days = [new(2025, 12, 1), new(2026, 8, 18), new(2026, 11, 21), new(2027, 7, 2)];

    private static FacilityLayout Layout => FlatFacilityTests.Layout;

    [Fact]
    public void Every_outcome_is_the_ordinary_one()
    {
        // One assessor each for all facilities: what one leaves behind must not reach the next.
        var assessors = Days.SelectMany(day => new[] { true, false }.Select(presume => new AssessmentOptions(day, Presume: presume)))
            .ToDictionary(options => options, options => new FacilityBulkAssessor(BuiltInRules.Packs, Layout, options));
        var (statuses, levels, ranges) = (new HashSet<ObligationStatus>(), new HashSet<int?>(), 0);
        Law.Holds(600, law => (Facility: DrawnFacility.Draw(law), Options: law.Pick([.. assessors.Keys])), drawn =>
        {
            var outcome = assessors[drawn.Options].Assess(FlatFacility.Of(Layout, drawn.Facility));
            if (RegimeChoice.Of(BuiltInRules.Packs, drawn.Facility, drawn.Options).Regime is null)
            {
                outcome.ShouldBeNull();
                return;
            }

            var ordinary = OutcomeOf.Assessment(FacilityAssessor.Assess(BuiltInRules.Packs, drawn.Facility, drawn.Options));
            outcome.ShouldNotBeNull();
            outcome.Regime.ShouldBe(ordinary.Regime);
            outcome.Systems.ShouldBe(ordinary.Systems);
            outcome.Deadlines.ShouldBe(ordinary.Deadlines);
            outcome.Level.ShouldBe(ordinary.Level);
            statuses.UnionWith(outcome.Deadlines.Select(deadline => deadline.Status));
            levels.UnionWith(outcome.Systems.Select(system => system.Level));
            ranges += outcome.Systems.Count(system => system is { AtLeast: not null, Level: null });
        });

        // The draw reaches what matters.
        statuses.ShouldBe(Enum.GetValues<ObligationStatus>().Except([ObligationStatus.NotApplicable]), ignoreOrder: true);
        levels.ShouldBe([1, 2, 3, 4, 5, null], ignoreOrder: true);
        ranges.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void The_level_of_a_facility_is_the_assessments()
    {
        var facility = new FacilityProfile(FactSet.Empty, FactSet.Empty, []);
        new FacilityBulkAssessor(BuiltInRules.Packs, Layout, new AssessmentOptions(Days[2])).Assess(FlatFacility.Of(Layout, facility))!.Level.ShouldBeNull();
    }

    [Fact]
    public void An_outcome_reads_back_as_it_was_written_and_nothing_else_does() => Law.Holds(100, DrawnFacility.Draw, facility =>
    {
        var outcome = new FacilityBulkAssessor(BuiltInRules.Packs, Layout, new AssessmentOptions(Days[2])).Assess(FlatFacility.Of(Layout, facility))!;
        var bytes = OutcomeBytes.Write(outcome);
        var read = OutcomeBytes.Read(bytes).ShouldNotBeNull();
        read.Systems.ShouldBe(outcome.Systems);
        read.Deadlines.ShouldBe(outcome.Deadlines);
        OutcomeBytes.Write(read).ShouldBe(bytes);
        for (var length = 0; length < bytes.Length; length++)
        {
            OutcomeBytes.Read(bytes.AsSpan(0, length)).ShouldBeNull();
        }
    });

    [Fact]
    public void No_two_rules_have_the_same_mark()
    {
        var packs = BuiltInRules.Packs;
        List<string> ids =
        [
            .. packs.Regimes.Select(regime => regime.Header.Id), .. packs.Directives.SelectMany(directive => directive.Obligations).Select(obligation => obligation.Id),
            .. packs.Procedures.SelectMany(procedure => procedure.Duties).Select(duty => duty.Id), .. packs.Requirements.SelectMany(catalogue => catalogue.Ids),
        ];
        ids.Select(RuleMark.Of).Distinct().Count().ShouldBe(ids.Distinct().Count());
    }
}
