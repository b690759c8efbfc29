using EmrSec.Dossiers.Store;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Lab;

/// <summary>A facility that does not exist, with its dossier.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Province">The slug of its province.</param>
/// <param name="State">Where its dossier stands: draft, submitted or in force.</param>
/// <param name="Since">The day it came to stand there.</param>
/// <param name="Source">The dossier as a tree.</param>
public sealed record GeneratedFacility(string Code, string Name, string Province, CaseState State, DateOnly Since, YamlMapping Source)
{
    /// <summary>The dossier as canonical JSON.</summary>
    public byte[] ToCanonicalJson() => CanonicalJson.Write(Source);
}

/// <summary>What is drawn first of a facility, and all else depends on.</summary>
internal sealed record FacilityDraw(
    Lottery Lottery, int Number, DateOnly AsOf, string Kind, string Ownership, string Province, string ProvinceName, string Place, string Name, int Beds, int Staff, int Patients, DateOnly? Submitted, DateOnly? Approved);

/// <summary>
/// Makes plausible facilities up, for trying things out at the size of a province or the country: kinds in about their real proportions,
/// systems, zones, bodies, milestones and answers that go with the kind, a tenth with facts missing. The same seed gives the same
/// facilities, each independent of how many are made. Safe for several threads.
/// </summary>
public sealed class FacilityGenerator
{
    /// <summary>The most that are made at once.</summary>
    public const int Most = 100_000;

    private readonly int _seed;
    private readonly DateOnly _asOf;
    private readonly IReadOnlyList<FactOption> _provinces;
    private readonly IReadOnlyList<FactOption> _chosen;
    private readonly DrawnAnswers _answers;
    private readonly bool _allInForce;

    /// <summary>Makes a generator.</summary>
    /// <param name="packs">The law: provinces and requirements are taken from it.</param>
    /// <param name="seed">What everything follows from.</param>
    /// <param name="asOf">The day as seen from which milestones lie in the past.</param>
    /// <param name="province">The slug of the only province; null = all.</param>
    /// <param name="allInForce">Whether every dossier is in force, to measure a re-assessment of so many.</param>
    /// <exception cref="ArgumentException">There is no such province.</exception>
    public FacilityGenerator(RulePackSet packs, int seed, DateOnly asOf, string? province = null, bool allInForce = false)
    {
        ArgumentNullException.ThrowIfNull(packs);
        _seed = seed;
        _asOf = asOf;
        _allInForce = allInForce;
        _provinces = packs.Facts.Find("facility.province")?.Options ?? throw new ArgumentException("the law knows no provinces", nameof(packs));
        _chosen = province is null ? _provinces : [.. _provinces.Where(each => string.Equals(each.Id, province, StringComparison.Ordinal))];
        if (_chosen.Count == 0)
        {
            throw new ArgumentException($"there is no province «{province}»", nameof(province));
        }

        _answers = new DrawnAnswers(packs);
    }

    /// <summary>Makes a facility.</summary>
    /// <param name="number">Which, from 1.</param>
    public GeneratedFacility Make(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        var draw = Draw(new Lottery(_seed, number), number);
        var (state, since) = draw switch
        {
            { Approved: { } day } => (CaseState.InForce, day),
            { Submitted: { } day } => (CaseState.Submitted, day),
            _ => (CaseState.Draft, draw.AsOf.AddDays(-draw.Lottery.Between(1, 200))),
        };
        var place = _provinces.TakeWhile(each => !string.Equals(each.Id, draw.Province, StringComparison.Ordinal)).Count() + 1;
        var code = string.Create(CultureInfo.InvariantCulture, $"{place:00}-{number:000000}");
        return new GeneratedFacility(code, draw.Name, draw.Province, state, since, Dossier(draw, code));
    }

    private FacilityDraw Draw(Lottery lottery, int number)
    {
        var province = lottery.Pick(_chosen);
        var kind = lottery.Weighted((610, "commune-health-station"), (250, "clinic"), (75, "polyclinic"), (52, "hospital"), (3, "bedded-institute"), (10, "other"));
        var ownership = kind switch { "commune-health-station" or "bedded-institute" => "public", "hospital" => lottery.Chance(75) ? "public" : "private", _ => lottery.Chance(6) ? "public" : "private" };
        var place = MadeUpNames.Place(lottery, number);
        var beds = kind is "hospital" or "bedded-institute" ? lottery.Skewed(50, 1_500) : 0;
        var staff = kind switch { "hospital" or "bedded-institute" => beds * 3 / 2, "polyclinic" => lottery.Between(15, 90), "commune-health-station" => lottery.Between(5, 14), _ => lottery.Between(1, 12) };
        var patients = kind switch { "hospital" or "bedded-institute" => beds * lottery.Between(200, 900), "polyclinic" => lottery.Between(5_000, 80_000), "commune-health-station" => lottery.Between(3_000, 22_000), _ => lottery.Skewed(300, 30_000) };

        // 70 % are in force, most of them under the law before; 15 % wait; 15 % are being written.
        var stage = lottery.Between(1, _allInForce ? 70 : 100);
        var approved = stage <= 70 ? lottery.Day(_asOf.AddDays(-1_100), _asOf.AddDays(-5)) : (DateOnly?)null;
        var submitted = approved is { } day ? day.AddDays(-lottery.Between(15, 70)) : stage <= 85 ? _asOf.AddDays(-lottery.Between(1, 60)) : (DateOnly?)null;
        return new FacilityDraw(lottery, number, _asOf, kind, ownership, province.Id, province.Label, place, MadeUpNames.Facility(kind, ownership, place, lottery), beds, staff, patients, submitted, approved);
    }

    private YamlMapping Dossier(FacilityDraw draw, string code)
    {
        var isHospital = draw.Kind is "hospital" or "bedded-institute";
        var facility = new Tree().Text("code", code).Text("name", draw.Name).Text("kind", draw.Kind).Text("ownership", draw.Ownership).Text("province", draw.Province)
            .Text("managedBy", draw.Kind is "bedded-institute" ? "ministry" : "department").Number("beds", draw.Beds).Flag("dayTreatment", isHospital && draw.Lottery.Chance(70))
            .Flag("outpatientTreatment", true).Text("address", $"xã {draw.Place}, {draw.ProvinceName}").Flag("clinicalDataSharingReady", draw.Lottery.Chance(25));
        var dossier = new Tree().Text("schema", "emrsec.dossier/1").Part("facility", facility).Part("milestones", DrawnMilestones.Of(draw));
        DrawnBodies.Add(dossier, draw);
        dossier.Parts("systems", DrawnSystems.Of(draw)).Part("answers", _answers.Of(draw));
        if (draw.Submitted is { } submitted && draw.Lottery.Chance(50))
        {
            dossier.Part("processing", new Tree().Day("received", submitted.AddDays(1)).Day("complete", draw.Approved is null ? null : submitted.AddDays(3)));
        }

        return dossier.Done();
    }
}
