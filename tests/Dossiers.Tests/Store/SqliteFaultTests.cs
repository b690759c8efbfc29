using System.Diagnostics;
using System.Text;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Store.Sql;
using EmrSec.Dossiers.Store.Sqlite;
using EmrSec.StoreFaults;

namespace EmrSec.Dossiers.Tests.Store;

/// <summary>What happens to disks happens to a store on SQLite.</summary>
public sealed class SqliteFaultTests : IDisposable
{
    private static readonly Actor Nurse = new("lan", ActorRole.Facility);
    private static readonly DateOnly Day = new(2026, 11, 21);

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();

    private string Place => _folder.File("kho.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_database_that_cannot_grow_says_so_and_takes_up_work_again_once_it_can()
    {
        DossierStores.Create(Place, _clock, Nurse).Dispose();
        using var session = new Session(new SqliteDialect(Place));
        session.Connect();
        var limit = session.One("PRAGMA page_count", row => row.Long()) + 30;
        session.Query($"PRAGMA max_page_count = {limit.ToString(System.Globalization.CultureInfo.InvariantCulture)}", row => row.Long());
        using var store = new SqlDossierStore(session, _clock);
        var opened = OpenUntilFull(store);
        opened.ShouldBeGreaterThan(0);

        session.Query("PRAGMA max_page_count = 1000000", row => row.Long());
        store.Cases(new CaseQuery()).Count().ShouldBe(opened);
        Open(store, "sau", 10);
        StoreCare.Check(Place).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_full_disk_is_told_and_nothing_half_written_stays()
    {
        using var disk = SmallDisk.Mount(_folder.File("đĩa"), kilobytes: 1500);
        if (disk is null)
        {
            // Only the system's keeper may mount: elsewhere the limit of the test above has to stand for it.
            A_database_that_cannot_grow_says_so_and_takes_up_work_again_once_it_can();
            return;
        }

        var place = Path.Combine(disk.Path, "kho.db");
        using (var store = DossierStores.Create(place, _clock, Nurse))
        {
            var kept = store.Blobs.Put(new MemoryStream(new byte[1000]), 1000);
            var e = Should.Throw<StoreException>(() => store.Blobs.Put(new MemoryStream(new byte[3_000_000]), 3_000_000));
            e.Code.ShouldBe("KH008");
            store.Blobs.All().ShouldBe([kept]);
            Directory.GetFiles(Path.Combine(place + ".blobs", "incoming")).ShouldBeEmpty();

            var opened = OpenUntilFull(store);
            opened.ShouldBeGreaterThan(0);
            store.Cases(new CaseQuery()).Count().ShouldBe(opened);
            StoreCare.Check(place).IsSound.ShouldBeTrue();
            store.Blobs.Remove(kept.Sha256);
        }

        StoreCare.Check(place).IsSound.ShouldBeTrue();
    }

    [Fact]
    public void A_read_only_file_is_told_and_stays_as_it_was()
    {
        DossierStores.Create(Place, _clock, Nurse).Dispose();
        foreach (var file in Directory.GetFiles(_folder.Path))
        {
            File.SetAttributes(file, File.GetAttributes(file) | FileAttributes.ReadOnly);
        }

        var before = File.ReadAllBytes(Place);
        WriteWithoutPrivilege().ShouldStartWith("lỗi KH009: ");
        File.ReadAllBytes(Place).ShouldBe(before);
        foreach (var file in Directory.GetFiles(_folder.Path))
        {
            File.SetAttributes(file, File.GetAttributes(file) & ~FileAttributes.ReadOnly);
        }

        WriteWithoutPrivilege().ShouldEndWith("written\n");
    }

    [Fact]
    public void Every_page_overwritten_is_found_or_nothing_of_it_is_ever_read()
    {
        using (var store = DossierStores.Create(Place, _clock, Nurse))
        {
            for (var i = 0; i < 25; i++)
            {
                Open(store, $"27-{i:000}", 900);
            }
        }

        var good = Everything();
        var bytes = File.ReadAllBytes(Place);
        var (found, unread) = (0, 0);
        foreach (var (at, length) in new[] { (0, 4096), (3800, 200) })
        {
            for (var page = 4096; page < bytes.Length; page += 4096)
            {
                var damaged = (byte[])bytes.Clone();
                new Random(page).NextBytes(damaged.AsSpan(page + at, length));
                File.WriteAllBytes(Place, damaged);
                if (IsFound())
                {
                    found++;
                }
                else
                {
                    Everything().ShouldBe(good, $"page {page / 4096}");
                    unread++;
                }
            }
        }

        found.ShouldBeGreaterThan(2 * unread);
    }

    [Fact]
    public void What_is_no_store_is_told()
    {
        File.WriteAllText(Place, new string('x', 10_000));
        Should.Throw<StoreException>(() => DossierStores.Open(Place, _clock)).Code.ShouldBe("KH004");
        File.WriteAllBytes(Place, []);
        Should.Throw<StoreException>(() => DossierStores.Open(Place, _clock)).Code.ShouldBe("KH004");
        Should.Throw<StoreException>(() => DossierStores.Open(_folder.Path, _clock)).Code.ShouldBe("KH001");
        Should.Throw<StoreException>(() => DossierStores.Open("http://kho", _clock)).Code.ShouldBe("KH003");
        File.ReadAllBytes(Place).ShouldBeEmpty();
    }

    [Fact]
    public void An_upload_cut_off_leaves_nothing_that_counts()
    {
        using var store = DossierStores.Create(Place, _clock, Nurse);
        Should.Throw<StoreException>(() => store.Blobs.Put(new CutStream(), 10_000)).Code.ShouldBe("KH011");
        store.Blobs.All().ShouldBeEmpty();
        var draft = Path.Combine(Place + ".blobs", "incoming", "bỏ dở");
        File.WriteAllText(draft, "nửa tệp");
        File.SetLastWriteTimeUtc(draft, _clock.Now.UtcDateTime.AddDays(-2));
        store.Blobs.Put(new MemoryStream(Encoding.UTF8.GetBytes("không ai dùng")), 100);
        StoreCare.Check(Place).IsSound.ShouldBeTrue();
        StoreCare.Sweep(Place, _clock).ShouldBe(2);
        StoreCare.Check(Place).Findings.ShouldBeEmpty();
        File.Exists(draft).ShouldBeFalse();
    }

    private static void Open(IDossierStore store, string code, int length) => store.Write(Nurse, null, writer =>
        writer.Open(code, "Bệnh viện", "bac-ninh", Day, new NewRevision(Random(length), Random(200), "f", null)));

    private static byte[] Random(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static int OpenUntilFull(IDossierStore store)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                Open(store, $"27-{i:000}", 4000);
            }
            catch (StoreException e)
            {
                e.Code.ShouldBe("KH008");
                return i;
            }
        }
    }

    // Root may write what is read-only; without that one capability it may not.
    private string WriteWithoutPrivilege()
    {
        using var process = Environment.IsPrivilegedProcess && OperatingSystem.IsLinux()
            ? Process.Start(new ProcessStartInfo("setpriv", ["--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search", Environment.ProcessPath!, "exec", typeof(KillHarness).Assembly.Location, "write", Place]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!
            : KillHarness.Start("write", Place);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        errors.Result.ShouldBeEmpty();
        return output;
    }

    private bool IsFound()
    {
        try
        {
            return !StoreCare.Check(Place).IsSound;
        }
        catch (StoreException)
        {
            return true;
        }
    }

    private string Everything()
    {
        using var store = DossierStores.Open(Place, _clock);
        var text = new StringBuilder();
        foreach (var (file, content) in store.Contents(new CaseQuery()))
        {
            text.AppendJoin('|', file, Convert.ToHexString(content), string.Join(',', store.Steps(file.Id)), string.Join(',', store.Revisions(file.Id))).AppendLine();
        }

        return text.AppendJoin('\n', store.Audit()).ToString();
    }

    private sealed class CutStream : MemoryStream
    {
        private bool _isBegun;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_isBegun)
            {
                throw new IOException("cut");
            }

            _isBegun = true;
            return Math.Min(count, 5000);
        }

        public override int Read(Span<byte> buffer) => Read([], 0, buffer.Length);
    }
}
