using EmrSec.Dossiers.Lab;
using EmrSec.Dossiers.Reassessments;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Tests.Store;
using EmrSec.Rules.Packs;

namespace EmrSec.Dossiers.Tests.Reassessments;

/// <summary>A store of facilities that do not exist, in a folder of its own.</summary>
internal sealed class LabProvince : IDisposable
{
    public static readonly DateOnly AsOf = new(2026, 11, 21);
    public static readonly Actor Officer = new("minh", ActorRole.Administrator, "Trần Văn Minh");
    private readonly TemporaryFolder _folder = new();

    public LabProvince(int count, string? province = "bac-ninh", string? layout = null)
    {
        using var store = DossierStores.Create(Place, Clock, Officer);
        if (layout is null)
        {
            new LabStore(store, Packs, AsOf).Fill(new FacilityGenerator(Packs, 5, AsOf, province), count);
        }
        else
        {
            Enumerable.Range(1, count).ToList().ForEach(number => EnterWith(store, new FacilityGenerator(Packs, 5, AsOf, province).Make(number), layout));
        }
    }

    public static RulePackSet Packs { get; } = PackLoader.Load(PackSource.BuiltIn(), new DiagnosticBag()).Packs!;

    public ManualClock Clock { get; } = new();

    public string Place => _folder.File("lab.db");

    public IDossierStore Open() => DossierStores.Open(Place, Clock);

    public ReassessmentResult Run(DateOnly? asOf = null, Func<ReassessmentOptions, ReassessmentOptions>? with = null, Action<ReassessmentProgress>? progress = null, Func<ReassessmentResult, IReadOnlyList<OutgoingDigest>>? digests = null, CancellationToken stop = default)
    {
        var options = new ReassessmentOptions(asOf ?? AsOf, ReassessmentScope.All, Officer) { BatchSize = 20, Threads = 2 };
        return new Reassessment(Open, Packs, Clock).Run(with?.Invoke(options) ?? options, progress, digests, stop);
    }

    public void Dispose() => _folder.Dispose();

    // Arrays of a law that is not this one.
    private static void EnterWith(IDossierStore store, GeneratedFacility facility, string layout) => store.Write(Officer, null, writer =>
    {
        var opened = writer.Open(facility.Code, facility.Name, facility.Province, facility.Since, new NewRevision(facility.ToCanonicalJson(), new byte[] { 1, 2, 3 }, layout, null));
        return facility.State == CaseState.Draft ? opened : writer.Step(opened, facility.State, "lab.generate", facility.Since, null);
    });
}
