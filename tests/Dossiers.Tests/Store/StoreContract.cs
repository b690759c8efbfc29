using System.Text;
using EmrSec.Dossiers.Store;

namespace EmrSec.Dossiers.Tests.Store;

/// <summary>What every engine keeps to. Each test has a store of its own.</summary>
public abstract partial class StoreContract : IDisposable
{
    protected static readonly Actor Nurse = new("lan", ActorRole.Facility, "Nguyễn Thị Lan", "27-001");
    protected static readonly Actor Officer = new("minh", ActorRole.Appraiser, "Trần Văn Minh", "Sở Y tế");
    protected static readonly DateOnly Day = new(2026, 11, 21);

    private IDossierStore? _store;

    internal ManualClock Clock { get; } = new();

    /// <summary>Where this test's store is.</summary>
    protected abstract string Place { get; }

    /// <summary>The test's store, made when first asked for.</summary>
    protected IDossierStore Store => _store ??= DossierStores.Create(Place, Clock, new Actor("quản trị", ActorRole.Administrator));

    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A second session on the same store.</summary>
    protected IDossierStore Another()
    {
        _ = Store;
        return DossierStores.Open(Place, Clock);
    }

    protected virtual void Dispose(bool isDisposing)
    {
        _store?.Dispose();
        _backups.Dispose();
    }

    protected static NewRevision Revision(string content, string layout = "f1") => new(Encoding.UTF8.GetBytes(content), new byte[] { 1, 2, 3 }, layout, "ghi chú");

    protected static CaseFile Open(IDossierStore store, string code = "27-001", string content = "{\"a\":1}") =>
        store.Write(Nurse, null, writer => writer.Open(code, "Bệnh viện đa khoa mẫu", "bac-ninh", Day, Revision(content)));

    protected CaseFile Open(string code = "27-001", string content = "{\"a\":1}") => Open(Store, code, content);

    protected BlobRef Upload(string content) => Store.Blobs.Put(new MemoryStream(Encoding.UTF8.GetBytes(content)), 1000);
}
