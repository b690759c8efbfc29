using System.Globalization;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Tests.Standard;

/// <summary>The catalogue of TCVN 14423:2026 against the table written down a second time.</summary>
public class StandardCatalogueTests
{
    private static RequirementCatalogue Catalogue { get; } = BuiltInRules.Packs.Requirements.Single(each => each.Header.Id == "nd331-2026-tcvn");

    public static TheoryData<string> Figures { get; } = [.. StandardTable.Rows(StandardTable.Figures, '|').Select(row => string.Join('|', row))];

    public static TheoryData<string> Moved { get; } = [.. StandardTable.Rows(StandardTable.Moved, '|').Select(row => string.Join('|', row))];

    public static TheoryData<string> Counts { get; } = [.. StandardTable.Rows(StandardTable.Counts, ' ').Select(row => string.Join(' ', row))];

    [Theory]
    [InlineData(1, 15, 111)]
    [InlineData(2, 15, 131)]
    [InlineData(3, 18, 195)]
    [InlineData(4, 18, 273)]
    [InlineData(5, 18, 288)]
    public void Groups_and_requirements_of_each_level(int level, int groups, int requirements)
    {
        Catalogue.GroupsOf(level).Count().ShouldBe(groups);
        Catalogue.OfLevel(level).Count().ShouldBe(requirements);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Each_level_stands_clause_by_clause_as_written(int level) =>
        Catalogue.OfLevel(level).Select(requirement => requirement.At(level)!.Clause).Order(StringComparer.Ordinal)
            .ShouldBe(StandardTable.ClausesOf(level).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Moved))]
    public void What_changes_its_place_is_where_each_level_has_it(string row)
    {
        var cells = row.Split('|');
        var requirement = Catalogue.Find($"tcvn.{cells[0]}").ShouldNotBeNull();
        Enumerable.Range(1, 5).Select(level => requirement.At(level)?.Clause ?? "-").ShouldBe(cells[1..]);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Requirements_of_each_group_and_level(string row)
    {
        var cells = row.Split(' ');
        for (var level = 1; level <= 5; level++)
        {
            var at = level;
            Catalogue.OfLevel(level).Count(requirement => (requirement.At(at)!.Group ?? requirement.Group).Id == cells[0])
                .ShouldBe(int.Parse(cells[level], CultureInfo.InvariantCulture), $"level {level}");
        }
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void Figures_are_numbers_with_units_at_every_level(string row)
    {
        var cells = row.Split('|');
        var threshold = Catalogue.Find($"tcvn.{cells[0]}").ShouldNotBeNull().FindThreshold(cells[1]).ShouldNotBeNull();

        threshold.Rule.ToString().ShouldBe(cells[2]);
        threshold.Unit.ToString().ShouldBe(cells[3]);
        Enumerable.Range(1, 5).Select(level => threshold.At(level)?.ToString(CultureInfo.InvariantCulture) ?? "-").ShouldBe(cells[4].Split(' '));
    }

    [Theory]
    [InlineData("inc", "3.15", "4.15", "5.16", "6.17", "7.17")]
    [InlineData("dev", null, null, "5.17", "6.16", "7.16")]
    [InlineData("pen", null, null, "5.18", "6.18", "7.18")]
    [InlineData("mon", null, null, "5.13", "6.13", "7.13")]
    [InlineData("staff", "3.13", "4.13", "5.14", "6.14", "7.14")]
    [InlineData("sup", "3.14", "4.14", "5.15", "6.15", "7.15")]
    [InlineData("net", "3.12", "4.12", "5.12", "6.12", "7.12")]
    public void A_groups_number_at_each_level(string id, params string?[] numbers)
    {
        var group = Catalogue.Groups.Single(each => each.Id == id);
        Enumerable.Range(1, 5).Select(level => group.Clauses.GetValueOrDefault(level)).ShouldBe(numbers);
        foreach (var requirement in Catalogue.Requirements)
        {
            foreach (var at in requirement.Levels.Where(at => (at.Group ?? requirement.Group) == group))
            {
                $"{at.Clause}.".Replace(' ', '.').ShouldStartWith($"{numbers[at.Level - 1]}.");
            }
        }
    }

    // From which level on something is asked for.
    [Theory]
    [InlineData("acc.mfa", 1)]
    [InlineData("acc.inactive", 1)]
    [InlineData("log.retention", 2)]
    [InlineData("net.waf", 2)]
    [InlineData("log.siem", 3)]
    [InlineData("mal.edr", 3)]
    [InlineData("vuln.patch-server", 3)]
    [InlineData("bak.rule-321", 3)]
    [InlineData("net.dbf", 3)]
    [InlineData("net.nac", 3)]
    [InlineData("net.ddos", 3)]
    [InlineData("pen.program", 3)]
    [InlineData("acc.pam", 4)]
    [InlineData("mon.around-the-clock", 4)]
    [InlineData("info.dlp", 4)]
    [InlineData("info.two-layers", 4)]
    [InlineData("bak.restore-test", 4)]
    [InlineData("pen.external", 4)]
    [InlineData("pen.internal", 4)]
    [InlineData("net.site", 5)]
    [InlineData("net.aaa", 5)]
    [InlineData("cfg.mdm", 5)]
    public void From_its_level_up(string id, int first) =>
        Catalogue.Find($"tcvn.{id}").ShouldNotBeNull().Levels.Select(at => at.Level).ShouldBe(Enumerable.Range(first, 6 - first));

    [Fact]
    public void Zero_trust_is_asked_for_at_level_5_alone()
    {
        Catalogue.Find("tcvn.net.microsegment")!.At(5)!.Detail.ShouldNotBeNull().ShouldContain("Zero Trust");
        Catalogue.Requirements.SelectMany(requirement => requirement.Levels).Where(at => at.Detail?.Contains("Zero Trust", StringComparison.Ordinal) == true)
            .ShouldAllBe(at => at.Level == 5);
    }

    [Fact]
    public void Multi_factor_authentication_names_the_four_ways_in()
    {
        var title = Catalogue.Find("tcvn.acc.mfa")!.Title;
        foreach (var words in new[] { "từ xa", "bên thứ ba", "Internet", "quản trị" })
        {
            title.ShouldContain(words);
        }
    }

    // Where a higher level does not take over what a lower one asks for.
    [Theory]
    [InlineData("net.device-login", "1 3 4 5")]
    [InlineData("net.remote-device", "2 4 5")]
    [InlineData("inc.authority-contact", "2 3")]
    [InlineData("net.admin-sources", "2")]
    [InlineData("net.leak-plan", "3")]
    [InlineData("net.redesign", "2 3")]
    [InlineData("vuln.plan", "1 2")]
    [InlineData("vuln.patch-plan", "2")]
    public void A_higher_level_does_not_inherit(string id, string levels) =>
        string.Join(' ', Catalogue.Find($"tcvn.{id}").ShouldNotBeNull().Levels.Select(at => at.Level)).ShouldBe(levels);

    [Fact]
    public void Account_kinds_named_are_fewer_from_level_2_on() =>
        Enumerable.Range(1, 5).Select(level => Catalogue.Find("tcvn.acc.list-kinds")!.FindThreshold("kinds")!.At(level)).ShouldBe([4, 3, 3, 3, 3]);

    [Theory]
    [InlineData("log.siem", 3, RequirementForce.Equivalent)]
    [InlineData("acc.mfa", 1, RequirementForce.Mandatory)]
    [InlineData("acc.password-length", 3, RequirementForce.Suggested)]
    [InlineData("info.encrypt-stored", 1, RequirementForce.Mandatory)]
    [InlineData("info.encrypt-stored", 3, RequirementForce.Equivalent)]
    [InlineData("net.microsegment", 4, RequirementForce.Equivalent)]
    [InlineData("net.microsegment", 5, RequirementForce.Mandatory)]
    public void How_firmly_a_level_asks(string id, int level, RequirementForce force) => Catalogue.Find($"tcvn.{id}")!.At(level)!.Force.ShouldBe(force);

    [Theory]
    [InlineData("log.retention", "retention", 3, "ít nhất 3 tháng", true, false)]
    [InlineData("vuln.scan", "scan", 3, "6 tháng một lần", false, true)]
    [InlineData("acc.inactive", "inactive", 1, "không quá 45 ngày", false, true)]
    [InlineData("cfg.session-lock", "admin", 2, "không quá 5 phút", false, true)]
    [InlineData("cfg.login-lock", "device", 2, "không quá 10 lần", false, true)]
    [InlineData("net.site", "distance", 5, "ít nhất 30 km", true, false)]
    [InlineData("acc.password-length", "with-mfa", 1, "ít nhất 8 ký tự", true, false)]
    [InlineData("cfg.login-lock", "shortest", 1, "ít nhất 12 giờ", true, false)]
    [InlineData("bak.links", "links", 5, "ít nhất 2", true, false)]
    public void A_figure_can_be_said_and_compared(string id, string figure, int level, string words, bool moreIsStricter, bool lessIsStricter)
    {
        var threshold = Catalogue.Find($"tcvn.{id}")!.FindThreshold(figure).ShouldNotBeNull();
        var value = threshold.At(level).ShouldNotBeNull();

        threshold.Say(level).ShouldBe(words);
        threshold.IsStricter(value + 1, value).ShouldBe(moreIsStricter);
        threshold.IsStricter(value - 1, value).ShouldBe(lessIsStricter);
        threshold.IsStricter(value, value).ShouldBeFalse();
        Catalogue.Find("tcvn.log.retention")!.FindThreshold("retention")!.Say(1).ShouldBeNull();
    }

    [Fact]
    public void Suggested_figures_of_a_mandatory_requirement_say_so()
    {
        var session = Catalogue.Find("tcvn.cfg.session-lock")!;
        session.At(3)!.Force.ShouldBe(RequirementForce.Mandatory);
        session.Thresholds.ShouldAllBe(threshold => threshold.Force == RequirementForce.Suggested);
    }

    [Fact]
    public void Outsourced_development_keeps_its_id_where_it_changes_groups()
    {
        var contract = Catalogue.Find("tcvn.dev.outsourced-contract")!;
        contract.At(2)!.Clause.ShouldBe("4.3.2.3 a)");
        contract.At(2)!.Group!.Id.ShouldBe("sw");
        contract.At(3)!.Clause.ShouldBe("5.17.2.1 c)");
        contract.At(3)!.Group.ShouldBeNull();
    }

    [Fact]
    public void Physical_security_is_there_and_never_counted()
    {
        Enumerable.Range(1, 5).Select(level => Catalogue.Uncounted.Count(requirement => requirement.At(level) is not null)).ShouldBe([4, 6, 10, 10, 10]);
        Catalogue.Uncounted.ShouldAllBe(requirement => !requirement.Group.IsCounted && requirement.Levels.All(at => at.Clause!.StartsWith("A.", StringComparison.Ordinal)));
        Catalogue.Requirements.ShouldAllBe(requirement => requirement.Group.IsCounted);
        Catalogue.Cite(Catalogue.Find("tcvn.phy.entry")!.At(3)!).ShouldBe("331/2026/NĐ-CP, Điều 30, khoản 2; TCVN 14423:2026, A.3.2");
        Catalogue.Groups.Single(group => !group.IsCounted).Citation.ToString().ShouldBe("331/2026/NĐ-CP, Điều 30, khoản 2");
    }

    [Fact]
    public void Every_requirement_is_placed_in_the_decree_and_in_the_plan()
    {
        Catalogue.Headings.Select(heading => heading.Id).ShouldBe(["30.3.a", "30.3.b", "30.3.c", "30.3.d", "30.3.đ", "30.3.e", "30.3.g", "30.4.a", "30.4.b", "30.4.c", "30.4.d"]);
        Catalogue.PlanParts.Select(part => part.Id).ShouldBe(["a", "b", "c", "d", "đ", "e", "g"]);
        Catalogue.Requirements.ShouldAllBe(requirement => requirement.Headings.Count > 0 && requirement.PlanParts.Count > 0);
        Catalogue.Headings.ShouldAllBe(heading => Catalogue.Requirements.Any(requirement => requirement.Headings.Contains(heading)));

        // Each of the seven parts has something to answer at every level.
        for (var level = 1; level <= 5; level++)
        {
            Catalogue.PlanParts.ShouldAllBe(part => Catalogue.OfLevel(level).Any(requirement => requirement.PlanParts.Contains(part)));
        }
    }

    [Fact]
    public void Every_requirement_says_what_to_check_and_what_proves_it()
    {
        var all = Catalogue.Requirements.Concat(Catalogue.Uncounted).ToList();
        all.ShouldAllBe(requirement => requirement.Guidance != null && requirement.Guidance.Check.Length > 10 && requirement.Guidance.Evidence.Count > 0);
        all.Select(requirement => requirement.Guidance!.Check).ShouldBeUnique();
        all.Select(requirement => requirement.Title).GroupBy(title => title).Where(group => group.Count() > 1).ShouldBeEmpty();
    }

    [Fact]
    public void A_citation_names_the_decree_and_the_clause() =>
        Catalogue.Cite(Catalogue.Find("tcvn.log.retention")!.At(3)!).ShouldBe("331/2026/NĐ-CP, Điều 30, khoản 1; TCVN 14423:2026, 5.8.2.1 a)");

    [Fact]
    public void Duties_with_a_period_have_the_figures_and_clauses_of_the_catalogue()
    {
        (string Duty, string Requirement, string Threshold)[] pairs =
        [
            ("scan", "vuln.scan", "scan"), ("log-review", "log.review", "review"), ("account-review", "acc.list-review", "review"),
            ("awareness", "staff.awareness-yearly", "train"), ("restore-test", "bak.restore-test", "test"),
            ("external-test", "pen.external", "test"), ("internal-test", "pen.internal", "test"), ("drill", "inc.drill", "drill"),
        ];
        var duties = BuiltInRules.Packs.ProcedureOf(Catalogue.Regime)!.Duties;
        foreach (var (id, name, figure) in pairs)
        {
            var duty = duties.Single(each => each.Id == $"nd331-2026.{id}");
            var requirement = Catalogue.Find($"tcvn.{name}")!;
            for (var level = 1; level <= 5; level++)
            {
                int? months = !duty.Levels.Contains(level) ? null : duty.Months ?? duty.MonthsByLevel[level];
                months.ShouldBe(requirement.FindThreshold(figure)!.At(level), $"{id}, level {level}");
                if (months is not null)
                {
                    duty.SectionByLevel[level].ShouldBe(requirement.At(level)!.Clause);
                }
            }
        }
    }
}
