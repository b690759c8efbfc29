using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Tests.Requirements;

/// <summary>
/// II.1.b of every appendix of 12/2022/TT-BTTTT: for which systems the law demands a product and not only a plan. The expectations are
/// written from the circular; each system is what the NĐ 85 criterion in its name describes.
/// </summary>
public class ProductTests
{
    // What every system of the level must have, whatever it is.
    private const string Base3 = "ii xii xiii";
    private const string Base4 = "ii x xii xiii xvii";
    private const string Base5 = "i ii ix x xii xiii xvii";

    private const string Portal = "function: citizens-business, information: [personal]";
    private const string Secret = "function: internal, information: [state-secret]";
    private const string Defence = "function: internal, information: [private], servesDefence: true";
    private const string Shared = "function: infrastructure, information: [public], infrastructureScope: sector, continuous: false";
    private const string National = "function: infrastructure, information: [public], infrastructureScope: nationwide, continuous: true";
    private const string Works = "function: industrial-control, information: [private]";
    private const string Plain = "kinds: [his], centralDatabase: false";

    [Theory]
    [InlineData("Đ7", 1, "function: internal, information: [public]", "")]
    [InlineData("Đ8.1", 2, "function: internal, information: [private]", "")]
    [InlineData("Đ8.2a", 2, Portal + ", onlineServices: [public-administrative], publicServiceGrade: 2", "vii")]
    [InlineData("Đ8.2b", 2, Portal + ", onlineServices: [unconditional-business]", "vii")]
    [InlineData("Đ8.2c", 2, Portal + ", onlineServices: [other], users: 9999", "vii")]
    [InlineData("Đ8.2c, e-mail", 2, Portal + ", onlineServices: [other], users: 9999, email: true", "vii")]
    [InlineData("Đ8.3", 2, "function: infrastructure, information: [public], infrastructureScope: one-body, kinds: [lan, data-centre], centralDatabase: true", "")]
    [InlineData("Đ9.1 secret", 3, Secret + ", harm: harm", Base3 + " i xiv")]
    [InlineData("Đ9.1 defence", 3, Defence + ", harm: harm", Base3)]
    [InlineData("Đ9.2a", 3, Portal + ", onlineServices: [public-administrative], publicServiceGrade: 3", Base3 + " vii")]
    [InlineData("Đ9.2b", 3, Portal + ", onlineServices: [conditional-business]", Base3 + " vii")]
    [InlineData("Đ9.2b, e-mail", 3, Portal + ", onlineServices: [conditional-business], email: true", Base3 + " vii viii")]
    [InlineData("Đ9.2c", 3, Portal + ", onlineServices: [other], users: 10000", Base3 + " i vii xiv")]
    [InlineData("Đ9.2c, e-mail", 3, Portal + ", onlineServices: [other], users: 10000, email: true", Base3 + " i vii viii xiv")]
    [InlineData("Đ9.1 secret, e-mail", 3, Secret + ", harm: harm, email: true", Base3 + " i xiv")]
    [InlineData("Đ9.3", 3, Shared + ", " + Plain, Base3)]
    [InlineData("Đ9.3 LAN", 3, Shared + ", kinds: [lan], centralDatabase: false", Base3 + " ix")]
    [InlineData("Đ9.3 SOC", 3, Shared + ", kinds: [soc], centralDatabase: false", Base3 + " ix")]
    [InlineData("Đ9.3 data centre", 3, Shared + ", kinds: [data-centre], centralDatabase: false", Base3 + " vi")]
    [InlineData("Đ9.3 cloud", 3, Shared + ", kinds: [cloud], centralDatabase: false", Base3 + " vi")]
    [InlineData("Đ9.3 identity", 3, Shared + ", kinds: [identity], centralDatabase: false", Base3 + " vi")]
    [InlineData("Đ9.3 integration", 3, Shared + ", kinds: [integration], centralDatabase: false", Base3 + " vi")]
    [InlineData("Đ9.3 central database", 3, Shared + ", kinds: [database], centralDatabase: true", Base3 + " iv")]
    [InlineData("Đ9.3 e-mail", 3, Shared + ", kinds: [email], centralDatabase: false, email: true", Base3)]
    [InlineData("Đ9.3 with secrets", 3, "function: infrastructure, information: [state-secret], harm: none, infrastructureScope: sector, continuous: false, " + Plain, Base3 + " i xiv")]
    [InlineData("Đ9.1, a LAN and a central database not shared", 3, Secret + ", harm: harm, kinds: [lan, data-centre], centralDatabase: true", Base3 + " i xiv")]
    [InlineData("Đ9.4", 3, Works + ", worksGrade: III", Base3)]
    [InlineData("Đ10.1 secret", 4, Secret + ", harm: serious", Base4 + " i xiv")]
    [InlineData("Đ10.1 secret, e-mail", 4, Secret + ", harm: serious, email: true", Base4 + " i viii xiv")]
    [InlineData("Đ10.1 defence", 4, Defence + ", harm: serious", Base4)]
    [InlineData("Đ10.1 secret, also Đ9.2b", 4, "function: citizens-business, information: [state-secret], harm: serious, onlineServices: [conditional-business]", Base4 + " i xiv")]
    [InlineData("Đ10.1 defence, also Đ9.3 LAN", 4, "function: infrastructure, information: [private], servesDefence: true, harm: serious, infrastructureScope: sector, continuous: false, kinds: [lan, data-centre], centralDatabase: true", Base4)]
    [InlineData("Đ10.2", 4, "function: internal, information: [private], nationalEGovernment: true, continuous: true", Base4 + " vi vii")]
    [InlineData("Đ10.2, e-mail", 4, "function: internal, information: [private], nationalEGovernment: true, continuous: true, email: true", Base4 + " vi vii viii")]
    [InlineData("Đ10.3", 4, National + ", " + Plain, Base4)]
    [InlineData("Đ10.3 LAN", 4, National + ", kinds: [lan], centralDatabase: false", Base4 + " ix")]
    [InlineData("Đ10.3 SOC", 4, National + ", kinds: [soc], centralDatabase: false", Base4 + " ix")]
    [InlineData("Đ10.3 data centre", 4, National + ", kinds: [data-centre], centralDatabase: false", Base4 + " vi vii")]
    [InlineData("Đ10.3 cloud", 4, National + ", kinds: [cloud], centralDatabase: false", Base4 + " vi vii")]
    [InlineData("Đ10.3 identity", 4, National + ", kinds: [identity], centralDatabase: false", Base4 + " vi vii")]
    [InlineData("Đ10.3 integration", 4, National + ", kinds: [integration], centralDatabase: false", Base4 + " vi vii")]
    [InlineData("Đ10.3 shared database", 4, National + ", kinds: [database], centralDatabase: true", Base4 + " iv xiv")]
    [InlineData("Đ10.4", 4, Works + ", worksGrade: I", Base4)]
    [InlineData("Đ11.1 secret", 5, Secret + ", harm: especially-serious", Base5 + " xiv")]
    [InlineData("Đ11.1 defence", 5, Defence + ", harm: especially-serious", Base5)]
    [InlineData("Đ11.2", 5, "function: internal, information: [private], centralNationalData: true", Base5 + " iv vi vii xiv")]
    [InlineData("Đ11.2, e-mail", 5, "function: internal, information: [private], centralNationalData: true, email: true", Base5 + " iv vi vii viii xiv")]
    [InlineData("Đ11.3", 5, "function: infrastructure, information: [public], infrastructureScope: international, continuous: true, kinds: [data-centre], centralDatabase: true", Base5 + " vi")]
    [InlineData("Đ11.4", 5, Works + ", worksGrade: special", Base5)]
    [InlineData("Đ11.5", 5, "function: internal, information: [private], assignedLevel: 5", Base5)]
    public void A_product_is_demanded_of_just_these(string system, int level, string facts, string plans)
    {
        // Electronic mail decides only where a row says so.
        var written = facts.Contains("email:", StringComparison.Ordinal) ? facts : facts + ", email: false";
        var findings = RequirementRun.Assess(written + ", wireless: false").ShouldHaveSingleItem(system);

        findings.Level.ShouldBe(level, system);
        Demanded(findings, Truth.True).ShouldBe([.. plans.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)], system);
        Demanded(findings, Truth.Unknown).ShouldBeEmpty(system);
        RequirementRun.Of(findings, "tt12.d.plan.viii")?.Applies.ShouldBe(written.Contains("email: true", StringComparison.Ordinal) ? Truth.True : Truth.False);
        findings.Findings.Where(finding => finding.Requirement.AppliesWhen is null).ShouldAllBe(finding => finding.Applies == Truth.True);
    }

    [Theory]
    [InlineData(Shared + ", centralDatabase: false", "vi ix", "system.kinds")]
    [InlineData(Shared + ", kinds: [his]", "iv", "system.centralDatabase")]
    [InlineData(Portal + ", onlineServices: [conditional-business]", "viii", "system.email")]
    public void Where_a_fact_is_missing_the_product_is_open_and_the_fact_named(string facts, string plans, string fact)
    {
        var findings = RequirementRun.Assess(facts.Contains("citizens", StringComparison.Ordinal) ? facts : facts + ", email: false").ShouldHaveSingleItem();

        Demanded(findings, Truth.Unknown).ShouldBe(plans.Split(' ').Order(StringComparer.Ordinal));
        findings.Findings.SelectMany(finding => finding.Products).Where(product => product.Demanded == Truth.Unknown)
            .ShouldAllBe(product => product.Missing.Select(missing => missing.Fact.Id).Contains(fact) || product.Product.When is Conditions.AlwaysCondition);
    }

    [Fact]
    public void Each_level_of_a_range_is_told_apart()
    {
        var findings = RequirementRun.Assess(Portal + ", onlineServices: [other], email: false");

        findings.Select(level => level.Level).ShouldBe([2, 3]);
        Demanded(findings[0], Truth.True).ShouldBe(["vii"]);
        Demanded(findings[1], Truth.True).ShouldBe((Base3 + " i vii xiv").Split(' ').Order(StringComparer.Ordinal));
        findings.SelectMany(level => Demanded(level, Truth.Unknown)).ShouldBeEmpty();
    }

    [Fact]
    public void Two_ways_to_the_same_level_leave_the_product_open()
    {
        // Level 3 as a portal of Đ9.2c or for the harm that its secrets could do: only the former demands a WAF.
        var findings = RequirementRun.Assess("function: citizens-business, information: [state-secret, personal], onlineServices: [other], email: false");

        Demanded(findings.Single(level => level.Level == 3), Truth.Unknown).ShouldBe(["vii"]);
    }

    [Theory]
    [InlineData("tt12.d.plan.i", 3, "mạng riêng ảo")]
    [InlineData("tt12.d.plan.ii", 3, "hoặc")]
    [InlineData("tt12.d.plan.ii", 5, "sản phẩm phòng chống xâm nhập lớp mạng")]
    [InlineData("tt12.d.plan.iv", 4, "tường lửa cơ sở dữ liệu")]
    [InlineData("tt12.d.plan.vi", 3, "từ chối dịch vụ")]
    [InlineData("tt12.d.plan.vii", 2, "WAF")]
    [InlineData("tt12.d.plan.viii", 4, "thư điện tử")]
    [InlineData("tt12.d.plan.ix", 5, "NAC")]
    [InlineData("tt12.d.plan.x", 4, "giám sát")]
    [InlineData("tt12.d.plan.xii", 3, "lưu trữ tập trung và sản phẩm quản lý sao lưu")]
    [InlineData("tt12.d.plan.xiii", 3, "EDR")]
    [InlineData("tt12.d.plan.xiv", 5, "DLP")]
    [InlineData("tt12.d.plan.xvii", 4, "tài khoản đặc quyền")]
    public void The_product_is_named(string id, int level, string words) =>
        BuiltInRules.Packs.Requirements.Single(each => each.Header.Id == "tt12-2022").Find(id)!.Products.Where(product => product.Levels.Contains(level)).ShouldHaveSingleItem().What.ShouldContain(words);

    private static List<string> Demanded(LevelFindings findings, Truth truth) =>
    [
        .. findings.Findings.Where(finding => finding.Products.Any(product => product.Demanded == truth))
            .Select(finding => finding.Requirement.Id.Split('.')[^1]).Order(StringComparer.Ordinal),
    ];
}
