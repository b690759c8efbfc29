namespace EmrSec.Dossiers.Lab;

/// <summary>Draws the systems that a facility of a kind has.</summary>
internal static class DrawnSystems
{
    private static readonly string[] Forgettable = ["users", "dataSubjects", "continuous", "information", "onlineServices", "hosting", "wireless", "infrastructureScope"];

    public static List<Tree> Of(FacilityDraw draw)
    {
        var lottery = draw.Lottery;
        List<Tree> systems = draw.Kind switch
        {
            "hospital" or "bedded-institute" => Hospital(draw),
            "polyclinic" => [Records(draw, "Phần mềm quản lý phòng khám và bệnh án điện tử", isCloud: lottery.Chance(40), "his", "lis", "emr"), Network(draw)],
            "commune-health-station" => [Records(draw, "Phần mềm quản lý trạm y tế và bệnh án điện tử", isCloud: lottery.Chance(90), "his", "emr"), Network(draw)],
            _ => [Records(draw, "Phần mềm quản lý phòng khám", isCloud: lottery.Chance(70), "his", "emr")],
        };
        if (draw.Kind is "polyclinic" ? lottery.Chance(25) : draw.Kind is "hospital" && lottery.Chance(70))
        {
            systems.Add(Portal(draw));
        }

        if (draw.Kind is "clinic" && lottery.Chance(40))
        {
            systems.Add(Network(draw));
        }

        // A tenth of the dossiers lack a fact here and there: their levels may be ranges.
        for (var i = lottery.Chance(10) ? lottery.Between(1, 2) : 0; i > 0; i--)
        {
            lottery.Pick(systems).Drop(lottery.Pick(Forgettable));
        }

        return systems;
    }

    private static List<Tree> Hospital(FacilityDraw draw)
    {
        var patients = draw.Patients;
        var main = Internal("hospital", "Hệ thống thông tin bệnh viện", draw, isCloud: false)
            .Flag("email", draw.Lottery.Chance(20)).Flag("centralDatabase", draw.Lottery.Chance(15))
            .Words("kinds", "his", "lis", "ris-pacs", "emr").Text("scope", "Toàn bộ các khoa, phòng")
            .Text("scale", string.Create(CultureInfo.InvariantCulture, $"{draw.Beds} giường bệnh, {draw.Staff} người dùng"))
            .Parts("zones", Zones(draw, "internal", "border", "dmz", "internal-servers", "database", "wireless", "management"))
            .Parts("devices", [Device("FW-01", "Tường lửa"), Device("CSW-01", "Chuyển mạch trung tâm"), Device("SV-01", "Máy chủ ứng dụng"), Device("DB-01", "Máy chủ cơ sở dữ liệu")])
            .Number("proposedLevel", Proposed(draw, 2))
            .Parts("components", [Part("his", "Phần mềm quản lý bệnh viện (HIS)", patients, draw), Part("lis", "Phần mềm xét nghiệm (LIS)", patients * 2 / 3, draw), Part("emr", "Phần mềm bệnh án điện tử (EMR)", patients, draw)]);
        return [main, Network(draw)];
    }

    private static Tree Internal(string id, string name, FacilityDraw draw, bool isCloud) => new Tree()
        .Text("id", id).Text("name", name).Text("function", "internal").Words("information", "private", "personal").Words("onlineServices")
        .Number("users", draw.Staff).Part("dataSubjects", People(draw.Patients)).Flag("continuous", draw.Kind is "hospital" && draw.Lottery.Chance(60))
        .Flag("administrativeProcedures", false).Text("hosting", isCloud ? "cloud" : draw.Lottery.Chance(15) ? "rented-data-centre" : "on-premises")
        .Flag("newOrUpgraded", draw.Lottery.Chance(20)).Flag("inHouseSoftware", draw.Lottery.Chance(5)).Flag("wireless", draw.Lottery.Chance(70)).Flag("webApplication", true);

    private static Tree Records(FacilityDraw draw, string name, bool isCloud, params string[] kinds) => Internal("emr", name, draw, isCloud)
        .Flag("email", false).Flag("centralDatabase", false).Words("kinds", kinds).Text("scope", "Toàn bộ cơ sở")
        .Text("scale", string.Create(CultureInfo.InvariantCulture, $"{draw.Staff} người dùng")).Number("proposedLevel", Proposed(draw, 2));

    private static Tree Part(string id, string name, int patients, FacilityDraw draw) => new Tree()
        .Text("id", id).Text("name", name).Text("function", "internal").Words("information", "private", "personal").Words("onlineServices")
        .Number("users", draw.Staff).Part("dataSubjects", People(patients)).Flag("continuous", true).Text("hosting", "on-premises").Words("kinds", id);

    private static Tree Portal(FacilityDraw draw)
    {
        var accounts = draw.Lottery.Skewed(500, 60_000);
        return new Tree()
            .Text("id", "portal").Text("name", "Cổng thông tin người bệnh").Text("function", "citizens-business").Words("information", "public", "private", "personal").Words("onlineServices", "other")
            .Number("users", accounts).Part("dataSubjects", People(accounts)).Flag("continuous", false).Flag("administrativeProcedures", false).Text("hosting", draw.Lottery.Chance(30) ? "cloud" : "on-premises")
            .Flag("newOrUpgraded", false).Flag("inHouseSoftware", false).Flag("wireless", false).Flag("email", false).Flag("webApplication", true).Flag("centralDatabase", false).Words("kinds", "portal")
            .Text("scope", "Trên Internet, cho người bệnh").Parts("zones", Zones(draw, "border", "dmz", "internal-servers")).Number("proposedLevel", Proposed(draw, accounts >= 10_000 ? 3 : 2));
    }

    private static Tree Network(FacilityDraw draw) => new Tree()
        .Text("id", "lan").Text("name", "Mạng nội bộ").Text("function", "infrastructure").Words("information", "private").Words("onlineServices").Text("infrastructureScope", "one-body")
        .Flag("continuous", draw.Kind is "hospital").Flag("administrativeProcedures", false).Text("hosting", "on-premises").Flag("newOrUpgraded", false).Flag("inHouseSoftware", false)
        .Flag("wireless", true).Flag("email", false).Flag("webApplication", false).Flag("centralDatabase", false).Words("kinds", "lan")
        .Parts("zones", draw.Kind is "hospital" ? Zones(draw, "internal", "border", "dmz", "internal-servers", "wireless") : Zones(draw, "internal", "wireless")).Number("proposedLevel", Proposed(draw, 2));

    private static Tree People(int count) => new Tree().Number("basic", count).Number("sensitive", count);

    // Some propose another level than the law gives, and some none.
    private static int? Proposed(FacilityDraw draw, int level) => draw.Lottery.Weighted<int?>((90, level), (5, level - 1), (5, null));

    private static List<Tree> Zones(FacilityDraw draw, params string[] kinds) =>
        [.. kinds.Where(_ => !draw.Lottery.Chance(10)).Select((kind, i) => new Tree().Text("name", kind switch
        {
            "internal" => "Vùng mạng nội bộ",
            "border" => "Vùng mạng biên",
            "dmz" => "Vùng DMZ",
            "internal-servers" => "Vùng máy chủ nội bộ",
            "database" => "Vùng máy chủ cơ sở dữ liệu",
            "wireless" => "Vùng mạng không dây",
            _ => "Vùng quản trị",
        }).Text("kind", kind).Text("privateIp", string.Create(CultureInfo.InvariantCulture, $"10.0.{i + 1}.0/24")))];

    private static Tree Device(string name, string type) => new Tree().Text("name", name).Text("type", type).Flag("main", true).Text("place", "Phòng máy chủ");
}
