namespace EmrSec.Dossiers.Tests.Editing;

/// <summary>Declaring a fact whose key, or the section it belongs in, is not there.</summary>
public sealed class AddTests
{
    [Fact]
    public void A_line_goes_behind_the_last_entry_and_before_the_comments_of_what_follows()
    {
        const string Before =
            """
            schema: emrsec.dossier/1
            facility:
                name: Bệnh viện mẫu   # tên
                                      # tiếp lời trên

                # chưa khai: số giường

            # Các mốc
            milestones:
                emrCompleted: none
            """;
        var after = Before.Replace("# tiếp lời trên\n", "# tiếp lời trên\n    beds: 5\n", StringComparison.Ordinal);
        Edits.Set(Before, "facility.beds", 5).ShouldBe(after);
    }

    [Fact]
    public void In_a_system_it_goes_below_the_facts_and_above_what_runs_on_for_pages()
    {
        const string Before =
            """
            schema: emrsec.dossier/1
            facility: { name: A }
            systems:
              # hệ thống chính
              - id: emr
                name: EMR
                function: internal # nội bộ
                zones:
                  - { name: DMZ, kind: dmz }
                components:
                  - id: lis
                    name: LIS
              # hệ thống sau
              - id: lan
                name: LAN
            """;
        Edits.Set(Before, "system.users", 5, "emr")
            .ShouldBe(Before.Replace("# nội bộ\n", "# nội bộ\n    users: 5\n", StringComparison.Ordinal));
        Edits.Set(Before, "system.users", 5, "lis")
            .ShouldBe(Before.Replace("name: LIS\n", "name: LIS\n        users: 5\n", StringComparison.Ordinal));
        Edits.Set(Before, "system.users", 5, "lan").ShouldBe(Before + "\n    users: 5");
    }

    [Theory]
    [InlineData("{ id: a, name: A }", "{ id: a, name: A, users: 5 }")]
    [InlineData("{id: a, name: A}", "{id: a, name: A, users: 5}")]
    [InlineData("{ id: a, name: A, }", "{ id: a, name: A, users: 5, }")]
    [InlineData("{ id: a, name: A, kinds: }", "{ id: a, name: A, kinds:, users: 5 }")]
    [InlineData("{ id: a, name: A, kinds }", "{ id: a, name: A, kinds, users: 5 }")]
    [InlineData("{ id: a, name: A, users: }", "{ id: a, name: A, users: 5 }")]
    [InlineData("{ id: a, name: A, users }", "{ id: a, name: A, users: 5 }")]
    [InlineData("{ id: a, users:, name: A }", "{ id: a, users: 5, name: A }")]
    [InlineData("{ id: a,  # số\n      name: A  # tên\n    }", "{ id: a,  # số\n      name: A, users: 5  # tên\n    }")]
    [InlineData("{ \"id\":\"a\",\"name\":\"A\"}", "{ \"id\":\"a\",\"name\":\"A\", users: 5}")]
    public void In_braces_it_goes_behind_the_last_entry(string before, string after) =>
        Edits.Set($"{Reading.Begin}systems:\n  - {before}\n", "system.users", 5, "a").ShouldBe($"{Reading.Begin}systems:\n  - {after}\n");

    [Theory]
    [InlineData("    kinds: [emr]\n", "    kinds: [emr]\n    dataSubjects: { basic: 5 }\n")]
    [InlineData("    dataSubjects:   # người\n", "    dataSubjects: { basic: 5 }   # người\n")]
    [InlineData("    dataSubjects: ~\n", "    dataSubjects: { basic: 5 }\n")]
    [InlineData("    dataSubjects: {}\n", "    dataSubjects: { basic: 5 }\n")]
    [InlineData("    dataSubjects: { sensitive: 1 }\n", "    dataSubjects: { sensitive: 1, basic: 5 }\n")]
    [InlineData("    dataSubjects:\n        sensitive: 1\n        # cơ bản?\n    users: 1\n", "    dataSubjects:\n        sensitive: 1\n        basic: 5\n        # cơ bản?\n    users: 1\n")]
    [InlineData("    dataSubjects:\n      sensitive:\n      basic:  # cơ bản?\n", "    dataSubjects:\n      sensitive:\n      basic: 5  # cơ bản?\n")]
    public void A_path_of_two_keys_is_completed(string before, string after)
    {
        var head = Reading.Begin + "systems:\n  - id: a\n    name: A\n";
        Edits.Set(head + before, "system.dataSubjects.basic", 5, "a").ShouldBe(head + after);
    }

    [Theory]
    [InlineData("milestones:\n", "milestones:\n  emrCompleted: none\n")]
    [InlineData("milestones:   # các mốc\n  # emrCompleted là ngày nào?\n\nowner:\n", "milestones:   # các mốc\n  # emrCompleted là ngày nào?\n  emrCompleted: none\n\nowner:\n")]
    [InlineData("milestones: {}\n", "milestones: { emrCompleted: none }\n")]
    [InlineData("milestones: {  # các mốc\n  }\n", "milestones: { emrCompleted: none   # các mốc\n  }\n")]
    [InlineData("milestones: ~\n", "milestones: { emrCompleted: none }\n")]
    [InlineData("milestones:", "milestones:\n  emrCompleted: none")]
    public void An_empty_section_gets_its_first_line(string before, string after) =>
        Edits.Set(Reading.Begin + before, "milestones.emrCompleted", "none").ShouldBe(Reading.Begin + after);

    [Fact]
    public void A_section_that_is_missing_is_added_in_its_place()
    {
        Edits.Set(Reading.Begin + "\n# các hệ thống\nsystems: []\n", "milestones.emrCompleted", "none")
            .ShouldBe(Reading.Begin + "milestones:\n  emrCompleted: none\n\n# các hệ thống\nsystems: []\n");
        Edits.Set("schema: emrsec.dossier/1 # hồ sơ\n# hệ thống\nsystems: []\n", "facility.name", "Bệnh viện A")
            .ShouldBe("schema: emrsec.dossier/1 # hồ sơ\nfacility:\n  name: Bệnh viện A\n# hệ thống\nsystems: []\n");
        Edits.Set("# hồ sơ\nsystems: []\nschema: emrsec.dossier/1\n", "facility.name", "A")
            .ShouldBe("# hồ sơ\nsystems: []\nschema: emrsec.dossier/1\nfacility:\n  name: A\n");
        Edits.Set("# hồ sơ\nsystems: []\n", "facility.name", "A").ShouldBe("# hồ sơ\nfacility:\n  name: A\nsystems: []\n");
        Edits.Set("{ schema: emrsec.dossier/1 }", "facility.name", "A").ShouldBe("{ schema: emrsec.dossier/1, facility: { name: A } }");
    }

    [Fact]
    public void It_is_indented_as_deep_as_the_file_indents()
    {
        Edits.Set("schema: emrsec.dossier/1\nfacility:\n    name: A\n", "milestones.emrCompleted", "none")
            .ShouldBe("schema: emrsec.dossier/1\nfacility:\n    name: A\nmilestones:\n    emrCompleted: none\n");
    }
}
