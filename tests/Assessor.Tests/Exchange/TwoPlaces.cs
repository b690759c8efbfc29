using EmrSec.Assessor.Tests.Cases;
using EmrSec.Assessor.Tests.Signatures;
using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Tests.Exchange;

/// <summary>A facility and the Department without a network between them: two stores, and packages carried from one to the other.</summary>
internal sealed class TwoPlaces : IDisposable
{
    /// <summary>Takes packages in at the Department; appraises and approves nothing.</summary>
    public const string Clerk = "totruong";

    private int _packages;

    public CaseFixture Facility { get; } = new();

    public CaseFixture Department { get; } = new();

    /// <summary>Exports a case and gives the package's path.</summary>
    public string Export(CaseFixture from, string account, params string[] more)
    {
        var package = from.Path($"goi-{++_packages}.emrsec");
        var outcome = ProgramRun.CallWith(SigningDesk.Password + "\n", ["dossier", "export", CaseFixture.Case, "--out", package, "--p12", from.Path("head.p12"), .. from.Trust, "--dossier-store", from.Store, "--as", account, .. more]);
        outcome.ExitCode.ShouldBe(0, outcome.Errors);
        return package;
    }

    public static Outcome Import(CaseFixture to, string account, string package, params string[] more) =>
        ProgramRun.Call(["dossier", "import", package, .. to.Trust, "--store", to.Store, "--as", account, .. more]);

    public static string Imported(CaseFixture to, string account, string package)
    {
        var outcome = Import(to, account, package);
        outcome.ExitCode.ShouldBe(0, outcome.Errors);
        return outcome.Output;
    }

    /// <summary>From the facility to the Department.</summary>
    public string Send() => Imported(Department, Clerk, Export(Facility, CaseFixture.Facility));

    /// <summary>From the Department to the facility.</summary>
    public string Answer() => Imported(Facility, CaseFixture.Facility, Export(Department, CaseFixture.Appraiser));

    public static T At<T>(CaseFixture place, Func<IDossierStore, T> look)
    {
        using var store = DossierStores.Open(place.Store, TimeProvider.System);
        return look(store);
    }

    public void Dispose()
    {
        Facility.Dispose();
        Department.Dispose();
    }
}
