using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Reassessments;

/// <summary>What can go wrong with a re-assessment, each with its code (docs/ma-loi.md, TR).</summary>
internal static class ReassessErrors
{
    public static StoreException NotEmpty(string place) => Make("TR001", $"kho {place} đã có hồ sơ; dữ liệu thử chỉ đưa vào kho trống, để không lẫn với hồ sơ thật: chọn kho khác bằng --store");

    public static StoreException NothingInForce(string scope) => Make("TR002", $"trong phạm vi «{scope}» không có hồ sơ nào đang có hiệu lực; kiểm tra --scope và --store, xem danh sách bằng «emrsec case list»");

    public static StoreException MayNot(string account, string why) => Make("TR003", $"tài khoản «{account}» {why}; chọn tài khoản khác bằng --as, xem danh sách bằng «emrsec store user list»");

    public static StoreException Stopped() => Make("TR004", "đã dừng theo yêu cầu; phần đã làm vẫn còn trong kho: gọi lại đúng lệnh này để làm tiếp từ chỗ dừng");

    private static StoreException Make(string code, string message) => new(message) { Code = code };
}
