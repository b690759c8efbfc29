namespace EmrSec.Dossiers.Lab;

/// <summary>Draws the bodies that answer for the systems. Nobody is named: representatives are called by their post.</summary>
internal static class DrawnBodies
{
    public static void Add(Tree dossier, FacilityDraw draw)
    {
        var isStation = draw.Kind is "commune-health-station";
        var owner = isStation ? $"Ủy ban nhân dân xã {draw.Place}" : draw.Ownership is "private" ? $"Công ty chủ quản {draw.Name}" : $"Sở Y tế {draw.ProvinceName}";
        dossier.Part("owner", Body(owner, draw.Ownership is "private" ? "Giám đốc" : "Thủ trưởng cơ quan", "chu-quan", draw));
        dossier.Part("operator", Body(draw.Name, isStation ? "Trưởng trạm" : "Giám đốc", "van-hanh", draw));

        // One in twelve has the operator appraise itself: the law forbids it, and reviewers have to see it.
        var unit = draw.Lottery.Chance(8) ? draw.Name : isStation ? $"Bộ phận công nghệ thông tin, {owner}" : $"Tổ an toàn thông tin, {owner}";
        dossier.Part("securityUnit", Body(unit, "Người phụ trách", "chuyen-trach", draw));
    }

    private static Tree Body(string name, string post, string mailbox, FacilityDraw draw) => new Tree()
        .Text("name", name)
        .Text("functionsDocument", "Quyết định quy định chức năng, nhiệm vụ và cơ cấu tổ chức")
        .Text("representative", post)
        .Text("title", post)
        .Text("address", $"xã {draw.Place}, {draw.ProvinceName}")
        .Text("phone", "0200 000 0000")
        .Text("email", string.Create(CultureInfo.InvariantCulture, $"{mailbox}-{draw.Number}@example.vn"));
}
