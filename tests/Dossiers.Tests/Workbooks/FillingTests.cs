using EmrSec.Dossiers.Workbooks;

namespace EmrSec.Dossiers.Tests.Workbooks;

/// <summary>What a person fills in arrives in the dossier, whatever program saved it, and nothing else changes.</summary>
public sealed class FillingTests
{
    private const string Text =
        """
        schema: emrsec.dossier/1
        # Chú thích của cơ sở
        facility:
          name: Bệnh viện A   # tên trên giấy phép
          beds: 300
        milestones:
          emrCompleted: 2025-09-20
        systems:
          - id: emr   # bệnh án
            name: Bệnh án điện tử
            function: internal
            information: [private, personal]
            zones:
              - { name: Vùng A, kind: dmz }
              - { name: Vùng B, kind: internal }   # vùng thứ hai
            devices:
              - { name: FW-01, main: true }
          - id: lan
            name: Mạng nội bộ
            function: infrastructure
            information: [private]
            infrastructureScope: one-body
        answers:
          tt12.m.1.1.1: { status: met, how: Có quy chế, evidence: [quy-che.pdf] }
          lan/tt12.m.1.1.1: { status: unmet, plan: Làm, due: 2027-01-31 }
        """;

    private static string After(Action<Hand> edit, string? onto = null) => Books.ReadWhole(Hand.Edit(Books.Write(Text), edit), onto);

    [Fact]
    public void Values_of_every_kind_change_where_they_stand_and_comments_stay()
    {
        var after = After(hand => hand
            .Type("Cơ sở", "facility.name", "value", "  Bệnh viện B ")
            .Number("Cơ sở", "facility.beds", "value", "350.0")
            .Type("Cơ sở", "facility.kind", "value", "Bệnh viện")
            .Truth("Cơ sở", "facility.dayTreatment", "value", true)
            .Type("Cơ sở", "milestones.emrCompleted", "value", "Chưa hoàn thành")
            .Number("Cơ sở", "milestones.dossierSubmitted", "value", "46022.5")
            .Type("Cơ sở", "milestones.dossierApproved", "value", "5/2/2026")
            .Type("Cơ sở", "owner.name", "value", "Sở Y tế"));
        after.ShouldBe(Text
            .Replace("name: Bệnh viện A ", "name: Bệnh viện B ", StringComparison.Ordinal)
            .Replace("beds: 300", "beds: 350\n  kind: hospital\n  dayTreatment: true", StringComparison.Ordinal)
            .Replace("emrCompleted: 2025-09-20", "emrCompleted: none\n  dossierSubmitted: 2025-12-31\n  dossierApproved: 2026-02-05", StringComparison.Ordinal)
            + "\nowner: { name: Sở Y tế }");
    }

    [Fact]
    public void A_table_of_texts_in_runs_and_days_from_1904_are_read()
    {
        var after = After(hand => hand
            .Share("Cơ sở", "facility.name", "value", "Bệnh viện ", "Thuỳ Dương".Normalize(System.Text.NormalizationForm.FormD))
            .Number("Cơ sở", "milestones.emrCompleted", "value", "44458")
            .From1904());
        after.ShouldContain("name: Bệnh viện Thuỳ Dương");
        after.ShouldContain("emrCompleted: 2025-09-20");
    }

    [Fact]
    public void A_cleared_cell_is_no_longer_declared_and_that_is_said()
    {
        var reading = Books.Read(Hand.Edit(Books.Write(Text), hand => hand.Clear("Cơ sở", "facility.beds", "value").Type("Yêu cầu", "tt12.m.1.1.1", "status", "một phần")));
        reading.Text.ShouldBe(Text.Replace("  beds: 300\n", "", StringComparison.Ordinal).Replace("status: met, how: Có", "status: partial, how: Có", StringComparison.Ordinal));
        reading.Changes.ShouldBe(
        [
            new DossierChange("Yêu cầu tt12.m.1.1.1: Tình trạng", "Đạt", "Một phần"),
            new DossierChange("Số giường bệnh nội trú", "300 giường", null),
        ], ignoreOrder: true);
    }

    [Fact]
    public void A_set_is_declared_by_its_yes_and_empty_by_no_everywhere()
    {
        string[] services = ["public-administrative", "conditional-business", "unconditional-business", "other"];
        var reading = Books.Read(Hand.Edit(Books.Write(Text), hand =>
        {
            hand.Type("Hệ thống", "information=state-secret", "system:lan", "Có");
            foreach (var service in services)
            {
                hand.Type("Hệ thống", "onlineServices=" + service, "system:emr", "không");
            }

            hand.Type("Hệ thống", "onlineServices=other", "system:lan", "Có");
        }));
        reading.Text.ShouldNotBeNull();
        reading.Text.ShouldContain("information: [private, state-secret]");
        reading.Text.ShouldContain("onlineServices: []");
        reading.Text.ShouldContain("onlineServices: [other]");
        reading.Diagnostics.Items.ShouldHaveSingleItem().Code.ShouldBe("BT023");
    }

    [Fact]
    public void New_systems_components_zones_and_devices_are_added()
    {
        var after = After(hand => hand
            .Type("Hệ thống", "name", "new:1", "Cổng người bệnh")
            .Type("Hệ thống", "function", "new:1", "phục vụ người dân, doanh nghiệp")
            .Type("Hệ thống", "dataSubjects.basic", "new:1", "42.000")
            .Type("Hệ thống", "name", "new:3", "LIS")
            .Type("Hệ thống", "id", "new:3", "lis")
            .Type("Hệ thống", "@parent", "new:3", "emr")
            .Type("Vùng mạng", "+1", "@system", "cong-nguoi-benh")
            .Type("Vùng mạng", "+1", "name", "Vùng biên")
            .Type("Vùng mạng", "+1", "kind", "vùng mạng biên")
            .AddRow("Thiết bị", ("@system", "lan – Mạng nội bộ"), ("name", "SW-01"), ("redundant", "Dự phòng nguội")));
        var read = Reading.ReadWhole(after);
        read.Systems.Select(system => system.Id).ShouldBe(["emr", "lan", "cong-nguoi-benh"]);
        read.Systems[0].Components.ShouldHaveSingleItem().Id.ShouldBe("lis");
        read.Systems[2].Zones.ShouldHaveSingleItem().Kind.ShouldBe(ZoneKind.Border);
        read.Systems[1].Devices.ShouldHaveSingleItem().Redundancy.ShouldBe(DeviceRedundancy.Cold);
        after.ShouldContain("dataSubjects: { basic: 42000 }");
        after.ShouldContain("# vùng thứ hai");
    }

    [Fact]
    public void A_cleared_row_takes_its_part_out_and_a_part_can_change_its_system()
    {
        var after = After(hand => hand.ClearRow("Vùng mạng", "emr[0]").Type("Vùng mạng", "emr[1]", "@system", "lan"));
        var read = Reading.ReadWhole(after);
        read.Systems[0].Zones.ShouldBeEmpty();
        read.Systems[1].Zones.ShouldHaveSingleItem().Name.ShouldBe("Vùng B");
        after.ShouldNotContain("Vùng A");
    }

    [Fact]
    public void A_system_taken_out_takes_its_own_answers_along()
    {
        var after = After(hand => hand.Type("Hệ thống", "@remove", "system:lan", "Bỏ"));
        Reading.ReadWhole(after).Systems.ShouldHaveSingleItem().Id.ShouldBe("emr");
        after.ShouldNotContain("lan/tt12");
        after.ShouldContain("# vùng thứ hai");
    }

    [Fact]
    public void Answers_and_evidence_are_one_whether_seen_from_requirements_or_from_files()
    {
        var after = After(hand => hand
            .Type("Yêu cầu", "tt12.m.1.1.2", "status", "Đạt")
            .Type("Yêu cầu", "tt12.m.1.1.2", "evidence", "a.pdf\nb.pdf; c.pdf")
            .Type("Minh chứng", "=0", "file", "quy-che-moi.pdf")
            .Type("Minh chứng", "+1", "file", "d.pdf")
            .Type("Minh chứng", "+1", "answers", "tt12.m.1.1.2\nlan/tt12.m.1.1.1"));
        var answers = Reading.ReadWhole(after).Answers.ToDictionary(EmrSec.Dossiers.Checks.AnswerChecks.Key);
        answers["tt12.m.1.1.1"].Evidence.ShouldBe(["quy-che-moi.pdf"]);
        answers["tt12.m.1.1.2"].Evidence.ShouldBe(["a.pdf", "b.pdf", "c.pdf", "d.pdf"]);
        answers["lan/tt12.m.1.1.1"].Evidence.ShouldBe(["d.pdf"]);
    }

    [Fact]
    public void Rows_sorted_shifted_and_sheets_renamed_are_found_by_their_keys()
    {
        var after = After(hand => hand
            .Reverse("Cơ sở").Type("Cơ sở", "facility.beds", "value", "301")
            .Type("Vùng mạng", "emr[1]", "name", "Vùng C").Shift("Vùng mạng", 3, 2)
            .Rename("Vùng mạng", "Mạng của tôi"));
        after.ShouldBe(Text.Replace("beds: 300", "beds: 301", StringComparison.Ordinal).Replace("name: Vùng B", "name: Vùng C", StringComparison.Ordinal));
    }

    [Fact]
    public void Missing_sheets_rows_and_columns_leave_the_dossier_as_it_is_and_are_told()
    {
        var reading = Books.Read(Hand.Edit(Books.Write(Text), hand => hand.Drop("Thiết bị").DeleteRow("Cơ sở", "facility.beds").DeleteRow("Vùng mạng", "emr[0]")));
        reading.Text.ShouldBe(Text);
        reading.Diagnostics.Items.Select(item => item.Code).ShouldBe(["BT022", "BT021", "BT022"], ignoreOrder: true);
    }

    [Fact]
    public void Laid_onto_the_dossier_as_it_is_now_both_changes_are_there()
    {
        var now = Text.Replace("beds: 300", "beds: 310   # tăng giường", StringComparison.Ordinal).Replace("Có quy chế", "Quy chế mới", StringComparison.Ordinal);
        var after = After(hand => hand.Type("Cơ sở", "facility.name", "value", "Bệnh viện B").Type("Yêu cầu", "tt12.m.1.1.1", "status", "Một phần"), now);
        after.ShouldBe(now.Replace("name: Bệnh viện A", "name: Bệnh viện B", StringComparison.Ordinal).Replace("status: met, how: Quy", "status: partial, how: Quy", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_both_changed_the_same_both_values_are_named_and_nothing_is_written()
    {
        var reading = Books.Read(
            Hand.Edit(Books.Write(Text), hand => hand.Number("Cơ sở", "facility.beds", "value", "350").Type("Cơ sở", "facility.address", "value", "Số 1")),
            Text.Replace("beds: 300", "beds: 310", StringComparison.Ordinal));
        reading.Text.ShouldBeNull();
        var conflict = reading.Diagnostics.Items.ShouldHaveSingleItem();
        conflict.Code.ShouldBe("BT027");
        conflict.Message.ShouldBe("«Số giường bệnh nội trú»: cả hồ sơ và sổ đều đã đổi từ «300 giường»; hồ sơ: «310 giường», sổ: «350 giường»");
    }
}
