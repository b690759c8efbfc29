namespace EmrSec.Dossiers.Tests.Editing;

/// <summary>Declaring a fact whose key is there, with or without a value.</summary>
public sealed class SetTests
{
    [Theory]
    [InlineData("  beds: 300\n", "  beds: 850\n")]
    [InlineData("  beds:    300   # theo giấy phép\n", "  beds:    850   # theo giấy phép\n")]
    [InlineData("  beds:   # câu hỏi\n", "  beds: 850   # câu hỏi\n")]
    [InlineData("  beds:", "  beds: 850")]
    [InlineData("  beds: ~  # chưa biết\n", "  beds: 850  # chưa biết\n")]
    [InlineData("  beds: \"300\"\n", "  beds: 850\n")]
    [InlineData("  beds :\n", "  beds : 850\n")]
    [InlineData("  \"beds\": 300\n", "  \"beds\": 850\n")]
    [InlineData("  beds:\n    # giấy phép\n    300\n", "  beds:\n    # giấy phép\n    850\n")]
    public void A_number_takes_the_place_of_what_was_there(string before, string after) =>
        Edits.Set(Reading.Begin + before, "facility.beds", 850).ShouldBe(Reading.Begin + after);

    [Theory]
    [InlineData("facility.kind", "polyclinic", "  kind: hospital # x\n", "  kind: polyclinic # x\n")]
    [InlineData("facility.dayTreatment", true, "  dayTreatment: false\n", "  dayTreatment: true\n")]
    [InlineData("milestones.emrCompleted", "2025-09-20", "milestones: { emrCompleted: none }\n", "milestones: { emrCompleted: 2025-09-20 }\n")]
    [InlineData("milestones.emrCompleted", "none", "milestones:\n  emrCompleted: 2025-09-20\n", "milestones:\n  emrCompleted: none\n")]
    [InlineData("facility.address", "Số 1: đường Mẫu", "  address: |\n    Số 1\n", "  address: \"Số 1: đường Mẫu\"\n")]
    public void Values_of_every_type_are_written(string id, object value, string before, string after) =>
        Edits.Set(Reading.Begin + before, id, value).ShouldBe(Reading.Begin + after);

    [Theory]
    [InlineData("    information: [private]   # loại\n", "    information: [private, personal]   # loại\n")]
    [InlineData("    information: [\n      private, public,\n    ]\n", "    information: [private, personal]\n")]
    [InlineData("    information:   # loại\n", "    information: [private, personal]   # loại\n")]
    [InlineData("    information:   # loại\n      - private    # thông tin riêng\n", "    information:   # loại\n      - private    # thông tin riêng\n      - personal\n")]
    [InlineData("    information:\n    - public\n    # giữ lại\n    - private\n", "    information:\n    # giữ lại\n    - private\n    - personal\n")]
    [InlineData("    information:\n      - public  # thông tin công cộng\n      - state-secret\n", "    information:\n      - private\n      - personal\n      # thông tin công cộng\n")]
    [InlineData("    information:\n      - personal\n      - private", "    information:\n      - personal\n      - private")]
    public void A_list_keeps_its_style_and_its_comments(string before, string after)
    {
        var head = Reading.Begin + "systems:\n  - id: emr\n    name: EMR\n";
        var edited = Edits.Set(head + before, "system.information", new[] { "private", "personal" }, "emr");
        edited.ShouldBe(head + after);
    }

    [Fact]
    public void A_list_may_become_empty()
    {
        var head = Reading.Begin + "systems:\n  - id: emr\n    name: EMR\n";
        Edits.Set(head + "    kinds: # gồm\n      - his\n      - emr # mới\n    users: 5\n", "system.kinds", Array.Empty<string>(), "emr")
            .ShouldBe(head + "    kinds: [] # gồm\n      # mới\n    users: 5\n");
    }

    [Theory]
    [InlineData("    scope: |  # mô tả\n      một\n      hai\n\n    users: 5\n", "    scope: Khoa khám bệnh  # mô tả\n\n    users: 5\n")]
    [InlineData("    scope: >-\n      # không phải chú thích\n      hai\n    # chú thích\n    users: 5\n", "    scope: Khoa khám bệnh\n    # chú thích\n    users: 5\n")]
    [InlineData("    scope: một\n      hai   # c\n", "    scope: Khoa khám bệnh   # c\n")]
    [InlineData("    scope: \"một\n\n      hai\"\n", "    scope: Khoa khám bệnh\n")]
    public void A_text_of_many_lines_is_replaced_whole(string before, string after)
    {
        var head = Reading.Begin + "systems:\n  - id: emr\n    name: EMR\n";
        Edits.Set(head + before, "system.scope", "Khoa khám bệnh", "emr").ShouldBe(head + after);
    }

    [Fact]
    public void What_is_declared_already_is_left_as_it_is_written()
    {
        var text = Reading.Begin + "  dayTreatment: TRUE\nsystems: [{ id: a, name: A, information: [personal, private] }]\n";
        Edits.Set(text, "facility.dayTreatment", true).ShouldBe(text);
        Edits.Set(text, "system.information", new[] { "private", "personal" }, "a").ShouldBe(text);
    }

    [Fact]
    public void The_system_or_component_asked_for_is_edited_and_no_other()
    {
        const string Text = "systems:\n- id: a\n  name: A\n  users: 1\n  components:\n  - id: b\n    name: B\n    users: 1\n    components: [{ id: c, name: C, users: 1 }]\n- id: d\n  name: D\n  users: 1\n";
        foreach (var (id, place) in new[] { ("a", 0), ("b", 1), ("c", 2), ("d", 3) })
        {
            var parts = (Reading.Begin + Text).Split("users: 1");
            var expected = string.Concat(parts.Select((part, i) => i == parts.Length - 1 ? part : part + (i == place ? "users: 77" : "users: 1")));
            Edits.Set(Reading.Begin + Text, "system.users", 77, id).ShouldBe(expected);
        }
    }

    [Fact]
    public void Line_breaks_of_Windows_and_a_byte_order_mark_stay()
    {
        var text = "\ufeff" + (Reading.Begin + "  beds:   # câu hỏi\nmilestones:\n").Replace("\n", "\r\n", StringComparison.Ordinal);
        var edited = Edits.Set(Edits.Set(text, "facility.beds", 5), "milestones.emrCompleted", "none");
        edited.ShouldBe("\ufeff" + (Reading.Begin + "  beds: 5   # câu hỏi\nmilestones:\n  emrCompleted: none\n").Replace("\n", "\r\n", StringComparison.Ordinal));
    }

    [Fact]
    public void A_dossier_with_errors_can_be_mended()
    {
        const string Broken = "schema: emrsec.dossier/1\nfacility:\n  beds: x\n";
        var edited = Edits.Set(Edits.Set(Broken, "facility.beds", 5), "facility.name", "Bệnh viện A");
        edited.ShouldBe("schema: emrsec.dossier/1\nfacility:\n  beds: 5\n  name: Bệnh viện A\n");
        Reading.ReadWhole(edited);
    }
}
