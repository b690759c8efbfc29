using System.IO.Compression;
using System.Text;
using EmrSec.Dossiers.Store;

namespace EmrSec.Dossiers.Tests.Store;

public abstract partial class StoreContract
{
    private readonly TemporaryFolder _backups = new();

    [Fact]
    public void A_backup_restored_elsewhere_is_the_same_store()
    {
        Fill();
        var head = Check().Head;
        var backup = StoreArchives.Backup(Place, _backups.File("kho.zip"), Clock);
        (backup.Head, backup.Cases, backup.Files).ShouldBe((head, 2, 2));
        ShouldBeRestored(OtherPlace(), head);
    }

    [Fact]
    public void A_backup_goes_from_one_engine_to_the_other()
    {
        Fill();
        var head = Check().Head;
        StoreArchives.Backup(Place, _backups.File("kho.zip"), Clock);
        ShouldBeRestored(OtherEngine(_backups.File("khác.db")), head);
        head = StoreArchives.Backup(OtherEngine(_backups.File("khác.db")), _backups.File("về.zip"), Clock).Head;
        var back = OtherPlace();
        StoreArchives.Restore(_backups.File("về.zip"), back).Head.ShouldBe(head);
        StoreCare.Check(back, head).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_backup_is_not_written_over_a_file_nor_restored_over_a_store()
    {
        Fill();
        StoreArchives.Backup(Place, _backups.File("kho.zip"), Clock);
        Should.Throw<StoreException>(() => StoreArchives.Backup(Place, _backups.File("kho.zip"), Clock)).Code.ShouldBe("KH002");
        Should.Throw<StoreException>(() => StoreArchives.Restore(_backups.File("kho.zip"), Place)).Code.ShouldBe("KH002");
        _backups.Names.ShouldBe(["kho.zip"]);
        Check().Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_store_that_is_not_sound_is_not_backed_up()
    {
        Fill();
        using var session = Raw();
        Run(session, "UPDATE cases SET level = 1");
        Should.Throw<StoreException>(() => StoreArchives.Backup(Place, _backups.File("kho.zip"), Clock)).Code.ShouldBe("KH024");
        _backups.Names.ShouldBeEmpty();
    }

    [Fact]
    public void A_backup_changed_cut_or_swollen_is_refused_and_nothing_is_made()
    {
        Fill();
        var good = _backups.File("kho.zip");
        StoreArchives.Backup(Place, good, Clock);
        var place = OtherPlace();
        void Refused(string name, Action<ZipArchive> change)
        {
            var path = _backups.File(name);
            File.Copy(good, path);
            using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
            {
                change(zip);
            }

            Should.Throw<StoreException>(() => StoreArchives.Restore(path, place), name).Code.ShouldBeOneOf("KH023", "KH024");
            Should.Throw<StoreException>(() => DossierStores.Open(place, Clock), name).Code.ShouldBe("KH001");
        }

        Refused("slip", zip => zip.CreateEntry("../../etc/x"));
        Refused("unknown", zip => zip.CreateEntry("tables/pg_users.jsonl"));
        Refused("twice", zip => Write(zip.CreateEntry("tables/cases.jsonl"), "[]\n"));
        Refused("no-manifest", zip => zip.GetEntry("manifest.json")!.Delete());
        Refused("no-table", zip => zip.GetEntry("tables/steps.jsonl")!.Delete());
        Refused("no-file", zip => zip.Entries.First(entry => entry.FullName.StartsWith("files/", StringComparison.Ordinal)).Delete());
        Refused("other-file", zip =>
        {
            var entry = zip.Entries.First(each => each.FullName.StartsWith("files/", StringComparison.Ordinal));
            var name = entry.FullName;
            entry.Delete();
            Write(zip.CreateEntry(name), "khác");
        });
        Refused("other-row", zip => Rewrite(zip, "tables/cases.jsonl", text => text.Replace("bac-ninh", "gia-lai")));
        Refused("newer-column", zip => Rewrite(zip, "tables/users.jsonl", text => text.Replace("full_name", "new_name")));
        Refused("bomb", zip =>
        {
            zip.GetEntry("tables/users.jsonl")!.Delete();
            using var stream = zip.CreateEntry("tables/users.jsonl", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 100; i++)
            {
                stream.Write(zeros);
            }
        });

        var bytes = File.ReadAllBytes(good);
        File.WriteAllBytes(_backups.File("cut"), bytes[..(bytes.Length / 2)]);
        Should.Throw<StoreException>(() => StoreArchives.Restore(_backups.File("cut"), place)).Code.ShouldBe("KH023");
        Should.Throw<StoreException>(() => StoreArchives.Restore(_backups.File("không-có"), place)).Code.ShouldBe("KH023");
        StoreArchives.Restore(good, place).Cases.ShouldBe(2);
    }

    [Fact]
    public void A_backup_whose_rows_and_hashes_were_both_changed_is_refused_by_the_trail()
    {
        Fill();
        var path = _backups.File("kho.zip");
        StoreArchives.Backup(Place, path, Clock);
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            var hash = "";
            Rewrite(zip, "tables/cases.jsonl", text =>
            {
                var changed = text.Replace("bac-ninh", "gia-lai");
                hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(changed)));
                return changed;
            });
            Rewrite(zip, "manifest.json", text => System.Text.RegularExpressions.Regex.Replace(text, "(\"name\": \"cases\",\\s*\"rows\": 2,\\s*\"sha256\": \")[0-9a-f]+", "$1" + hash, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)));
        }

        var place = OtherPlace();
        var e = Should.Throw<StoreException>(() => StoreArchives.Restore(path, place));
        e.Code.ShouldBe("KH024");
        e.Message.ShouldContain("KH055");
        Should.Throw<StoreException>(() => DossierStores.Open(place, Clock)).Code.ShouldBe("KH001");
    }

    /// <summary>An empty place for a second store of this engine.</summary>
    protected abstract string OtherPlace();

    /// <summary>An empty place for a store of the other engine.</summary>
    /// <param name="path">The file, where the other engine is SQLite.</param>
    protected abstract string OtherEngine(string path);

    private static void Rewrite(ZipArchive zip, string name, Func<string, string> change)
    {
        var entry = zip.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
        {
            text = reader.ReadToEnd();
        }

        entry.Delete();
        Write(zip.CreateEntry(name), change(text));
    }

    private static void Write(ZipArchiveEntry entry, string text)
    {
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private void ShouldBeRestored(string place, TrailHead head)
    {
        StoreArchives.Restore(_backups.File("kho.zip"), place).Head.ShouldBe(head);
        StoreCare.Check(place, head).Findings.ShouldBeEmpty();
        using var store = DossierStores.Open(place, Clock);
        ShouldEqual(store.Find(OldCase)!, Store.Find(OldCase)!);
        store.Content(OldCase, 2).ShouldBe(Store.Content(OldCase, 2));
        store.Audit().ShouldBe(Store.Audit());
        store.Blobs.All().OrderBy(blob => blob.Sha256).ShouldBe(Store.Blobs.All().OrderBy(blob => blob.Sha256));
        store.Write(Nurse, null, writer => writer.Revise(writer.Find(OldCase)!, Revision("{\"z\":1}"))).Revision.ShouldBe(3);
        StoreCare.Check(place, head).Findings.ShouldBeEmpty();
    }
}
