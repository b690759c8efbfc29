namespace EmrSec.Assessor.Tests.Cases;

/// <summary>A facility's dossier goes from its file to approval with signed PDFs, through the command line alone, under both laws.</summary>
public sealed class WholeWayTests : IDisposable
{
    private readonly CaseFixture _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData(CaseDossiers.Nd85, "2025-12-", "2026-01-")]
    [InlineData(CaseDossiers.Nd331, "2026-10-", "2026-11-")]
    public void Level_3_with_three_signed_papers(string law, string first, string then)
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
        var revised = _desk.Write("ho-so-2.yaml", CaseDossiers.WithRegulation(dossier, first + "28"));
        _desk.Done(CaseFixture.Facility, "revise", CaseFixture.Case, revised, "--from", "1");
        _desk.Done(CaseFixture.Facility, "paper", CaseFixture.Case, "--kind", "submission", "--out", _desk.Path("to-trinh.pdf"), "--number", "03/TTr-BVĐKM", "--date", then + "07", "--place", "Bắc Ninh", "--signer", "Nguyễn Văn Mẫu");
        _desk.Done(CaseFixture.Facility, "present", CaseFixture.Case);
        var decision = _desk.Signed(CaseFixture.Approver, "decision", "head.p12", "--number", "38/QĐ-SYT", "--date", then + "15", "--place", "Bắc Ninh", "--signer", "Lê Văn Mẫu");
        var told = _desk.Done(CaseFixture.Approver, ["approve", CaseFixture.Case, "--signed", decision, .. _desk.Trust]);

        told.ShouldContain("Đang có hiệu lực");
        var shown = _desk.As("kiemsoat", "show", CaseFixture.Case, "--format", "json").Json;
        shown.GetProperty("state").GetString().ShouldBe("in-force");
        shown.GetProperty("regime").GetString().ShouldBe(law);
        shown.GetProperty("level").GetInt32().ShouldBe(3);
        var signed = shown.GetProperty("papers").EnumerateArray().Where(paper => paper.GetProperty("signers").GetArrayLength() > 0).Select(paper => paper.GetProperty("kind").GetString()).ToList();
        signed.ShouldBe(["request-appraisal", "appraisal", "decision"]);
        var steps = _desk.As("kiemsoat", "history", CaseFixture.Case, "--format", "json").Json.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("step").GetString());
        steps.ShouldBe(["open", "submit", "accept", "start", "appraise", "present", "approve", "in-force"]);
    }

    [Fact]
    public void Level_2_where_one_unit_appraises_and_approves()
    {
        var way = new CaseWay(_desk, 2) { Appraiser = "totruong" };
        way.Open(CaseDossiers.WithRegulation(way.Dossier, "2026-10-01")).Submit().Start();
        _desk.Done("totruong", "appraise", CaseFixture.Case, "--result", "fit", "--day", "2026-10-16");
        _desk.Refused("VD008", CaseFixture.Facility, "present", CaseFixture.Case, "--day", "2026-10-17");
        var decision = _desk.Signed("totruong", "decision", "appraiser.p12", CaseWay.Decision("2026-10-19"));
        _desk.Refused("VD007", CaseFixture.Approver, ["approve", CaseFixture.Case, "--signed", decision, .. _desk.Trust]);
        _desk.Done("totruong", ["approve", CaseFixture.Case, "--signed", decision, .. _desk.Trust]);
        _desk.State()!.ShouldStartWith("InForce");
    }

    [Fact]
    public void Sent_back_found_unfit_supplemented_and_in_force_on_a_later_day()
    {
        var way = new CaseWay(_desk).Open().Submit();
        _desk.Done(CaseFixture.Appraiser, "return", CaseFixture.Case, "--reason", "Thiếu sơ đồ", "--day", "2026-10-13");
        way.Submit("2026-10-14").Start("2026-10-15", "2026-10-15");
        _desk.Done(CaseFixture.Appraiser, "request-supplement", CaseFixture.Case, "--reason", "Bổ sung danh mục máy chủ", "--day", "2026-10-16");
        _desk.Done(CaseFixture.Facility, "answer", CaseFixture.Case, "--day", "2026-10-19");
        var unfit = _desk.Signed(CaseFixture.Appraiser, "appraisal", "appraiser.p12", CaseWay.Opinion("unfit", "2026-10-20"));
        _desk.Refused("VD025", CaseFixture.Appraiser, ["appraise", CaseFixture.Case, "--signed", unfit, "--result", "fit", .. _desk.Trust]);
        _desk.Done(CaseFixture.Appraiser, ["appraise", CaseFixture.Case, "--signed", unfit, .. _desk.Trust]);
        _desk.State()!.ShouldStartWith("AppraisedUnfit");
        way.Submit("2026-10-22").Start("2026-10-23", "2026-10-23").Fit("2026-10-26").Present("2026-10-27", "2026-10-28");
        _desk.Done(CaseFixture.Approver, "refuse", CaseFixture.Case, "--reason", "Chưa bố trí kinh phí", "--day", "2026-10-29");
        way.Submit("2026-10-30").Start("2026-11-02", "2026-11-02").Fit("2026-11-04");
        _desk.Done(CaseFixture.Facility, "paper", CaseFixture.Case, "--kind", "submission", "--out", _desk.Path("to-trinh.pdf"), "--number", "04/TTr-BVĐKM", "--date", "2026-11-05", "--place", "Bắc Ninh", "--signer", "Nguyễn Văn Mẫu");
        _desk.Done(CaseFixture.Facility, "present", CaseFixture.Case);
        _desk.Done(CaseFixture.Approver, ["approve", CaseFixture.Case, "--signed", way.SignedDecision("2026-11-09"), "--effective", "2026-12-01", .. _desk.Trust]);
        _desk.State()!.ShouldStartWith("Approved");
        _desk.Refused("VD010", CaseFixture.Approver, "in-force", CaseFixture.Case, "--day", "2026-12-01");
        _desk.Done(CaseFixture.Approver, "in-force", CaseFixture.Case, "--day", "2026-11-20");
        _desk.State()!.ShouldStartWith("InForce");
    }

    [Fact]
    public void A_redetermination_takes_the_place_of_the_dossier_in_force()
    {
        var way = new CaseWay(_desk).Open().Submit().Start().Fit().Present().Approve();
        _desk.Done(CaseFixture.Facility, "open", _desk.Write("moi.yaml", CaseDossiers.WithRegulation(way.Dossier, "2026-10-21")), "--day", "2026-11-02").ShouldContain("27-901.2");
        _desk.As(CaseFixture.Facility, "open", _desk.Path("moi.yaml")).Errors.ShouldContain("lỗi VD034");
        const string Second = "27-901.2";
        string[] say = ["--place", "Bắc Ninh", "--signer", "Người Ký Mẫu"];
        string Sign(string account, string kind, string key, params string[] more)
        {
            _desk.Done(account, ["paper", Second, "--kind", kind, "--out", _desk.Path(kind + ".pdf"), .. more]);
            return _desk.Sign(kind + ".pdf", key);
        }

        _desk.Done(CaseFixture.Facility, ["submit", "27-901", "--signed", Sign(CaseFixture.Facility, "request-appraisal", "head.p12", ["--number", "200/BV", "--date", "2026-11-03", .. say]), "--day", "2026-11-03", .. _desk.Trust]);
        _desk.Done(CaseFixture.Appraiser, "accept", Second, "--day", "2026-11-04");
        _desk.Done(CaseFixture.Appraiser, "start", Second, "--day", "2026-11-04");
        _desk.Done(CaseFixture.Appraiser, ["appraise", Second, "--signed", Sign(CaseFixture.Appraiser, "appraisal", "appraiser.p12", CaseWay.Opinion("fit", "2026-11-06")), .. _desk.Trust]);
        _desk.Done(CaseFixture.Facility, ["paper", Second, "--kind", "submission", "--out", _desk.Path("s.pdf"), "--number", "9/TTr", "--date", "2026-11-09", .. say]);
        _desk.Done(CaseFixture.Facility, "present", Second);
        _desk.Done(CaseFixture.Approver, ["approve", Second, "--signed", Sign(CaseFixture.Approver, "decision", "head.p12", ["--number", "50/QĐ", "--date", "2026-11-12", .. say]), .. _desk.Trust]);

        var listed = _desk.As("kiemsoat", "list", "--format", "json").Json.GetProperty("cases").EnumerateArray().ToDictionary(each => each.GetProperty("case").GetString()!, each => each.GetProperty("state").GetString());
        listed.ShouldBe(new Dictionary<string, string?> { ["27-901.1"] = "superseded", [Second] = "in-force" }, ignoreOrder: true);
    }
}
