using System.Text;
using EmrSec.Dossiers.Store;

namespace EmrSec.Dossiers.Tests.Store;

public abstract partial class StoreContract
{
    [Fact]
    public void A_paper_is_filed_with_its_signers_once_its_bytes_are_there()
    {
        var opened = Open();
        var blob = Upload("%PDF-1.7 tờ trình");
        var paper = new FiledPaper(opened.Id, "decision", blob.Sha256, blob.Size, "Quyết định phê duyệt.pdf", 1, ["Nguyễn Văn A", "Sở Y tế"], "", default);
        var filed = Store.Write(Officer, null, writer => writer.File(paper));
        (filed.Account, filed.At).ShouldBe(("minh", Clock.Now));
        var read = Store.Papers(opened.Id).Single();
        read.Signers.ShouldBe(paper.Signers);
        (read with { Signers = filed.Signers }).ShouldBe(filed);
        Store.Find(opened.Id)!.Version.ShouldBe(opened.Version);

        Should.Throw<StoreException>(() => Store.Write(Officer, null, writer => writer.File(paper with { Sha256 = new string('0', 64) }))).Code.ShouldBe("KH019");
        Should.Throw<StoreException>(() => Store.Write(Officer, null, writer => writer.File(paper with { Size = 5 }))).Code.ShouldBe("KH020");
        Should.Throw<StoreException>(() => Store.Write(Officer, null, writer => writer.File(paper with { Name = "../a.pdf" }))).Code.ShouldBe("KH017");
        Store.Papers(opened.Id).Count.ShouldBe(1);
    }

    [Fact]
    public void New_evidence_under_a_name_is_its_next_revision_and_the_same_again_is_none()
    {
        var opened = Open();
        var (one, two) = (Upload("một"), Upload("hai"));
        var evidence = new EvidenceRecord(opened.Id, "Quy chế ATTT.pdf", 0, one.Sha256, one.Size, "application/pdf", ["tt12.m.1.1.1"], new DateOnly(2026, 1, 2), null, "", default);
        var first = Store.Write(Nurse, null, writer => writer.Enter(evidence));
        first.Number.ShouldBe(1);
        var same = Store.Write(Nurse, null, writer => writer.Enter(evidence with { Name = evidence.Name.Normalize(NormalizationForm.FormD) }));
        same.Number.ShouldBe(1);
        Store.Write(Nurse, null, writer => writer.Enter(evidence with { Sha256 = two.Sha256, Size = two.Size })).Number.ShouldBe(2);
        Store.Write(Nurse, null, writer => writer.Enter(evidence with { Sha256 = two.Sha256, Size = two.Size, ValidUntil = new DateOnly(2027, 1, 1) })).Number.ShouldBe(3);
        Store.Write(Nurse, null, writer => writer.Enter(evidence with { Name = "Ảnh.png", Requirements = [] })).Number.ShouldBe(1);

        var all = Store.Evidence(opened.Id);
        all.Select(each => (each.Name, each.Number)).ShouldBe([("Quy chế ATTT.pdf", 1), ("Quy chế ATTT.pdf", 2), ("Quy chế ATTT.pdf", 3), ("Ảnh.png", 1)]);
        all[0].Requirements.ShouldBe(["tt12.m.1.1.1"]);
        (all[0] with { Requirements = first.Requirements }).ShouldBe(first);
        all[2].ValidUntil.ShouldBe(new DateOnly(2027, 1, 1));
    }

    [Fact]
    public void A_comment_is_answered_and_settled_and_says_still_what_it_said()
    {
        var opened = Open();
        var made = Store.Write(Officer, null, writer => writer.Comment(new ReviewComment(opened.Id, 0, 1, "emr/tt12.c.server.auth", "Chưa rõ", "", default, "không giữ", null, null, true)));
        made.ShouldBe(new ReviewComment(opened.Id, 1, 1, "emr/tt12.c.server.auth", "Chưa rõ", "minh", Clock.Now, null, null, null, false));
        Clock.Now += TimeSpan.FromDays(1);
        var answered = Store.Write(Nurse, null, writer => writer.Amend(made with { Reply = "Đã bổ sung", Text = "Lời khác", Account = "ai" }));
        answered.ShouldBe(made with { Reply = "Đã bổ sung", RepliedBy = "lan", RepliedAt = Clock.Now });
        var settled = Store.Write(Officer, null, writer => writer.Amend(answered with { IsSettled = true }));
        Store.Comments(opened.Id).ShouldBe([settled]);
        settled.ShouldBe(answered with { IsSettled = true });
        Store.Write(Officer, null, writer => writer.Comment(made)).Number.ShouldBe(2);
        Store.Audit(opened.Id.ToString()).Select(entry => entry.Action).ShouldBe(["case.open", "comment.add", "comment.reply", "comment.settle", "comment.add"]);
    }

    [Fact]
    public void Assessments_are_kept_with_the_packs_they_used()
    {
        var opened = Open();
        var kept = new StoredAssessment(opened.Id, 1, Day, ["nd85-2016 1.0 abc", "tt12-2022 1.0 def"], Encoding.UTF8.GetBytes("{\"cấp\":3}"), Clock.Now);
        Store.Write(Nurse, null, writer =>
        {
            writer.Keep(kept);
            writer.Keep(kept with { AsOf = Day.AddDays(1) });
            return true;
        });
        var read = Store.Assessments(opened.Id);
        read.Select(each => each.AsOf).ShouldBe([Day, Day.AddDays(1)]);
        read[0].Packs.ShouldBe(kept.Packs);
        read[0].Content.ToArray().ShouldBe(kept.Content.ToArray());
        read[0].At.ShouldBe(kept.At);
    }

    [Fact]
    public void Accounts_are_put_changed_and_listed_by_name()
    {
        Store.Write(Officer, null, writer =>
        {
            writer.Put(new StoreUser("minh", "Trần Văn Minh", [ActorRole.Approver, ActorRole.Appraiser], "Sở Y tế", "minh@example.vn"));
            writer.Put(new StoreUser("lan", "Lan", [ActorRole.Facility], "27-001", null));
            return true;
        });
        Store.Write(Officer, "nghỉ việc", writer =>
        {
            writer.Put(new StoreUser("lan", "Nguyễn Thị Lan", [ActorRole.Facility], "27-001", null, IsActive: false));
            return true;
        });
        var users = Store.Users();
        users.Select(user => (user.Account, user.FullName, user.Body, user.Email, user.IsActive)).ShouldBe(
        [
            ("lan", "Nguyễn Thị Lan", "27-001", null, false),
            ("minh", "Trần Văn Minh", "Sở Y tế", "minh@example.vn", true),
        ]);
        users[1].Roles.ShouldBe([ActorRole.Appraiser, ActorRole.Approver]);
        var change = Store.Audit("lan").Last();
        change.Reason.ShouldBe("nghỉ việc");
        change.Before!.ShouldContain("\"full_name\":\"Lan\"");
        change.After!.ShouldContain("\"full_name\":\"Nguyễn Thị Lan\"");
        Should.Throw<StoreException>(() => Store.Write(Officer, null, writer =>
        {
            writer.Put(new StoreUser("a;b", "x", [], null, null));
            return true;
        })).Code.ShouldBe("KH017");
    }

    [Fact]
    public void What_belongs_to_no_case_is_refused()
    {
        var blob = Upload("x");
        var nowhere = new CaseId("99", 1);
        Should.Throw<StoreException>(() => Store.Write(Nurse, null, writer => writer.Enter(new EvidenceRecord(nowhere, "a", 0, blob.Sha256, blob.Size, "text/plain", [], null, null, "", default)))).Code.ShouldBe("KH015");
        Should.Throw<StoreException>(() => Store.Write(Nurse, null, writer => writer.Comment(new ReviewComment(nowhere, 0, 1, "a", "b", "", default, null, null, null, false)))).Code.ShouldBe("KH015");
    }

    [Fact]
    public void A_file_is_kept_once_under_its_hash_and_read_back_whole()
    {
        var content = new byte[700_001];
        new Random(7).NextBytes(content);
        var blob = Store.Blobs.Put(new MemoryStream(content), content.Length);
        Store.Blobs.Put(new MemoryStream(content), content.Length).ShouldBe(blob);
        blob.Size.ShouldBe(content.Length);
        blob.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)));
        using (var read = Store.Blobs.Open(blob.Sha256)!)
        {
            read.Length.ShouldBe(content.Length);
            var copy = new MemoryStream();
            read.CopyTo(copy);
            copy.ToArray().ShouldBe(content);
        }

        Store.Blobs.All().ShouldBe([blob]);
        var empty = Store.Blobs.Put(new MemoryStream(), 0);
        empty.Size.ShouldBe(0);
        Store.Blobs.All().Count().ShouldBe(2);
        Store.Blobs.Open(new string('f', 64)).ShouldBeNull();
        Store.Blobs.Open("../kho.db").ShouldBeNull();
    }

    [Fact]
    public void A_file_beyond_the_limit_leaves_nothing()
    {
        Should.Throw<StoreException>(() => Store.Blobs.Put(new MemoryStream(new byte[1001]), 1000)).Code.ShouldBe("KH018");
        Store.Blobs.All().ShouldBeEmpty();
    }

    [Fact]
    public void A_file_is_taken_away_only_where_nothing_refers_to_it()
    {
        var opened = Open();
        var (kept, loose) = (Upload("giữ"), Upload("bỏ"));
        Store.Write(Nurse, null, writer => writer.Enter(new EvidenceRecord(opened.Id, "a.txt", 0, kept.Sha256, kept.Size, "text/plain", [], null, null, "", default)));
        Should.Throw<StoreException>(() => Store.Blobs.Remove(kept.Sha256)).Code.ShouldBe("KH021");
        Store.Blobs.Remove(loose.Sha256).ShouldBeTrue();
        Store.Blobs.Remove(loose.Sha256).ShouldBeFalse();
        Store.Blobs.All().ShouldBe([kept]);
    }
}
