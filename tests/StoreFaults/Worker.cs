using System.Globalization;
using System.Text;
using EmrSec.Dossiers.Store;

namespace EmrSec.StoreFaults;

/// <summary>
/// Works on a store as a day in the Department does: opens cases, submits them with new revisions and uploaded evidence, enters the outcomes
/// of re-assessments. Whatever the store acknowledged is printed, at once and after the acknowledgement.
/// </summary>
internal sealed class Worker(string place, int seed)
{
    private static readonly Actor Author = new("may", ActorRole.Facility);
    private static readonly DateOnly Day = new(2026, 11, 21);

    private readonly Random _random = new(seed);
    private readonly List<CaseId> _cases = [];

    public void Run(int count)
    {
        using var store = DossierStores.Open(place, TimeProvider.System);
        for (var i = 0; i < count; i++)
        {
            switch (_cases.Count == 0 ? 0 : _random.Next(6))
            {
                case 0:
                    Open(store);
                    break;
                case 1:
                    Assess(store);
                    break;
                default:
                    Submit(store);
                    break;
            }
        }
    }

    // Revision, evidence and step belong together: «27-001.1 2 token» means all three.
    private void Submit(IDossierStore store)
    {
        var id = _cases[_random.Next(_cases.Count)];
        var token = Token();
        var bytes = new byte[_random.Next(1, 60_000)];
        _random.NextBytes(bytes);
        var blob = store.Blobs.Put(new MemoryStream(bytes), bytes.Length);
        var file = store.Write(Author, token, writer =>
        {
            var revised = writer.Revise(writer.Find(id)!, Revision(token));
            writer.Enter(new EvidenceRecord(id, $"{token}.bin", 0, blob.Sha256, blob.Size, "application/octet-stream", [], null, null, "", default));
            return writer.Step(revised, CaseState.Submitted, "case.submit", Day, paper: null);
        });
        Say($"submit {id} {file.Revision} {token}");
    }

    private void Open(IDossierStore store)
    {
        var token = Token();
        var file = store.Write(Author, token, writer => writer.Open($"{_random.Next(1, 200):000}", "Bệnh viện", "bac-ninh", Day, Revision(token)));
        _cases.Add(file.Id);
        Say($"open {file.Id} 1 {token}");
    }

    private void Assess(IDossierStore store)
    {
        var run = store.Runs.Begin(Day.AddDays(_random.Next(1000)), "all", Token(), DateTimeOffset.UtcNow);
        for (var batch = 0; batch < 3; batch++)
        {
            var start = batch * 10;
            run = store.Runs.Enter(run, [.. Enumerable.Range(start, 10).Select(i => new RunOutcome(new CaseId(i.ToString("000", CultureInfo.InvariantCulture), 1), 1, new byte[50]))]);
            Say($"run {run.Id} {run.Count} -");
        }

        run = store.Runs.Finish(run, Author, "d", []);
        Say($"finish {run.Id} {run.Count} -");
    }

    private static NewRevision Revision(string token) => new(Encoding.UTF8.GetBytes($$"""{"token":"{{token}}","fill":"{{new string('x', 3000)}}"}"""), new byte[200], "f", token);

    private string Token() => $"{_random.NextInt64():x16}";

    private static void Say(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
