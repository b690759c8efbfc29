namespace EmrSec.Assessor.Tests.Cases;

/// <summary>A facility's dossier goes from its file to approval with three signed PDFs, through the command line alone, under both laws.</summary>
public sealed class WholeWayTests : IDisposable
{
    private readonly CaseFixture _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData(CaseDossiers.Nd85, "2025-12-", "2026-01-")]
    [InlineData(CaseDossiers.Nd331, "2026-10-", "2026-11-")]
    public void Level_3(string law, string first, string then)
    {
        var dossier = CaseDossiers.Text(law, 3, DateOnly.Parse(first + "08", System.Globalization.CultureInfo.InvariantCulture));
        var file = _desk.Write("ho-so.yaml", dossier);
        _desk.Done(CaseFixture.Facility, "open", file, "--day", first + "08");
        var request = _desk.Signed(CaseFixture.Facility, "request-appraisal", "head.p12", "--number", "152/BVĐKM-CNTT", "--date", first + "10", "--place", "Bắc Ninh", "--signer", "Nguyễn Văn Mẫu");
        _desk.Done(CaseFixture.Facility, ["submit", CaseFixture.Case, "--signed", request, "--day", first + "10", .. _desk.Trust]);
        _desk.Done(CaseFixture.Appraiser, "accept", CaseFixture.Case, "--day", first + "11");
        _desk.Done(CaseFixture.Appraiser, "start", CaseFixture.Case, "--day", first + "12");
        var opinion = _desk.Signed(
            CaseFixture.Appraiser, "appraisal", "appraiser.p12", "--number", "09/ATTT-TĐ", "--date", first + "24", "--place", "Bắc Ninh", "--signer", "Trần Thị Mẫu",
            "--result", "fit", "--method", "written", "--opinion", "Cấp độ đề xuất phù hợp với tiêu chí");
        _desk.Done(CaseFixture.Appraiser, ["appraise", CaseFixture.Case, "--signed", opinion, .. _desk.Trust]);
        var issued = first + "28";
        var revised = _desk.Write("ho-so-2.yaml", CaseDossiers.WithRegulation(dossier, issued));
        _desk.Done(CaseFixture.Facility, "revise", CaseFixture.Case, revised, "--from", "1");
        _desk.Done(CaseFixture.Facility, "paper", CaseFixture.Case, "--kind", "submission", "--out", _desk.Path("to-trinh.pdf"), "--number", "03/TTr-BVĐKM", "--date", then + "07", "--place", "Bắc Ninh", "--signer", "Nguyễn Văn Mẫu");
        _desk.Done(CaseFixture.Facility, "present", CaseFixture.Case);
        var decision = _desk.Signed(CaseFixture.Approver, "decision", "head.p12", "--number", "38/QĐ-SYT", "--date", then + "15", "--place", "Bắc Ninh", "--signer", "Lê Văn Mẫu");
        var told = _desk.Done(CaseFixture.Approver, ["approve", CaseFixture.Case, "--signed", decision, .. _desk.Trust]);

        told.ShouldContain("Đang có hiệu lực");
        var shown = _desk.As("kiemsoat", "show", CaseFixture.Case, "--format", "json").Json;
        shown.GetProperty("state").GetString().ShouldBe("in-force");
        shown.GetProperty("regime").GetString().ShouldBe(law);
        shown.GetProperty("papers").EnumerateArray().Count(paper => paper.GetProperty("signers").GetArrayLength() > 0).ShouldBe(3);
    }
}
