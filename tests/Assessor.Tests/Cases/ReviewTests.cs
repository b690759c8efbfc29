using System.Text;

namespace EmrSec.Assessor.Tests.Cases;

/// <summary>Two editors, comments and what they come to, evidence, clocks.</summary>
public sealed class ReviewTests : IDisposable
{
    private readonly CaseFixture _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Of_two_editors_the_second_is_told_what_both_changed_and_nothing_is_lost()
    {
        var way = new CaseWay(_desk).Open();
        _desk.Done(CaseFixture.Facility, "export", CaseFixture.Case, "--out", _desk.Path("an.yaml"));
        _desk.Done(CaseFixture.Facility, "export", CaseFixture.Case, "--out", _desk.Path("binh.yaml"));
        var exported = File.ReadAllText(_desk.Path("an.yaml"));
        exported.ShouldStartWith("# emrsec: hồ sơ 27-901.1, bản 1\n");
        File.WriteAllText(_desk.Path("an.yaml"), exported.Replace("beds: 300", "beds: 320").Replace("users: 520", "users: 530"));
        File.WriteAllText(_desk.Path("binh.yaml"), exported.Replace("beds: 300", "beds: 350"));

        _desk.Done(CaseFixture.Facility, "revise", CaseFixture.Case, _desk.Path("an.yaml"), "--reason", "Thêm giường").ShouldContain("bản 2");
        var errors = _desk.Refused("VD038", CaseFixture.Facility, "revise", CaseFixture.Case, _desk.Path("binh.yaml"));

        errors.ShouldContain("benhvien đã lưu bản 2");
        var (theirs, mine) = (errors.IndexOf("Người khác đã sửa:", StringComparison.Ordinal), errors.IndexOf("Tệp này sửa:", StringComparison.Ordinal));
        errors[theirs..mine].ShouldContain("«300» → «320» [hai bên khác nhau]");
        errors[theirs..mine].ShouldContain("«520» → «530»");
        errors[mine..].ShouldContain("«300» → «350» [hai bên khác nhau]");
        errors[mine..].ShouldNotContain("530");
        _desk.Done(CaseFixture.Facility, "revise", CaseFixture.Case, _desk.Path("binh.yaml"), "--from", "2").ShouldContain("bản 3");
        _desk.Done(CaseFixture.Facility, "export", CaseFixture.Case, "--revision", "2", "--out", _desk.Path("lai.yaml"));
        File.ReadAllText(_desk.Path("lai.yaml")).ShouldContain("users: 530");
    }

    [Fact]
    public void A_file_that_does_not_say_what_it_was_made_from_is_not_saved()
    {
        var way = new CaseWay(_desk).Open();
        _desk.Refused("VD039", CaseFixture.Facility, "revise", CaseFixture.Case, _desk.Write("b.yaml", way.Dossier));
        _desk.Refused("VD035", CaseFixture.Facility, "revise", CaseFixture.Case, _desk.Write("c.yaml", way.Dossier.Replace("27-901", "27-999")), "--from", "1");
        _desk.Done(CaseFixture.Facility, "revise", CaseFixture.Case, _desk.Path("b.yaml"), "--from", "1").ShouldContain("không có gì để lưu");
    }

    [Fact]
    public void The_reviewer_sees_what_changed_and_which_comments_that_touches()
    {
        var way = new CaseWay(_desk).Open().Submit().Start();
        _desk.Done(CaseFixture.Appraiser, "comment", "add", CaseFixture.Case, "Số người dùng chưa khớp với danh sách", "--on", "systems.his.users");
        _desk.Done(CaseFixture.Appraiser, "comment", "add", CaseFixture.Case, "Chưa có minh chứng", "--on", "tt12.m.1.1.1");
        _desk.Done(CaseFixture.Appraiser, "comment", "add", CaseFixture.Case, "Nêu rõ phạm vi", "--on", "portal/tt12.d.plan.vii");
        _desk.Refused("VD051", CaseFixture.Appraiser, "comment", "add", CaseFixture.Case, "x", "--on", "systems.hiss.users").ShouldContain("his");
        _desk.Refused("VD051", CaseFixture.Appraiser, "comment", "add", CaseFixture.Case, "x", "--on", "tt12.m.1.1.99");
        _desk.Refused("VD002", CaseFixture.Facility, "comment", "settle", CaseFixture.Case, "1");
        _desk.Refused("VD007", "totruong", "comment", "add", CaseFixture.Case, "x", "--on", "tt12.m.1.1.1", "--role", "approver");
        _desk.Done(CaseFixture.Appraiser, "request-supplement", CaseFixture.Case, "--reason", "Theo ý kiến", "--day", "2026-10-15");
        _desk.Done(CaseFixture.Facility, "revise", CaseFixture.Case, _desk.Write("sua.yaml", way.Dossier.Replace("        users: 520\n", "        users: 524\n")), "--from", "1");
        _desk.Done(CaseFixture.Facility, "comment", "reply", CaseFixture.Case, "1", "Đã sửa theo danh sách tháng 10");
        _desk.Add("quy-che.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n"));
        _desk.Done(CaseFixture.Facility, "evidence", "add", CaseFixture.Case, _desk.Path("quy-che.pdf"), "-r", "tt12.m.1.1.1");
        var reminded = _desk.As(CaseFixture.Facility, "answer", CaseFixture.Case, "--day", "2026-10-16");
        reminded.ExitCode.ShouldBe(0, reminded.Errors);
        reminded.Errors.ShouldContain("còn 2 ý kiến chưa trả lời (số 2, 3)");

        var changes = _desk.As(CaseFixture.Appraiser, "changes", CaseFixture.Case, "--format", "json").Json;
        changes.GetProperty("since").GetInt32().ShouldBe(1);
        var change = changes.GetProperty("changes").EnumerateArray().Single();
        change.GetProperty("address").GetString().ShouldBe("systems.his.users");
        change.GetProperty("comments").EnumerateArray().Select(number => number.GetInt32()).ShouldBe([1]);
        changes.GetProperty("evidence").EnumerateArray().Single().GetProperty("comments").EnumerateArray().Select(number => number.GetInt32()).ShouldBe([2]);
        changes.GetProperty("untouchedComments").EnumerateArray().Select(comment => comment.GetProperty("number").GetInt32()).ShouldBe([3]);
        var page = string.Join(' ', _desk.Done(CaseFixture.Appraiser, "changes", CaseFixture.Case).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        page.ShouldContain("«520» → «524»");
        page.ShouldContain("liên quan ý kiến số 1");
        _desk.Done(CaseFixture.Appraiser, "comment", "settle", CaseFixture.Case, "1");
        _desk.Refused("VD052", CaseFixture.Facility, "comment", "reply", CaseFixture.Case, "1", "thêm");
        _desk.Done("kiemsoat", "comment", "list", CaseFixture.Case, "--open").ShouldNotContain("Đã sửa theo danh sách");
    }

    [Fact]
    public void Evidence_is_kept_by_its_content_under_a_clean_name_with_its_revisions()
    {
        new CaseWay(_desk).Open();
        var file = _desk.Add("Quy chế: bảo đảm?.pdf", Encoding.UTF8.GetBytes("%PDF-1.7\nmột"));
        _desk.Done(CaseFixture.Facility, "evidence", "add", CaseFixture.Case, file, "-r", "his/tt12.c.app.log", "--issued", "05/01/2026", "--valid-until", "2026-11-20");
        _desk.Done(CaseFixture.Facility, "evidence", "add", CaseFixture.Case, file, "-r", "his/tt12.c.app.log", "--issued", "05/01/2026", "--valid-until", "2026-11-20").ShouldContain("không lưu thêm");
        _desk.Done(CaseFixture.Facility, "evidence", "add", CaseFixture.Case, file, "--name", "bản sao.pdf").ShouldContain("nội dung trùng");
        _desk.Add("Quy chế: bảo đảm?.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\nhai"));
        _desk.Done(CaseFixture.Facility, "evidence", "add", CaseFixture.Case, file).ShouldContain("bản 2");
        _desk.Refused("VD043", CaseFixture.Facility, "evidence", "add", CaseFixture.Case, _desk.Add("x.pdf", "MZ\0"u8.ToArray()));
        _desk.Refused("VD046", CaseFixture.Facility, "evidence", "add", CaseFixture.Case, file, "-r", "tt12.c.app.logg").ShouldContain("tt12.c.app.log");
        _desk.Refused("VD045", CaseFixture.Facility, "evidence", "add", CaseFixture.Case, file, "--issued", "2026-12-01");
        _desk.Refused("VD002", CaseFixture.Appraiser, "evidence", "add", CaseFixture.Case, file);

        var all = _desk.As("kiemsoat", "evidence", "list", CaseFixture.Case, "--all", "--format", "json").Json.GetProperty("evidence").EnumerateArray().ToList();
        all.Select(record => $"{record.GetProperty("name").GetString()} {record.GetProperty("number").GetInt32()}").ShouldBe(["Quy chế_ bảo đảm_.pdf 1", "Quy chế_ bảo đảm_.pdf 2", "bản sao.pdf 1"], ignoreOrder: true);
        all.Select(record => record.GetProperty("sha256").GetString()).Distinct().Count().ShouldBe(2);
        _desk.Done("kiemsoat", "evidence", "get", CaseFixture.Case, "Quy chế_ bảo đảm_.pdf", "--revision", "1", "--out", _desk.Path("ra.pdf"));
        File.ReadAllText(_desk.Path("ra.pdf")).ShouldEndWith("một");
    }

    [Fact]
    public void What_the_list_says_of_clocks_is_what_the_assessment_says()
    {
        new CaseWay(_desk).Open().Submit().Start();
        _desk.Done(CaseFixture.Appraiser, "request-supplement", CaseFixture.Case, "--reason", "Bổ sung", "--day", "2026-10-16");
        Agree("2026-10-20");
        _desk.Done(CaseFixture.Facility, "answer", CaseFixture.Case, "--day", "2026-10-22");
        Agree("2026-10-23");
        Agree("2026-11-21");
        var listed = _desk.As("kiemsoat", "list", "--due", "--format", "json").Json.GetProperty("cases").EnumerateArray().Single();
        listed.GetProperty("due").GetProperty("status").GetString().ShouldBe("overdue");
        listed.GetProperty("turn").GetString().ShouldBe("appraiser");
        _desk.Done("kiemsoat", "list").ShouldContain("QUÁ HẠN");
    }

    private void Agree(string day)
    {
        var shown = _desk.As("kiemsoat", "show", CaseFixture.Case, "--as-of", day, "--format", "json").Json.GetProperty("clocks").EnumerateArray().Single(clock => clock.GetProperty("step").GetString() == "appraisal");
        var assessed = _desk.As("kiemsoat", "assess", CaseFixture.Case, "--as-of", day, "--format", "json").Json.GetProperty("clocks").EnumerateArray()
            .Where(clock => clock.GetProperty("step").GetString() == "appraisal" && clock.GetProperty("id").GetString() == shown.GetProperty("id").GetString()).ToList();
        assessed.ShouldNotBeEmpty();
        assessed.ShouldAllBe(clock => clock.GetProperty("due").GetString() == shown.GetProperty("due").GetString());
    }
}
