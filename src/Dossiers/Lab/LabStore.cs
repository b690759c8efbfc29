using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Store;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Bulk;
using EmrSec.Rules.Packs;

namespace EmrSec.Dossiers.Lab;

/// <summary>Puts facilities that do not exist into a store, each in the state its dossier is in. Not by the way a real dossier takes: no paper goes with it.</summary>
/// <param name="store">The store.</param>
/// <param name="packs">The law.</param>
/// <param name="asOf">The day as seen from which they are made.</param>
public sealed class LabStore(IDossierStore store, RulePackSet packs, DateOnly asOf)
{
    private const int CasesInTransaction = 500;

    private static readonly Actor Maker = new("lab", ActorRole.Administrator, "Bộ sinh dữ liệu thử");

    private readonly FacilityLayout _layout = FacilityLayout.Of(packs);

    /// <summary>Makes facilities and enters them, so many in one transaction.</summary>
    /// <param name="generator">Makes them.</param>
    /// <param name="count">How many.</param>
    /// <param name="progress">Told how many are in after each transaction; null = nobody.</param>
    /// <param name="stop">Stops it between two transactions.</param>
    /// <returns>How many came into each state.</returns>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public IReadOnlyDictionary<CaseState, int> Fill(FacilityGenerator generator, int count, Action<int>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, FacilityGenerator.Most);
        var states = new SortedDictionary<CaseState, int>();
        using var tools = new ThreadLocal<Tools>(() => new Tools(new DossierReader(packs.Facts), new FacilityBulkAssessor(packs, _layout, new AssessmentOptions(asOf))));
        foreach (var numbers in Enumerable.Range(1, count).Chunk(CasesInTransaction))
        {
            stop.ThrowIfCancellationRequested();
            Entry[] entries = [.. numbers.AsParallel().AsOrdered().Select(number => Prepare(generator.Make(number), tools.Value!))];
            store.Write(Maker, "dữ liệu thử, không phải cơ sở có thật", writer =>
            {
                foreach (var entry in entries)
                {
                    Enter(writer, entry);
                }

                return true;
            });
            foreach (var entry in entries)
            {
                states[entry.Facility.State] = states.GetValueOrDefault(entry.Facility.State) + 1;
            }

            progress?.Invoke(numbers[^1]);
        }

        return states;
    }

    private Entry Prepare(GeneratedFacility facility, Tools tools)
    {
        var json = facility.ToCanonicalJson();
        var dossier = tools.Reader.ReadCanonical(json, facility.Code).Dossier ?? throw new InvalidOperationException($"{facility.Code} does not read");
        var flat = FlatFacility.Of(_layout, dossier.ToProfile());
        var level = tools.Assessor.Assess(flat)?.Level;
        var regime = RegimeChoice.Of(packs, dossier.ToProfile(), new AssessmentOptions(asOf)).Regime?.Header.Id;
        return new Entry(facility, new NewRevision(json, FlatBytes.Write(flat), _layout.Name, "dữ liệu thử"), level, regime);
    }

    private static void Enter(IStoreWriter writer, Entry entry)
    {
        var facility = entry.Facility;
        var opened = writer.Open(facility.Code, facility.Name, facility.Province, facility.Since, entry.Revision);
        if (facility.State != CaseState.Draft)
        {
            writer.Step(opened with { Level = entry.Level, Regime = entry.Regime }, facility.State, "lab.generate", facility.Since, null);
        }
    }

    private sealed record Tools(DossierReader Reader, FacilityBulkAssessor Assessor);

    private sealed record Entry(GeneratedFacility Facility, NewRevision Revision, int? Level, string? Regime);
}
