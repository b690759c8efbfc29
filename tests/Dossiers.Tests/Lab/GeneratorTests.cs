using EmrSec.Dossiers.Checks;
using EmrSec.Dossiers.Lab;
using EmrSec.Dossiers.Store;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Packs;

namespace EmrSec.Dossiers.Tests.Lab;

/// <summary>Facilities that are made up read like any other dossier, and the same seed gives the same ones.</summary>
public class GeneratorTests
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    private static RulePackSet Packs { get; } = PackLoader.Load(PackSource.BuiltIn(), new DiagnosticBag()).Packs!;

    [Fact]
    public void Every_dossier_reads_without_a_finding_and_is_what_its_canonical_json_says()
    {
        var generator = new FacilityGenerator(Packs, 1, AsOf);
        var reader = new DossierReader(Packs.Facts);
        for (var number = 1; number <= 300; number++)
        {
            var made = generator.Make(number);
            var json = made.ToCanonicalJson();
            var read = reader.ReadCanonical(json, made.Code);
            read.Diagnostics.Items.ShouldBeEmpty();
            var dossier = read.Dossier.ShouldNotBeNull();
            var names = new DiagnosticBag();
            AnswerChecks.CheckNames(dossier, Packs, names);
            names.Items.ShouldBeEmpty();
            (dossier.FacilityCode, dossier.FacilityName).ShouldBe((made.Code, made.Name));
            read.ToCanonicalJson().ShouldBe(json);
            reader.ReadText(DossierYaml.Write(made.Source, Packs.Facts), made.Code).ToCanonicalJson().ShouldBe(json);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_facilities_in_any_order_and_another_seed_others()
    {
        var one = Enumerable.Range(1, 50).Select(number => new FacilityGenerator(Packs, 7, AsOf).Make(number).ToCanonicalJson()).ToList();
        var backwards = new FacilityGenerator(Packs, 7, AsOf);
        Enumerable.Range(1, 50).Reverse().Select(number => backwards.Make(number).ToCanonicalJson()).Reverse().ShouldBe(one);
        new FacilityGenerator(Packs, 8, AsOf).Make(1).ToCanonicalJson().ShouldNotBe(one[0]);
    }

    [Fact]
    public void Kinds_states_laws_and_levels_are_in_proportion()
    {
        var generator = new FacilityGenerator(Packs, 1, AsOf);
        var reader = new DossierReader(Packs.Facts);
        var made = Enumerable.Range(1, 600).Select(generator.Make).ToList();
        made.Select(each => each.Code).Distinct().Count().ShouldBe(made.Count);
        made.Select(each => each.Province).Distinct().Count().ShouldBe(34);
        Share(made, each => each.State == CaseState.InForce).ShouldBeInRange(64, 76);
        Share(made, each => each.State == CaseState.Submitted).ShouldBeInRange(10, 20);
        Share(made, each => each.Name.StartsWith("Trạm Y tế", StringComparison.Ordinal)).ShouldBeInRange(55, 67);

        var assessments = made.Where(each => each.State == CaseState.InForce)
            .Select(each => FacilityAssessor.Assess(Packs, reader.ReadCanonical(each.ToCanonicalJson(), each.Code).Dossier!.ToProfile(), new AssessmentOptions(AsOf))).ToList();
        assessments.Select(each => each.Regime.Header.Id).Distinct().ShouldBe(["nd85-2016", "nd331-2026"], ignoreOrder: true);
        assessments.Select(each => each.FacilityLevel).Distinct().ShouldBeSubsetOf([2, 3, 4, null]);
        assessments.Count(each => each.FacilityLevel == 2).ShouldBeGreaterThan(assessments.Count / 3);
        assessments.Count(each => each.FacilityLevel is null).ShouldBeInRange(1, assessments.Count / 6);
    }

    [Fact]
    public void One_province_alone_can_be_asked_for()
    {
        var generator = new FacilityGenerator(Packs, 1, AsOf, "bac-ninh");
        Enumerable.Range(1, 50).Select(generator.Make).ShouldAllBe(each => each.Province == "bac-ninh" && each.Code.StartsWith("02-"));
        Should.Throw<ArgumentException>(() => new FacilityGenerator(Packs, 1, AsOf, "atlantis"));
    }

    private static int Share(List<GeneratedFacility> made, Func<GeneratedFacility, bool> holds) => 100 * made.Count(holds) / made.Count;
}
