using EmrSec.Dossiers.Tests.Store;

namespace EmrSec.Assessor.Tests.Cases;

/// <summary>The way of a case on a store that several machines share.</summary>
[Collection(PostgreSqlCollection.Name)]
public sealed class SharedStoreTests(PostgreSqlServer server)
{
    [Fact]
    public void From_its_file_to_in_force_on_postgresql_and_assessed_again()
    {
        using var desk = new CaseFixture(server.NewDatabase());
        var way = new CaseWay(desk).Open().Submit().Start().Fit("2026-10-26").Present("2026-10-27", "2026-10-28");
        var evidence = desk.Add("danh-sach.pdf", File.ReadAllBytes(desk.Path("to-trinh.pdf")));
        desk.Done(CaseFixture.Approver, ["approve", CaseFixture.Case, "--signed", way.SignedDecision("2026-10-30"), .. desk.Trust]);
        desk.State()!.ShouldStartWith("InForce");
        desk.As("kiemsoat", "show", CaseFixture.Case, "--format", "json").Json.GetProperty("state").GetString().ShouldBe("in-force");

        desk.Done(CaseFixture.Facility, "evidence", "add", CaseFixture.Case, evidence);
        desk.Done(CaseFixture.Facility, "evidence", "get", CaseFixture.Case, "danh-sach.pdf", "--out", desk.Path("ra.pdf"));
        File.ReadAllBytes(desk.Path("ra.pdf")).ShouldBe(File.ReadAllBytes(evidence));

        var again = ProgramRun.Call(["reassess", "--as-of", "2026-12-01", "--format", "json", "--store", desk.Store, "--as", CaseFixture.Approver]);
        again.ExitCode.ShouldBe(0, again.Errors);
        ProgramRun.Call(["store", "check", "--store", desk.Store]).ExitCode.ShouldBe(0);
    }
}
