namespace EmrSec.Assessor.Tests.Cases;

/// <summary>Brings a case to where a test begins, under 331/2026/NĐ-CP unless it says otherwise.</summary>
internal sealed class CaseWay(CaseFixture desk, int level = 3)
{
    public const string Day1 = "2026-10-08";

    private string? _dossier;

    public string Dossier => _dossier ??= CaseDossiers.Text(CaseDossiers.Nd331, level, new DateOnly(2026, 10, 8));

    public string Request => level < 3 ? "request-approval" : "request-appraisal";

    public CaseWay Open(string? text = null)
    {
        desk.Done(CaseFixture.Facility, "open", desk.Write("ho-so.yaml", text ?? Dossier), "--day", Day1);
        return this;
    }

    public string SignedRequest(string day = "2026-10-12") =>
        desk.Signed(CaseFixture.Facility, Request, "head.p12", "--number", "152/BVĐKM-CNTT", "--date", day, "--place", "Bắc Ninh", "--signer", "Nguyễn Văn Mẫu");

    public CaseWay Submit(string day = "2026-10-12")
    {
        desk.Done(CaseFixture.Facility, ["submit", CaseFixture.Case, "--signed", SignedRequest(day), "--day", day, .. desk.Trust]);
        return this;
    }

    public CaseWay Start(string accepted = "2026-10-13", string started = "2026-10-14")
    {
        desk.Done(Appraiser, "accept", CaseFixture.Case, "--day", accepted);
        desk.Done(Appraiser, "start", CaseFixture.Case, "--day", started);
        return this;
    }

    public string Appraiser { get; init; } = CaseFixture.Appraiser;

    public static string[] Opinion(string result, string day) =>
        ["--number", "09/ATTT-TĐ", "--date", day, "--place", "Bắc Ninh", "--signer", "Trần Thị Mẫu", "--result", result, "--method", "written", "--opinion", "Đã đối chiếu tiêu chí", .. result is "unfit" ? new[] { "--unfit", "Chưa nêu phương án dự phòng" } : []];

    public CaseWay Fit(string day = "2026-10-20")
    {
        var opinion = desk.Signed(Appraiser, "appraisal", "appraiser.p12", Opinion("fit", day));
        desk.Done(Appraiser, ["appraise", CaseFixture.Case, "--signed", opinion, .. desk.Trust]);
        return this;
    }

    public CaseWay Present(string regulation = "2026-10-21", string day = "2026-10-22", int revision = 1)
    {
        desk.Done(CaseFixture.Facility, "revise", CaseFixture.Case, desk.Write("ho-so-qc.yaml", CaseDossiers.WithRegulation(Dossier, regulation)), "--from", revision.ToString(System.Globalization.CultureInfo.InvariantCulture));
        desk.Done(CaseFixture.Facility, "paper", CaseFixture.Case, "--kind", "submission", "--out", desk.Path("to-trinh.pdf"), "--number", "03/TTr-BVĐKM", "--date", day, "--place", "Bắc Ninh", "--signer", "Nguyễn Văn Mẫu");
        desk.Done(CaseFixture.Facility, "present", CaseFixture.Case);
        return this;
    }

    public static string[] Decision(string day) => ["--number", "38/QĐ-SYT", "--date", day, "--place", "Bắc Ninh", "--signer", "Lê Văn Mẫu"];

    public string SignedDecision(string day = "2026-10-26") => desk.Signed(CaseFixture.Approver, "decision", "head.p12", Decision(day));

    public CaseWay Approve(string day = "2026-10-26")
    {
        desk.Done(CaseFixture.Approver, ["approve", CaseFixture.Case, "--signed", SignedDecision(day), .. desk.Trust]);
        return this;
    }
}
