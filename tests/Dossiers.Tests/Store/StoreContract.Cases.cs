using System.Globalization;
using System.Text;
using EmrSec.Dossiers.Store;

namespace EmrSec.Dossiers.Tests.Store;

public abstract partial class StoreContract
{
    [Fact]
    public void A_case_opened_is_found_as_it_was_returned()
    {
        var opened = Open();
        opened.Id.ToString().ShouldBe("27-001.1");
        opened.State.ShouldBe(CaseState.Draft);
        opened.Revision.ShouldBe(1);
        opened.Compilers.ShouldBe(["lan"]);
        using var other = Another();
        ShouldEqual(other.Find(opened.Id)!, opened);
        ShouldEqual(other.FindLatest("27-001")!, opened);
        other.Find(new CaseId("27-001", 2)).ShouldBeNull();
        other.FindLatest("27-002").ShouldBeNull();
    }

    [Fact]
    public void A_facility_gets_its_next_number_for_each_dossier()
    {
        Open().Id.Number.ShouldBe(1);
        var second = Open();
        second.Id.Number.ShouldBe(2);
        Store.FindLatest("27-001")!.Id.ShouldBe(second.Id);
    }

    [Fact]
    public void Every_revision_is_kept_with_its_content_author_and_hash()
    {
        var first = Open(content: "{\"a\":1}");
        Clock.Now += TimeSpan.FromMinutes(5);
        var second = Store.Write(Nurse with { Account = "hoa" }, "sửa số giường", writer => writer.Revise(first with { FacilityName = "Tên mới", Province = "gia-lai" }, Revision("{\"a\":2}")));

        second.Revision.ShouldBe(2);
        second.Version.ShouldBeGreaterThan(first.Version);
        second.FacilityName.ShouldBe("Tên mới");
        second.Province.ShouldBe("gia-lai");
        second.Compilers.ShouldBe(["lan", "hoa"]);
        second.Updated.ShouldBe(Clock.Now);
        second.Created.ShouldBe(first.Created);
        var revisions = Store.Revisions(first.Id);
        revisions.Select(revision => (revision.Number, revision.Author, revision.Note, revision.Size)).ShouldBe([(1, "lan", "ghi chú", 7), (2, "hoa", "ghi chú", 7)]);
        revisions[0].Sha256.ShouldBe("015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862");
        Encoding.UTF8.GetString(Store.Content(first.Id, 1)!).ShouldBe("{\"a\":1}");
        Encoding.UTF8.GetString(Store.Content(first.Id, 2)!).ShouldBe("{\"a\":2}");
        Store.Content(first.Id, 3).ShouldBeNull();
    }

    [Fact]
    public void The_same_content_again_is_no_revision()
    {
        var opened = Open();
        var entries = Store.Audit().Count();
        var same = Store.Write(Nurse, null, writer => writer.Revise(opened, Revision("{\"a\":1}")));
        ShouldEqual(same, opened);
        Store.Revisions(opened.Id).Count.ShouldBe(1);
        Store.Audit().Count().ShouldBe(entries);
    }

    [Fact]
    public void The_same_content_with_its_facts_in_another_layout_renews_the_facts_alone()
    {
        var opened = Open();
        var same = Store.Write(Nurse, null, writer => writer.Revise(opened, Revision("{\"a\":1}", "f2")));
        same.Version.ShouldBe(opened.Version);
        Store.Facts(new CaseQuery()).Single().Layout.ShouldBe("f2");
        Store.Audit().Last().Action.ShouldBe("case.facts");
    }

    [Fact]
    public void Of_two_editors_the_second_is_told_and_neither_loses_anything()
    {
        var opened = Open();
        using var other = Another();
        var theirs = other.Find(opened.Id)!;
        Store.Write(Nurse, null, writer => writer.Revise(opened, Revision("{\"mine\":1}")));

        var e = Should.Throw<CaseConflictException>(() => other.Write(Nurse, null, writer => writer.Revise(theirs, Revision("{\"theirs\":1}"))));
        e.Code.ShouldBe("KH014");
        e.Message.ShouldContain("27-001.1");
        Encoding.UTF8.GetString(Store.Content(opened.Id, 2)!).ShouldBe("{\"mine\":1}");

        var again = other.Write(Nurse, null, writer => writer.Revise(writer.Find(opened.Id)!, Revision("{\"theirs\":1}")));
        again.Revision.ShouldBe(3);
        Store.Revisions(opened.Id).Count.ShouldBe(3);
    }

    [Fact]
    public void A_step_is_entered_with_who_when_why_and_by_which_paper()
    {
        var opened = Open();
        Clock.Now += TimeSpan.FromHours(1);
        var stepped = Store.Write(Officer, "đủ thành phần", writer => writer.Step(
            opened with { Level = 3, Regime = "nd85-2016", Appraisers = ["minh"] }, CaseState.Accepted, "case.accept", Day.AddDays(1), new string('a', 64)));

        stepped.State.ShouldBe(CaseState.Accepted);
        stepped.StateSince.ShouldBe(Clock.Now);
        (stepped.Level, stepped.Regime).ShouldBe((3, "nd85-2016"));
        stepped.Appraisers.ShouldBe(["minh"]);
        var steps = Store.Steps(opened.Id);
        steps.Count.ShouldBe(2);
        steps[0].ShouldBe(new CaseStep(opened.Id, 1, null, CaseState.Draft, Day, opened.Created, "lan", ActorRole.Facility, 1, null, null));
        steps[1].ShouldBe(new CaseStep(opened.Id, 2, CaseState.Draft, CaseState.Accepted, Day.AddDays(1), Clock.Now, "minh", ActorRole.Appraiser, 1, "đủ thành phần", new string('a', 64)));
        Should.Throw<CaseConflictException>(() => Store.Write(Officer, null, writer => writer.Step(opened, CaseState.Draft, "case.return", Day, null)));
    }

    [Fact]
    public void Every_state_is_read_as_it_was_written()
    {
        var file = Open();
        foreach (var state in Enum.GetValues<CaseState>())
        {
            file = Store.Write(Officer, null, writer => writer.Step(file, state, "case.step", Day, null));
            Store.Find(file.Id)!.State.ShouldBe(state);
            Store.Cases(new CaseQuery { States = [state] }).Count().ShouldBe(1);
        }
    }

    [Fact]
    public void Nothing_is_written_where_the_work_throws()
    {
        var opened = Open();
        var entries = Store.Audit().Count();
        Should.Throw<InvalidTimeZoneException>(() => Store.Write<bool>(Nurse, null, writer =>
        {
            writer.Revise(opened, Revision("{\"a\":2}"));
            writer.Open("27-009", "Khác", null, Day, Revision("{}"));
            writer.Put(new StoreUser("ai", "Ai", [ActorRole.Auditor], null, null));
            throw new InvalidTimeZoneException();
        }));
        ShouldEqual(Store.Find(opened.Id)!, opened);
        Store.FindLatest("27-009").ShouldBeNull();
        Store.Users().ShouldBeEmpty();
        Store.Audit().Count().ShouldBe(entries);
        Open("27-010").Revision.ShouldBe(1);
    }

    [Fact]
    public void Names_are_kept_in_one_form_and_found_in_either()
    {
        var decomposed = "BỆNH VIỆN Ở Huế".Normalize(NormalizationForm.FormD);
        var opened = Store.Write(Nurse, null, writer => writer.Open(decomposed, decomposed, null, Day, Revision("{}")));
        opened.FacilityName.ShouldBe("BỆNH VIỆN Ở Huế");
        opened.Id.FacilityCode.ShouldBe("BỆNH VIỆN Ở Huế");
        Store.Find(new CaseId(decomposed, 1))!.Id.ShouldBe(opened.Id);
        Store.FindLatest(decomposed)!.Id.ShouldBe(opened.Id);
        Store.Cases(new CaseQuery { FacilityCode = decomposed }).Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 27")]
    [InlineData("27\n")]
    [InlineData("a\0b")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void A_code_that_cannot_be_one_is_refused(string code)
    {
        Should.Throw<StoreException>(() => Open(code)).Code.ShouldBeOneOf("KH016", "KH017");
        Store.Cases(new CaseQuery()).ShouldBeEmpty();
    }

    [Fact]
    public void Half_a_character_is_refused() =>
        Should.Throw<StoreException>(() => Open(string.Concat("a", (char)0xD800, "b"))).Code.ShouldBe("KH016");

    [Fact]
    public void Lists_come_in_the_order_of_case_numbers_and_go_on_where_told()
    {
        string[] codes = ["b", "a", "Z", "10", "9", "đ", "\U0001F3E5", "\uFF5A"];
        foreach (var code in codes)
        {
            Open(code);
        }

        Open("a");
        var ids = Store.Cases(new CaseQuery()).Select(file => file.Id).ToList();
        ids.Count.ShouldBe(9);
        ids.ShouldBe(ids.Order());
        Store.Facts(new CaseQuery()).Select(facts => facts.Case).ShouldBe(ids);
        Store.Contents(new CaseQuery()).Select(each => each.Case.Id).ShouldBe(ids);
        Store.Cases(new CaseQuery { After = ids[3] }).Select(file => file.Id).ShouldBe(ids[4..]);
        Store.Cases(new CaseQuery { After = ids[^1] }).ShouldBeEmpty();
    }

    [Fact]
    public void A_list_may_be_long_and_written_to_while_it_is_read()
    {
        Store.Write(Nurse, null, writer =>
        {
            for (var i = 0; i < 1203; i++)
            {
                writer.Open(i.ToString("00000", CultureInfo.InvariantCulture), "Trạm", i % 2 == 0 ? "bac-ninh" : "gia-lai", Day, Revision($"{{\"n\":{i}}}"));
            }

            return true;
        });
        var seen = 0;
        foreach (var (file, content) in Store.Contents(new CaseQuery { Province = "gia-lai" }))
        {
            content.ShouldBe(Encoding.UTF8.GetBytes($"{{\"n\":{file.Id.FacilityCode.TrimStart('0')}}}"));
            if (seen++ % 200 == 0)
            {
                Store.Write(Officer, null, writer => writer.Step(file, CaseState.InForce, "case.enforce", Day, null));
            }
        }

        seen.ShouldBe(601);
        Store.Cases(new CaseQuery()).Count().ShouldBe(1203);
        Store.Facts(new CaseQuery { Province = "bac-ninh" }).Count().ShouldBe(602);
        Store.Facts(new CaseQuery { States = [CaseState.InForce] }).Count().ShouldBe(4);
        Store.Facts(new CaseQuery { States = [CaseState.InForce, CaseState.Draft], Province = "gia-lai" }).Count().ShouldBe(601);
    }

    [Fact]
    public void A_content_longer_than_any_dossier_is_refused()
    {
        Should.Throw<StoreException>(() => Store.Write(Nurse, null, writer => writer.Open("27-001", "x", null, Day, new NewRevision(new byte[(32 << 20) + 1], default, "f", null)))).Code.ShouldBe("KH018");
        Store.Cases(new CaseQuery()).ShouldBeEmpty();
    }

    [Fact]
    public void A_long_content_is_kept_packed_and_read_back_to_the_byte()
    {
        var text = $$"""{"chữ":"{{string.Concat(Enumerable.Repeat("bệnh viện đa khoa ", 3000))}}"}""";
        var noise = new byte[5000];
        new Random(3).NextBytes(noise);
        var first = Open(content: text);
        var second = Store.Write(Nurse, null, writer => writer.Open("27-002", "x", null, Day, new NewRevision(noise, default, "f", null)));
        Store.Content(first.Id, 1).ShouldBe(Encoding.UTF8.GetBytes(text));
        Store.Content(second.Id, 1).ShouldBe(noise);
        using var session = Raw();
        session.Query("SELECT length(content), coalesce(packing, 0) FROM revisions ORDER BY facility", row => (Kept: row.Long(), Length: row.Long())).ShouldSatisfyAllConditions(
            rows => rows[0].Kept.ShouldBeLessThan(rows[0].Length / 10),
            rows => rows[0].Length.ShouldBe(Encoding.UTF8.GetByteCount(text)),
            rows => rows[1].ShouldBe((5000, 0)));
        Check().Findings.ShouldBeEmpty();
    }

    private static void ShouldEqual(CaseFile actual, CaseFile expected)
    {
        actual.Compilers.ShouldBe(expected.Compilers);
        actual.Appraisers.ShouldBe(expected.Appraisers);
        (actual with { Compilers = expected.Compilers, Appraisers = expected.Appraisers }).ShouldBe(expected);
    }
}
