using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Workbooks.Fields;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>A kind of part that systems have, on a sheet of its own: a row for each part.</summary>
/// <param name="Key">The sheet's key and the list's name in a system.</param>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Item">What one is called.</param>
/// <param name="Fields">What is asked of each, the name first.</param>
internal sealed record PartKind(string Key, string Sheet, string Title, string Item, IReadOnlyList<(string Key, Field Field, double Width)> Fields)
{
    // In the order of DossierSchema.ZoneWords.
    private static readonly string[] ZoneLabels =
    [
        "vùng mạng nội bộ", "vùng mạng biên", "vùng DMZ", "vùng máy chủ nội bộ", "vùng mạng không dây", "vùng máy chủ cơ sở dữ liệu",
        "vùng quản trị", "vùng quản trị thiết bị hệ thống",
    ];

    /// <summary>The column that says whose part it is.</summary>
    public const string Owner = "@system";

    public static IReadOnlyList<PartKind> All { get; } = [Zones(), Devices(), Services()];

    private static PartKind Zones() => new(SheetKeys.Zones, "Vùng mạng", "CÁC VÙNG MẠNG (12/2022/TT-BTTTT, Phụ lục II)", "vùng mạng",
    [
        ("name", new TextField("Tên vùng mạng", ""), 36),
        ("kind", new ChoiceField("Loại vùng", "12/2022/TT-BTTTT, Phụ lục II, mục 1.a.", [.. DossierSchema.ZoneWords.Zip(ZoneLabels, (word, label) => new Choice(word, label))]), 34),
        ("privateIp", new TextField("Địa chỉ IP riêng", "Ví dụ 10.27.16.0/22."), 28),
        ("publicIp", new TextField("Địa chỉ IP công cộng", "Để trống nếu không có."), 28),
    ]);

    private static PartKind Devices() => new(SheetKeys.Devices, "Thiết bị", "CÁC THIẾT BỊ (12/2022/TT-BTTTT, Điều 8, khoản 3, điểm d)", "thiết bị",
    [
        ("name", new TextField("Tên thiết bị", "Một thiết bị, hoặc một loạt giống nhau."), 30),
        ("type", new TextField("Chủng loại", "Ví dụ: Tường lửa."), 26),
        ("main", new ChoiceField("Thiết bị chính", "Thiết bị mà khi ngừng thì hệ thống ngừng.", ChoiceField.YesNo), 12),
        ("redundant", new ChoiceField("Dự phòng", "12/2022/TT-BTTTT, Điều 3.", [new("none", "Không có"), new("cold", "Dự phòng nguội"), new("hot", "Dự phòng nóng"), new("true", "Có, chưa rõ nguội hay nóng"), new("false", "Không")]), 22),
        ("place", new TextField("Nơi đặt", ""), 32),
        ("purpose", new TextField("Mục đích sử dụng", ""), 40),
    ]);

    private static PartKind Services() => new(SheetKeys.Services, "Dịch vụ", "CÁC DỊCH VỤ, PHẦN MỀM (12/2022/TT-BTTTT, Điều 8, khoản 3, điểm d)", "dịch vụ",
    [
        ("name", new TextField("Tên dịch vụ, phần mềm", ""), 36),
        ("server", new TextField("Máy chủ", "Máy chủ mà dịch vụ chạy trên đó."), 24),
        ("place", new TextField("Nơi đặt", ""), 32),
        ("os", new TextField("Hệ điều hành", ""), 20),
        ("purpose", new TextField("Mục đích sử dụng", ""), 40),
    ]);
}
