namespace EmrSec.Dossiers.Lab;

/// <summary>Names that sound like places and are none: two syllables and the facility's number, so that no real body is meant.</summary>
internal static class MadeUpNames
{
    private static readonly string[] First = ["An", "Bình", "Đông", "Hòa", "Khánh", "Long", "Minh", "Ninh", "Phú", "Quang", "Sơn", "Tân", "Thanh", "Vĩnh", "Xuân", "Yên"];
    private static readonly string[] Second = ["Mẫu", "Thử", "Giả Định", "Minh Họa", "Ví Dụ", "Thí Điểm"];

    /// <summary>A place's name.</summary>
    public static string Place(Lottery lottery, int number) => string.Create(CultureInfo.InvariantCulture, $"{lottery.Pick(First)} {lottery.Pick(Second)} {number}");

    /// <summary>A facility's name.</summary>
    public static string Facility(string kind, string ownership, string place, Lottery lottery) => kind switch
    {
        "commune-health-station" => $"Trạm Y tế xã {place}",
        "clinic" => $"Phòng khám {lottery.Pick(["nội tổng quát", "răng hàm mặt", "nhi", "sản phụ khoa", "mắt", "y học cổ truyền"])} {place}",
        "polyclinic" => $"Phòng khám đa khoa {place}",
        "hospital" when ownership is "private" => $"Bệnh viện đa khoa tư nhân {place}",
        "hospital" => $"{lottery.Pick(["Bệnh viện đa khoa", "Trung tâm Y tế khu vực", "Bệnh viện chuyên khoa"])} {place}",
        "bedded-institute" => $"Viện chuyên ngành {place}",
        _ => $"Cơ sở dịch vụ y tế {place}",
    };
}
