using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Tests.Cases;

/// <summary>What must not happen does not: nothing moves, nothing is written, and it is told why.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly CaseFixture _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void An_incomplete_dossier_is_not_sent_and_everything_missing_is_told()
    {
        var way = new CaseWay(_desk);
        var text = way.Dossier.Replace("  design: { file: ho-so/02-thiet-ke-thi-cong.pdf, approvedBy: Giám đốc Bệnh viện, issued: 2025-11-20 }\n", "").Replace("  protectionPlan: { file: ho-so/04-phuong-an-bao-dam.pdf }\n", "").Replace("proposedLevel: 3", "proposedLevel: 2");
        way.Open(text);
        var errors = _desk.Refused("VD014", CaseFixture.Facility, "paper", CaseFixture.Case, "--kind", "request-appraisal", "--out", _desk.Path("r.pdf"), "--number", "1/BV", "--date", "2026-10-12", "--place", "Bắc Ninh");
        errors.ShouldContain("Tài liệu thiết kế");
        errors.ShouldContain("phương án");
        errors.ShouldContain("lỗi VD015: «Cổng thông tin người bệnh");
        File.Exists(_desk.Path("r.pdf")).ShouldBeFalse();
        _desk.Refused("VD014", CaseFixture.Facility, "submit", CaseFixture.Case, "--day", "2026-10-12").ShouldContain("VD019");
    }

    [Fact]
    public void A_level_that_is_not_certain_is_not_sent()
    {
        var way = new CaseWay(_desk);
        way.Open(way.Dossier.Replace("    onlineServices: [other]\n", "").Replace("    users: 42000\n", "").Replace("    dataSubjects: { basic: 42000, sensitive: 42000 }\n", "").Replace("    proposedLevel: 3\n", ""));
        _desk.Refused("VD012", CaseFixture.Facility, "submit", CaseFixture.Case, "--day", "2026-10-12").ShouldContain("«Cổng thông tin người bệnh");
    }

    [Fact]
    public void Only_the_signed_paper_that_was_made_moves_the_case()
    {
        var way = new CaseWay(_desk).Open();
        _desk.Refused("VD020", CaseFixture.Facility, ["submit", CaseFixture.Case, "--signed", _desk.Path("letter.pdf"), .. _desk.Trust]);
        var older = way.SignedRequest();
        var signed = way.SignedRequest("2026-10-13");
        string[] submit = ["submit", CaseFixture.Case, "--day", "2026-10-13", .. _desk.Trust];

        _desk.Refused("VD019", CaseFixture.Facility, submit);
        _desk.Refused("VD022", CaseFixture.Facility, [.. submit, "--signed", _desk.Path("request-appraisal.pdf")]).ShouldContain("chưa có chữ ký số nào");
        _desk.Refused("VD021", CaseFixture.Facility, [.. submit, "--signed", older]).ShouldContain("không phải văn bản lập sau cùng");
        _desk.Refused("VD021", CaseFixture.Facility, [.. submit, "--signed", _desk.Sign("letter.pdf")]);
        var bytes = File.ReadAllBytes(signed);
        bytes[200] ^= 1;
        _desk.Refused("VD021", CaseFixture.Facility, [.. submit, "--signed", _desk.Add("sua.pdf", bytes)]);
        bytes[200] ^= 1;
        bytes[^2000] ^= 1;
        _desk.Refused("VD022", CaseFixture.Facility, [.. submit, "--signed", _desk.Add("sua-chu-ky.pdf", bytes)]);
        _desk.Refused("VD047", CaseFixture.Facility, [.. submit, "--signed", _desk.Path("khong-co.pdf")]);

        _desk.Done(CaseFixture.Facility, [.. submit, "--signed", signed]);
    }

    [Fact]
    public void A_paper_altered_by_an_update_and_then_signed_is_not_the_paper()
    {
        var way = new CaseWay(_desk).Open();
        way.SignedRequest();
        var paper = File.ReadAllBytes(_desk.Path("request-appraisal.pdf"));
        var text = System.Text.Encoding.Latin1.GetString(paper);
        var content = Between(text, "/Contents ", " 0 R");
        var keep = $"/Root {Between(text, "/Root ", " R")} R/Info {Between(text, "/Info ", " R")} R/ID[{Between(text, "/ID[", "]")}]";
        var update = $"{content} 0 obj\n<</Length 5>>\nstream\nBT ET\nendstream\nendobj\n";
        update += $"xref\n{content} 1\n{paper.Length:D10} 00000 n \ntrailer\n<</Size {Between(text, "/Size ", "/")}{keep}/Prev {Between(text, "startxref\n", "\n")}>>\nstartxref\n{paper.Length + update.Length}\n%%EOF\n";
        _desk.Add("sua.pdf", [.. paper, .. System.Text.Encoding.Latin1.GetBytes(update)]);

        _desk.Refused("VD021", CaseFixture.Facility, ["submit", CaseFixture.Case, "--day", "2026-10-12", "--signed", _desk.Sign("sua.pdf"), .. _desk.Trust]).ShouldContain("đã bị sửa trước khi ký");
    }

    [Fact]
    public void A_signer_nobody_trusts_does_not_count()
    {
        var signed = new CaseWay(_desk).Open().SignedRequest();
        File.WriteAllText(_desk.Path("khac.pem"), EmrSec.Signing.Tests.TestAuthority.StrangeRoot.ExportCertificatePem());
        var before = _desk.State();
        var outcome = _desk.As(CaseFixture.Facility, "submit", CaseFixture.Case, "--signed", signed, "--day", "2026-10-12", "--trust", _desk.Path("khac.pem"));
        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldContain("lỗi VD022");
        _desk.State().ShouldBe(before);
    }

    [Fact]
    public void Who_compiled_never_appraises_and_who_appraised_never_approves()
    {
        using (var store = DossierStores.Open(_desk.Store, TimeProvider.System))
        {
            store.Write(new Actor("quantri", ActorRole.Administrator), null, writer =>
            {
                writer.Put(new StoreUser(CaseFixture.Facility, "Nguyễn Văn Mẫu", [ActorRole.Facility, ActorRole.Appraiser], "27-901", null));
                writer.Put(new StoreUser(CaseFixture.Appraiser, "Trần Thị Mẫu", [ActorRole.Appraiser, ActorRole.Approver], "Tổ an toàn thông tin, Sở Y tế tỉnh Bắc Ninh", null));
                return true;
            });
        }

        var way = new CaseWay(_desk).Open().Submit();
        _desk.Refused("VD004", CaseFixture.Facility, "accept", CaseFixture.Case, "--day", "2026-10-13");
        way.Start().Fit().Present();
        _desk.Refused("VD005", CaseFixture.Appraiser, ["paper", CaseFixture.Case, "--kind", "decision", "--out", _desk.Path("d.pdf"), .. CaseWay.Decision("2026-10-26")]);
        _desk.Refused("VD002", "totruong", "refuse", CaseFixture.Case, "--role", "appraiser", "--reason", "x");
    }

    [Fact]
    public void A_unit_that_operates_the_system_does_not_appraise_it()
    {
        var way = new CaseWay(_desk);
        var own = way.Dossier.Replace("securityUnit:\n  name: Tổ an toàn thông tin, Sở Y tế tỉnh Bắc Ninh", "securityUnit:\n  name: Bệnh viện đa khoa mẫu Bắc Ninh");
        way.Open(own);
        _desk.As(CaseFixture.Facility, "paper", CaseFixture.Case, "--kind", "request-appraisal", "--out", _desk.Path("r.pdf"), "--number", "1/BV", "--signer", "A", "--place", "B").Errors.ShouldContain("papers.appraisal.issuer");
        _desk.Done(CaseFixture.Facility, "revise", CaseFixture.Case, _desk.Write("tu.yaml", own.Replace("answers:\n", "papers:\n  appraisal: { issuer: Bệnh viện đa khoa mẫu Bắc Ninh }\nanswers:\n")), "--from", "1");
        way.Submit();
        _desk.Refused("VD006", CaseFixture.Appraiser, "accept", CaseFixture.Case, "--day", "2026-10-13").ShouldContain("331/2026/NĐ-CP, Điều 18, khoản 4");
    }

    [Fact]
    public void No_approval_without_a_regulation_issued_before_it()
    {
        var way = new CaseWay(_desk).Open().Submit().Start().Fit();
        _desk.Done(CaseFixture.Facility, "paper", CaseFixture.Case, "--kind", "submission", "--out", _desk.Path("t.pdf"), "--number", "3/TTr", "--date", "2026-10-21", "--place", "Bắc Ninh", "--signer", "Nguyễn Văn Mẫu");
        _desk.Done(CaseFixture.Facility, "present", CaseFixture.Case);
        string[] decision = ["paper", CaseFixture.Case, "--kind", "decision", "--out", _desk.Path("d.pdf")];
        _desk.Refused("VD016", CaseFixture.Approver, [.. decision, .. CaseWay.Decision("2026-10-26")]).ShouldContain("Điều 30, khoản 7");
        _desk.Done(CaseFixture.Facility, "revise", CaseFixture.Case, _desk.Write("qc.yaml", CaseDossiers.WithRegulation(way.Dossier, "2026-10-26")), "--from", "1");
        _desk.Refused("VD017", CaseFixture.Approver, [.. decision, .. CaseWay.Decision("2026-10-26")]);
        _desk.Done(CaseFixture.Approver, [.. decision, .. CaseWay.Decision("2026-10-27")]);
    }

    [Fact]
    public void After_the_opinion_nothing_else_is_changed()
    {
        var way = new CaseWay(_desk).Open().Submit();
        _desk.Refused("VD036", CaseFixture.Facility, "revise", CaseFixture.Case, _desk.Write("a.yaml", way.Dossier.Replace("beds: 300", "beds: 310")), "--from", "1");
        way.Start().Fit();
        _desk.Refused("VD037", CaseFixture.Facility, "revise", CaseFixture.Case, _desk.Path("a.yaml"), "--from", "1").ShouldContain("facility.beds");
    }

    [Fact]
    public void In_force_the_answers_go_on_and_what_gives_the_level_does_not_change()
    {
        var way = new CaseWay(_desk).Open().Submit().Start().Fit().Present().Approve();
        var approved = CaseDossiers.WithRegulation(way.Dossier, "2026-10-21");
        _desk.Refused("VD037", CaseFixture.Facility, "revise", CaseFixture.Case, _desk.Write("a.yaml", approved.Replace("users: 42000", "users: 43000")), "--from", "2").ShouldContain("systems.portal.users");
        _desk.Done(CaseFixture.Facility, "revise", CaseFixture.Case, _desk.Write("b.yaml", approved.Replace("    plan: Diễn tập ứng cứu sự cố mã hóa dữ liệu\n", "    plan: Đã diễn tập ngày 10/11/2026\n")), "--from", "2").ShouldContain("bản 3");
        _desk.State()!.ShouldStartWith("InForce");
    }

    [Fact]
    public void Days_in_an_impossible_order_are_refused()
    {
        new CaseWay(_desk).Open().Submit();
        _desk.Refused("VD009", CaseFixture.Appraiser, "accept", CaseFixture.Case, "--day", "2026-10-11");
        _desk.Refused("VD010", CaseFixture.Appraiser, "accept", CaseFixture.Case, "--day", "2026-11-22");
        _desk.Refused("VD011", CaseFixture.Appraiser, "return", CaseFixture.Case, "--day", "2026-10-13");
        _desk.Refused("VD001", CaseFixture.Appraiser, "start", CaseFixture.Case, "--day", "2026-10-13").ShouldContain("accept (người thẩm định)");
    }

    [Fact]
    public void Strangers_are_told_who_they_would_have_to_be()
    {
        new CaseWay(_desk).Open();
        _desk.Refused("VD031", "ai-do", "show", CaseFixture.Case);
        _desk.Refused("VD003", "coso-khac", "show", CaseFixture.Case);
        _desk.Refused("VD030", CaseFixture.Facility, "show", "99-999");
        _desk.Refused("VD032", CaseFixture.Facility, "accept", CaseFixture.Case, "--role", "auditor");
        _desk.As("coso-khac", "list", "--format", "json").Json.GetProperty("cases").GetArrayLength().ShouldBe(0);
        _desk.As(CaseFixture.Facility, "list", "--format", "json").Json.GetProperty("cases").GetArrayLength().ShouldBe(1);
    }

    // The last place where it stands: of a trailer, not of a page's stream.
    private static string Between(string text, string from, string to)
    {
        var start = text.LastIndexOf(from, StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, from);
        start += from.Length;
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }
}
