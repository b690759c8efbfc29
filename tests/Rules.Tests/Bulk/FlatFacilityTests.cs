using EmrSec.Rules.Assessments;
using EmrSec.Rules.Bulk;
using EmrSec.Rules.Deadlines;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Tests.Properties;

namespace EmrSec.Rules.Tests.Bulk;

/// <summary>The flat arrays of a facility: what is read is what was written, and what is not is never read as a facility.</summary>
public class FlatFacilityTests
{
    private static readonly DateOnly[] Days = [new(2025, 12, 1), new(2026, 8, 18), new(2026, 8, 19), new(2026, 11, 21), new(2027, 7, 2)];

    internal static FacilityLayout Layout { get; } = FacilityLayout.Of(BuiltInRules.Packs);

    private static FacilityBulkAssessor Bulk { get; } = new(BuiltInRules.Packs, Layout, new AssessmentOptions(Days[3]));

    [Fact]
    public void An_assessment_from_the_arrays_is_the_assessment_from_the_dossier() => Law.Holds(
        120,
        law => (Facility: DrawnFacility.Draw(law), Day: law.Pick(Days), Presume: law.Random.Next(4) > 0),
        drawn =>
        {
            var options = new AssessmentOptions(drawn.Day, Presume: drawn.Presume);
            var read = FlatBytes.Read(Layout, FlatBytes.Write(FlatFacility.Of(Layout, drawn.Facility))).ShouldNotBeNull();

            Say(read.ToProfile(), options).ShouldBe(Say(drawn.Facility, options));
        });

    [Fact]
    public void Bytes_are_the_same_for_the_same_facility_and_after_reading() => Law.Holds(50, DrawnFacility.Draw, facility =>
    {
        var bytes = FlatBytes.Write(FlatFacility.Of(Layout, facility));
        FlatBytes.Write(FlatFacility.Of(Layout, facility)).ShouldBe(bytes);
        FlatBytes.Write(FlatBytes.Read(Layout, bytes)!).ShouldBe(bytes);
    });

    [Fact]
    public void Damaged_bytes_are_not_read() => Law.Holds(30, law => (Bytes: FlatBytes.Write(FlatFacility.Of(Layout, DrawnFacility.Draw(law))), law.Random), drawn =>
    {
        for (var i = 0; i < 50; i++)
        {
            var damaged = (byte[])drawn.Bytes.Clone();
            damaged[drawn.Random.Next(damaged.Length)] ^= (byte)(1 << drawn.Random.Next(8));
            FlatBytes.Read(Layout, damaged).ShouldBeNull();
            FlatBytes.Read(Layout, drawn.Bytes.AsSpan(0, drawn.Random.Next(drawn.Bytes.Length))).ShouldBeNull();
        }
    });

    // Whoever can write into the store can also reckon the checksum: what follows it is looked at value by value.
    [Fact]
    public void Made_up_bytes_with_a_right_checksum_crash_nothing() => Law.Holds(200, law => (Bytes: FlatBytes.Write(FlatFacility.Of(Layout, DrawnFacility.Draw(law))), law.Random), drawn =>
    {
        for (var i = 0; i < 50; i++)
        {
            var content = drawn.Bytes[..^8];
            for (var changes = drawn.Random.Next(1, 4); changes > 0; changes--)
            {
                content[drawn.Random.Next(1, content.Length)] = (byte)drawn.Random.Next(256);
            }

            content = content[..drawn.Random.Next(content.Length / 2, content.Length + 1)];
            var bytes = content.Concat(System.Security.Cryptography.SHA256.HashData(content).Take(8)).ToArray();
            if (FlatBytes.Read(Layout, bytes) is { } facility)
            {
                FlatBytes.Read(Layout, FlatBytes.Write(facility)).ShouldNotBeNull();
                Bulk.Assess(facility);
            }
        }
    });

    [Fact]
    public void The_layout_changes_with_the_facts_and_the_requirements()
    {
        Layout.Name.ShouldStartWith("emrsec.flat/1:");
        FacilityLayout.Of(Rewritten.Load("rules/facts.yaml", "id: university,", "id: universities,").Packs.ShouldNotBeNull()).Name.ShouldNotBe(Layout.Name);
    }

    private static List<string> Say(FacilityProfile facility, AssessmentOptions options)
    {
        if (RegimeChoice.Of(BuiltInRules.Packs, facility, options).Regime is null)
        {
            return [];
        }

        var assessment = FacilityAssessor.Assess(BuiltInRules.Packs, facility, options);
        return
        [
            $"{assessment.Regime.Header.Id} {assessment.Choice.Why}",
            .. assessment.Systems.Select(system => $"{system.System.Id} {system.System.Name} {system.AtLeast}–{system.AtMost} {system.Agrees} {string.Join(';', system.Grounds.Select(ground => $"{ground.Criterion.Id} {ground.Component?.Id} {string.Join(',', ground.Facts.Select(fact => fact.ValueText))}"))} {string.Join(';', system.Missing.Select(missing => $"{missing.System?.Id} {missing.Fact}"))} {system.Presumed.Count}"),
            .. Deadline.Of(assessment).Select(deadline => $"{deadline.Kind} {deadline.Id} {deadline.System?.System.Id} {deadline.Status} {deadline.Due} {deadline.Days} {deadline.DoneOn} {deadline.Why}"),
            .. assessment.Procedure!.Authorities.Select(authority => $"{authority.Conflict} {authority.Why}"),
            .. assessment.Requirements.Concat(assessment.Checks).SelectMany(system => system.Levels).SelectMany(level => level.Findings.Concat(level.Uncounted)
                .Select(finding => $"{level.Level} {finding.Requirement.Id} {finding.Status} {finding.Documentation} {finding.Why} {finding.Progress?.IsOverdue}")),
            .. assessment.Questions.Select(question => $"{question.System?.Id} {question.Fact} {question.Settles}"),
        ];
    }
}
