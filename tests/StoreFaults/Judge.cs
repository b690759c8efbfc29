using System.Globalization;
using System.Text.Json;
using EmrSec.Dossiers.Store;

namespace EmrSec.StoreFaults;

/// <summary>Looks at a store that a killed writer left: what was acknowledged is there, what is there is whole, and every hash is right.</summary>
internal sealed class Judge(string place)
{
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    public long Acknowledged { get; private set; }

    public long Cases { get; private set; }

    public long Entries { get; private set; }

    public void Look(IReadOnlyList<string> said)
    {
        using var store = DossierStores.Open(place, TimeProvider.System);
        foreach (var line in said)
        {
            Acknowledged++;
            if (!IsThere(store, line.Split(' ')))
            {
                _faults.Add($"lost: {line}");
            }
        }

        LookAtCases(store);
        foreach (var run in store.Runs.All().Take(3).Where(run => store.Runs.Outcomes(run.Id).Count() != run.Count))
        {
            _faults.Add($"half-applied: run {run.Id}");
        }

        var check = StoreCare.Check(place);
        Entries = check.Head.Number;
        _faults.AddRange(check.Findings.Where(finding => finding.IsError).Select(finding => $"{finding.Code}: {finding.Message}"));
    }

    private static bool IsThere(IDossierStore store, string[] said) => said switch
    {
        ["open" or "submit", var name, var revision, var token] => CaseId.TryParse(name, out var id) && IsThere(store, id, int.Parse(revision, CultureInfo.InvariantCulture), token),
        ["run" or "finish", var number, var count, _] => store.Runs.All().FirstOrDefault(run => run.Id == long.Parse(number, CultureInfo.InvariantCulture)) is { } run
            && run.Count >= int.Parse(count, CultureInfo.InvariantCulture) && (said[0] is "run" || run.Finished is not null),
        _ => false,
    };

    private static bool IsThere(IDossierStore store, CaseId id, int revision, string token) =>
        store.Content(id, revision) is { } content && TokenOf(content) == token;

    private static string TokenOf(byte[] content) => JsonDocument.Parse(content).RootElement.GetProperty("token").GetString()!;

    // A revision after the first came with one piece of evidence and one step of the same token: all of them, or none.
    private void LookAtCases(IDossierStore store)
    {
        Cases = 0;
        foreach (var file in store.Cases(new CaseQuery()))
        {
            Cases++;
            var revisions = store.Revisions(file.Id);
            var steps = store.Steps(file.Id);
            var evidence = store.Evidence(file.Id).Select(each => each.Name).ToHashSet(StringComparer.Ordinal);
            var facts = store.Facts(new CaseQuery { FacilityCode = file.Id.FacilityCode }).First(each => each.Case == file.Id);
            var isWhole = revisions.Count == file.Revision && steps.Count == file.Revision && evidence.Count == file.Revision - 1 && facts.Revision == file.Revision
                && revisions.Skip(1).All(revision => evidence.Contains($"{revision.Note}.bin") && steps.Any(step => step.Revision == revision.Number && step.Reason == revision.Note));
            if (!isWhole)
            {
                _faults.Add($"half-applied: {file.Id}");
            }
        }
    }
}
