using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Tests.Requirements;

/// <summary>The catalogue of 12/2022/TT-BTTTT against the circular, item by item.</summary>
public class CatalogueTests
{
    private static readonly string[] Appendices = ["", "I", "II", "III", "IV", "V"];

    private static RequirementCatalogue Catalogue { get; } = BuiltInRules.Packs.Requirements.Single(each => each.Header.Id == "tt12-2022");

    public static TheoryData<string> Clauses { get; } = [.. AppendixTable.Rows(AppendixTable.Clauses).Select(row => string.Join('|', row))];

    public static TheoryData<string> Numbers { get; } = [.. AppendixTable.Rows(AppendixTable.Numbers).Select(row => string.Join('|', row))];

    [Theory]
    [InlineData(1, 34, 15, 3, 3, 13)]
    [InlineData(2, 46, 18, 5, 6, 17)]
    [InlineData(3, 66, 22, 7, 16, 21)]
    [InlineData(4, 68, 22, 8, 17, 21)]
    [InlineData(5, 70, 22, 8, 19, 21)]
    public void Counts(int level, int total, int management, int zones, int plans, int configuration)
    {
        var ids = Catalogue.OfLevel(level).Select(requirement => requirement.Id).ToList();

        ids.Count.ShouldBe(total);
        ids.Count(id => id.StartsWith("tt12.m.", StringComparison.Ordinal)).ShouldBe(management);
        ids.Count(id => id.StartsWith("tt12.d.zone.", StringComparison.Ordinal)).ShouldBe(zones);
        ids.Count(id => id.StartsWith("tt12.d.plan.", StringComparison.Ordinal)).ShouldBe(plans);
        ids.Count(id => id.StartsWith("tt12.c.", StringComparison.Ordinal)).ShouldBe(configuration);
    }

    [Fact]
    public void The_ids_are_those_of_the_appendices_and_no_others() =>
        Catalogue.Requirements.Select(requirement => requirement.Id).Order(StringComparer.Ordinal)
            .ShouldBe(AppendixTable.Rows(AppendixTable.Clauses).Concat(AppendixTable.Rows(AppendixTable.Numbers)).Select(row => row[0]).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Clauses))]
    public void Title_group_and_clause_at_every_level(string row)
    {
        var cells = row.Split('|');
        var requirement = Catalogue.Find(cells[0]).ShouldNotBeNull();

        requirement.Group.Id.ShouldBe(cells[1]);
        requirement.Title.ShouldBe(cells[2]);
        requirement.AppliesWhen.ShouldBeNull();
        requirement.Products.ShouldBeEmpty();
        for (var level = 1; level <= 5; level++)
        {
            var at = requirement.At(level);
            (at is null).ShouldBe(cells[level + 2] is "-", $"level {level}");
            if (at is not null)
            {
                (at.Clause ?? "none").ShouldBe(cells[level + 2]);
                Catalogue.Cite(at).ShouldStartWith($"12/2022/TT-BTTTT, Phụ lục {Appendices[level]}, mục {(cells[0].StartsWith("tt12.m.", StringComparison.Ordinal) ? "I." : "II.2")}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Number_at_every_level(string row)
    {
        var cells = row.Split('|');
        var requirement = Catalogue.Find(cells[0]).ShouldNotBeNull();
        var isZone = cells[1].Length > 0;

        requirement.Group.Id.ShouldBe(isZone ? "zones" : "plans");
        requirement.Kind.ShouldBe(isZone ? RequirementKind.Zone : RequirementKind.Plan);
        (requirement.Zone ?? "").ShouldBe(cells[1]);
        requirement.Title.ShouldContain(cells[2]);
        for (var level = 1; level <= 5; level++)
        {
            var at = requirement.At(level);
            (at is null).ShouldBe(cells[level + 2] is "-", $"level {level}");
            if (at is not null)
            {
                at.Item.ShouldBe($"II.1.{cells[level + 2]}");
                at.Clause.ShouldBeNull();
                Catalogue.Cite(at).ShouldBe($"12/2022/TT-BTTTT, Phụ lục {Appendices[level]}, mục II.1.{cells[level + 2]}");
            }
        }
    }

    [Fact]
    public void Only_wireless_and_electronic_mail_have_a_condition() =>
        Catalogue.Requirements.Where(requirement => requirement.AppliesWhen is not null).Select(requirement => requirement.Id)
            .ShouldBe(["tt12.d.zone.v", "tt12.d.plan.viii", "tt12.d.plan.xvi"]);

    [Theory]
    [InlineData("tt12.d.plan.xviii", 5, "30 km")]
    [InlineData("tt12.d.plan.iii", 2, "chuyển mạch trung tâm")]
    [InlineData("tt12.d.plan.iii", 3, "dự phòng nóng")]
    [InlineData("tt12.d.plan.iii", 5, "tất cả thiết bị mạng")]
    [InlineData("tt12.d.plan.xi", 3, "SIEM")]
    [InlineData("tt12.d.plan.i", 1, "VPN")]
    public void What_a_level_asks_for_in_particular(string id, int level, string words) =>
        Catalogue.Find(id)!.At(level)!.Detail.ShouldNotBeNull().ShouldContain(words);

    [Fact]
    public void Every_requirement_has_advice_and_no_advice_is_written_twice()
    {
        Catalogue.Requirements.ShouldAllBe(requirement => requirement.Guidance != null && requirement.Guidance.Evidence.Count > 0);
        Catalogue.Requirements.Select(requirement => requirement.Guidance!.Check).ShouldBeUnique();
        Catalogue.Requirements.Select(requirement => requirement.Guidance!.Close).ShouldBeUnique();
    }
}
