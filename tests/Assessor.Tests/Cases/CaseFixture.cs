using EmrSec.Assessor.Tests.Signatures;
using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Tests.Cases;

/// <summary>A fresh store with the people of a facility, of the appraising unit and of the approving body, and the calls that they make.</summary>
internal sealed class CaseFixture : IDisposable
{
    public const string Case = "27-901.1";
    public const string Facility = "benhvien";
    public const string Appraiser = "thamdinh";
    public const string Approver = "giamdocso";

    private const string SecurityUnit = "Tổ an toàn thông tin, Sở Y tế tỉnh Bắc Ninh";
    private const string Owner = "Sở Y tế tỉnh Bắc Ninh";

    private readonly SigningDesk _desk = new();
    private readonly string? _store;
    private int _signed;

    /// <summary>Makes the store.</summary>
    /// <param name="place">Its place; null = an SQLite file of its own.</param>
    public CaseFixture(string? place = null)
    {
        _store = place;
        using var store = DossierStores.Create(Store, TimeProvider.System, new Actor("quantri", ActorRole.Administrator));
        store.Write(new Actor("quantri", ActorRole.Administrator), null, writer =>
        {
            writer.Put(new StoreUser(Facility, "Nguyễn Văn Mẫu", [ActorRole.Facility], "27-901", null));
            writer.Put(new StoreUser("coso-khac", "Người cơ sở khác", [ActorRole.Facility], "27-902", null));
            writer.Put(new StoreUser(Appraiser, "Trần Thị Mẫu", [ActorRole.Appraiser], SecurityUnit, null));
            writer.Put(new StoreUser(Approver, "Lê Văn Mẫu", [ActorRole.Approver], Owner, null));
            writer.Put(new StoreUser("totruong", "Tổ trưởng", [ActorRole.Appraiser, ActorRole.Approver], SecurityUnit, null));
            writer.Put(new StoreUser("kiemsoat", "Người kiểm soát", [ActorRole.Auditor], null, null));
            return true;
        });
    }

    public string Store => _store ?? _desk.Path("kho.db");

    public string Path(string name) => _desk.Path(name);

    public string Add(string name, byte[] bytes) => _desk.Add(name, bytes);

    public string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    /// <summary>Calls <c>emrsec case</c> as somebody.</summary>
    public Outcome As(string account, params string[] args) => ProgramRun.Call(["case", .. args, "--store", Store, "--as", account]);

    /// <summary>Calls it and sees to it that it was done.</summary>
    public string Done(string account, params string[] args)
    {
        var outcome = As(account, args);
        outcome.ExitCode.ShouldBe(0, $"{string.Join(' ', args)}\n{outcome.Errors}\n{outcome.Output}");
        return outcome.Output;
    }

    /// <summary>Calls it and sees to it that it was refused with a code, and that the case did not move.</summary>
    public string Refused(string code, string account, params string[] args)
    {
        var before = State();
        var outcome = As(account, args);
        outcome.ExitCode.ShouldBe(2, outcome.Output);
        outcome.Errors.ShouldContain($"lỗi {code}: ");
        State().ShouldBe(before);
        return outcome.Errors;
    }

    public string? State()
    {
        using var store = DossierStores.Open(Store, TimeProvider.System);
        return store.FindLatest("27-901") is { } found ? $"{found.State} {found.Version}" : null;
    }

    /// <summary>Makes a paper, has it signed, and gives the signed file's path.</summary>
    public string Signed(string account, string kind, string key = "head.p12", params string[] more)
    {
        Done(account, ["paper", Case, "--kind", kind, "--out", Path(kind + ".pdf"), .. more]);
        return Sign(kind + ".pdf", key);
    }

    public string Sign(string name, string key = "head.p12")
    {
        var signed = Path($"{System.IO.Path.GetFileNameWithoutExtension(name)}-da-ky-{++_signed}.pdf");
        var outcome = ProgramRun.CallWith(SigningDesk.Password + "\n", "sign", Path(name), "--out", signed, "--p12", Path(key), "--trust", Path("root.pem"));
        outcome.ExitCode.ShouldBe(0, outcome.Errors);
        return signed;
    }

    public string[] Trust => ["--trust", Path("root.pem")];

    public void Dispose() => _desk.Dispose();
}
