using EmrSec.Assessor.Tests.Cases;
using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Tests.Exchange;

/// <summary>A dossier goes from a facility to the Department and its decision back, in packages alone, and both stores tell the same.</summary>
public sealed class ExchangeWayTests : IDisposable
{
    private readonly TwoPlaces _places = new();

    private static readonly CaseId Id = new("27-901", 1);

    public void Dispose() => _places.Dispose();

    [Fact]
    public void From_submission_to_decision_in_five_packages()
    {
        var (facility, department) = (_places.Facility, _places.Department);
        var here = new CaseWay(facility).Open();
        facility.Add("quy-che.pdf", System.Text.Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"));
        facility.Done(CaseFixture.Facility, "evidence", "add", CaseFixture.Case, facility.Path("quy-che.pdf"), "--requirement", "tt12.m.1.1.1");
        here.Submit();
        _places.Send().ShouldContain("(mới lập)");
        department.State()!.ShouldStartWith("Submitted");

        var there = new CaseWay(department).Start();
        department.Done(CaseFixture.Appraiser, "comment", "add", CaseFixture.Case, "Số người dùng lấy ở đâu?", "--on", "systems.portal.users");
        there.Fit();
        _places.Answer().ShouldContain("Ý kiến thẩm định: phù hợp");
        facility.State()!.ShouldStartWith("AppraisedFit");

        here.Present();
        _places.Send();
        there.Approve();
        _places.Answer().ShouldContain("Phê duyệt");

        facility.State()!.ShouldStartWith("InForce");
        Content(facility).ShouldBe(Content(department));
        Facts(facility).ShouldBe(Facts(department));
        Steps(facility).ShouldBe(Steps(department));
        Signed(facility).ShouldBe(Signed(department));
        Signed(facility).Select(paper => paper.Kind).ShouldBe(["request-appraisal", "appraisal", "decision"], ignoreOrder: true);
        TwoPlaces.At(department, store => store.Evidence(Id)).ShouldHaveSingleItem().Name.ShouldBe("quy-che.pdf");
        TwoPlaces.At(facility, store => store.Comments(Id)).ShouldHaveSingleItem().Text.ShouldBe("Số người dùng lấy ở đâu?");
        foreach (var place in new[] { facility, department })
        {
            StoreCare.Check(place.Store).Findings.ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_same_package_twice_changes_nothing_more()
    {
        new CaseWay(_places.Facility).Open().Submit();
        var package = _places.Export(_places.Facility, CaseFixture.Facility);
        TwoPlaces.Imported(_places.Department, TwoPlaces.Clerk, package);
        var before = _places.Department.State();
        TwoPlaces.Imported(_places.Department, TwoPlaces.Clerk, package).ShouldContain("Không có gì thay đổi.");
        _places.Department.State().ShouldBe(before);
    }

    [Fact]
    public void Changed_on_both_sides_in_different_places_both_are_kept()
    {
        var dossier = Returned();
        _places.Facility.Done(CaseFixture.Facility, "revise", CaseFixture.Case, _places.Facility.Write("a.yaml", dossier.Replace("beds: 300", "beds: 310", StringComparison.Ordinal)), "--from", "1");
        _places.Department.Done(CaseFixture.Facility, "revise", CaseFixture.Case, _places.Department.Write("b.yaml", dossier.Replace("users: 42000", "users: 43000", StringComparison.Ordinal)), "--from", "1");
        _places.Send().ShouldContain("cả hai phần đều được giữ");
        var joined = System.Text.Encoding.UTF8.GetString(Content(_places.Department));
        joined.ShouldContain("\"beds\":310");
        joined.ShouldContain("\"users\":43000");
        TwoPlaces.At(_places.Department, store => store.Revisions(Id).Count).ShouldBe(4);
    }

    [Fact]
    public void Changed_on_both_sides_in_the_same_place_both_values_are_told_and_nothing_is_written()
    {
        var dossier = Returned();
        _places.Facility.Done(CaseFixture.Facility, "revise", CaseFixture.Case, _places.Facility.Write("a.yaml", dossier.Replace("beds: 300", "beds: 310", StringComparison.Ordinal)), "--from", "1");
        _places.Department.Done(CaseFixture.Facility, "revise", CaseFixture.Case, _places.Department.Write("b.yaml", dossier.Replace("beds: 300", "beds: 320", StringComparison.Ordinal)), "--from", "1");
        var before = _places.Department.State();
        var outcome = TwoPlaces.Import(_places.Department, TwoPlaces.Clerk, _places.Export(_places.Facility, CaseFixture.Facility));
        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldContain("lỗi TD018: «Số giường bệnh nội trú»: hai bên cùng sửa, từ «300 giường»; ở đây: «320 giường», trong gói: «310 giường»");
        _places.Department.State().ShouldBe(before);
    }

    [Fact]
    public void A_facility_cannot_bring_the_approval_itself()
    {
        new CaseWay(_places.Facility).Open().Submit().Start().Fit().Present().Approve();
        var outcome = TwoPlaces.Import(_places.Department, TwoPlaces.Clerk, _places.Export(_places.Facility, CaseFixture.Facility));
        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldContain("lỗi TD022");
        _places.Department.State().ShouldBeNull();
    }

    [Fact]
    public void A_package_for_the_other_side_or_another_facility_is_refused()
    {
        new CaseWay(_places.Facility).Open().Submit();
        var package = _places.Export(_places.Facility, CaseFixture.Facility);
        TwoPlaces.Import(_places.Department, CaseFixture.Facility, package).Errors.ShouldContain("lỗi TD015");
        TwoPlaces.Import(_places.Department, "coso-khac", package).Errors.ShouldContain("lỗi VD003");
        TwoPlaces.Import(_places.Department, "kiemsoat", package).Errors.ShouldContain("lỗi VD002");
        _places.Department.State().ShouldBeNull();
    }

    [Fact]
    public void An_unsigned_package_is_told_aloud_and_brings_no_step()
    {
        new CaseWay(_places.Facility).Open().Submit();
        var package = _places.Facility.Path("khong-ky.emrsec");
        var exported = ProgramRun.Call("dossier", "export", CaseFixture.Case, "--out", package, "--unsigned", "--dossier-store", _places.Facility.Store, "--as", CaseFixture.Facility);
        exported.ExitCode.ShouldBe(0, exported.Errors);
        exported.Errors.ShouldContain("KHÔNG KÝ SỐ");
        TwoPlaces.Import(_places.Department, TwoPlaces.Clerk, package).Errors.ShouldContain("lỗi TD016");
        _places.Department.State().ShouldBeNull();
        TwoPlaces.Import(_places.Department, TwoPlaces.Clerk, package, "--unsigned").ExitCode.ShouldBe(0);
        _places.Department.State()!.ShouldStartWith("Draft");
        TwoPlaces.At(_places.Department, store => store.Papers(Id)).ShouldAllBe(paper => paper.Signers.Count == 0);
    }

    [Fact]
    public void A_signature_of_nobody_known_is_refused()
    {
        new CaseWay(_places.Facility).Open().Submit();
        var package = _places.Export(_places.Facility, CaseFixture.Facility);
        var outcome = ProgramRun.Call("dossier", "import", package, "--trust", _places.Department.Write("khac.pem", Stranger()), "--store", _places.Department.Store, "--as", TwoPlaces.Clerk);
        outcome.ExitCode.ShouldBe(1);
        outcome.Errors.ShouldContain("lỗi TD016");
        _places.Department.State().ShouldBeNull();
    }

    private static string Stranger()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=Gốc khác", key, System.Security.Cryptography.HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new System.Security.Cryptography.X509Certificates.X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return certificate.ExportCertificatePem();
    }

    // Sent and sent back: both sides may revise.
    private string Returned()
    {
        var way = new CaseWay(_places.Facility).Open().Submit();
        _places.Send();
        _places.Department.Done(CaseFixture.Appraiser, "return", CaseFixture.Case, "--reason", "Thiếu sơ đồ", "--day", "2026-10-13");
        _places.Answer();
        _places.Facility.State()!.ShouldStartWith("Returned");
        TwoPlaces.At(_places.Facility, store => store.Steps(Id)[^1].Reason)!.ShouldContain("Thiếu sơ đồ");
        return way.Dossier;
    }

    // The flat arrays are of the case as it stands after its last step, whoever took it.
    private static byte[] Facts(CaseFixture place) => TwoPlaces.At(place, store => store.Facts(new CaseQuery()).Single().Facts.ToArray());

    private static byte[] Content(CaseFixture place) => TwoPlaces.At(place, store => store.Content(Id, store.Find(Id)!.Revision))!;

    private static List<(CaseState? From, CaseState To, DateOnly Day)> Steps(CaseFixture place) => TwoPlaces.At(place, store => store.Steps(Id).Select(step => (step.From, step.To, step.Day)).ToList());

    private static List<(string Kind, string Sha256)> Signed(CaseFixture place) => TwoPlaces.At(place, store => store.Papers(Id).Where(paper => paper.Signers.Count > 0).Select(paper => (paper.Kind, paper.Sha256)).ToList());
}
