namespace EmrSec.Dossiers.Store;

/// <summary>What can go wrong with a store, each with its code (docs/ma-loi.md, KH).</summary>
internal static class StoreErrors
{
    public static StoreException NotThere(string place) => Make("KH001", $"không có kho hồ sơ ở {place}; tạo kho bằng «emrsec store init», hoặc chỉ đến kho bằng --store hay biến EMRSEC_STORE");

    public static StoreException AlreadyThere(string place) => Make("KH002", $"ở {place} đã có kho hồ sơ hoặc tệp khác; chọn chỗ khác: chương trình không bao giờ ghi đè lên kho");

    public static StoreException WrongPlace(string place, string why) => Make("KH003", $"không hiểu chỗ để kho «{place}»: {why}; viết đường dẫn tệp SQLite, hoặc postgres://tài-khoản@máy/cơ-sở-dữ-liệu");

    public static StoreException NotAStore(string place) => Make("KH004", $"{place} không phải kho hồ sơ của EmrSec; kiểm tra lại đường dẫn");

    public static StoreException Newer(string place, int schema, int known) => Make("KH005", Inv($"kho {place} ở phiên bản {schema}, mới hơn chương trình này (biết đến phiên bản {known}); cài EmrSec bản mới hơn rồi mở lại. Kho không bị thay đổi gì"));

    public static StoreException Older(string place, int schema, int known) => Make("KH006", Inv($"kho {place} ở phiên bản {schema}, chương trình này dùng phiên bản {known}; chép giữ một bản của kho rồi chạy «emrsec store migrate»"));

    public static StoreException Busy(string place, Exception inner) => Make("KH007", $"kho {place} đang được chương trình khác ghi quá lâu; chờ chương trình kia xong rồi thử lại. Chưa có gì được ghi", inner);

    public static StoreException Full(string place, Exception inner) => Make("KH008", $"ổ đĩa chứa kho {place} đã đầy; giải phóng chỗ trống rồi thử lại. Chưa có gì được ghi", inner);

    public static StoreException ReadOnly(string place, Exception inner) => Make("KH009", $"không có quyền ghi kho {place} (chỉ đọc); cấp quyền ghi cho tệp và cho thư mục chứa nó", inner);

    public static StoreException Corrupt(string place, Exception inner) => Make("KH010", $"kho {place} bị hỏng; chạy «emrsec store check» để biết hỏng chỗ nào và khôi phục từ bản sao lưu gần nhất", inner);

    public static StoreException Failed(string place, Exception inner) => Make("KH011", $"không đọc hoặc ghi được kho {place}: {inner.Message}", inner);

    public static StoreException Lost(string place, Exception inner) => Make("KH012", $"không kết nối được kho {place}: {inner.Message}; kiểm tra mạng và máy chủ cơ sở dữ liệu rồi thử lại. Chưa có gì được ghi", inner);

    public static StoreException Unknown(string place, Exception inner) => Make("KH013", $"mất kết nối với kho {place} đúng lúc ghi xong, chưa biết đã ghi hay chưa; khi kết nối lại được, xem dòng cuối của «emrsec store audit» trước khi làm lại", inner);

    public static CaseConflictException Changed(CaseId id) => new($"hồ sơ {id} vừa được người khác sửa; không có gì bị mất và chưa có gì được ghi: mở lại hồ sơ, xem thay đổi của họ rồi làm lại") { Code = "KH014" };

    public static CaseConflictException RunChanged(long run) => new(Inv($"lần đánh giá lại số {run} đang được một chương trình khác chạy tiếp; chương trình này dừng, không ghi gì thêm")) { Code = "KH014" };

    public static StoreException NoCase(CaseId id) => Make("KH015", $"trong kho không có hồ sơ {id}; xem danh sách bằng «emrsec case list»");

    public static StoreException UnkeepableText(string text) => Make("KH016", $"«{Shown(text)}» có ký tự không lưu được (ký tự NUL hoặc nửa ký tự); gõ lại, không dán từ tệp hỏng");

    public static StoreException BadName(string what, string text) => Make("KH017", $"{what} «{Shown(text)}» không dùng được: cần 1–64 ký tự, không có ký tự điều khiển, không có dấu cách ở đầu và cuối");

    public static StoreException TooLong(long limit) => Make("KH018", $"tệp lớn hơn giới hạn {limit.ToString("N0", Vietnamese)} byte; chưa có gì được lưu");

    public static StoreException NoBlob(string sha256, string name) => Make("KH019", $"trong kho không có nội dung của tệp «{name}» ({sha256}); tải tệp lên lại. Nếu tệp từng ở đây, chạy «emrsec store check»");

    public static StoreException Altered(string what) => Make("KH020", $"{what} không còn đúng như khi được ghi (mã băm khác); chạy «emrsec store check» và khôi phục từ bản sao lưu");

    public static StoreException Referenced(string sha256) => Make("KH021", $"không bỏ được tệp {sha256}: còn hồ sơ dùng đến nó");

    public static StoreException NoEngine(Exception inner) => Make("KH022", "không nạp được thư viện SQLite trên máy này; cài lại EmrSec, hoặc cài gói libsqlite3-0", inner);

    public static StoreException NoArchive(string path, string why) => Make("KH023", $"{path} không phải bản sao lưu nguyên vẹn của kho hồ sơ ({why}); dùng bản sao lưu khác. Chưa có gì được ghi");

    public static StoreException NotSound(string place, StoreFinding first) => Make("KH024", $"kho {place} không nguyên vẹn nên dừng lại: {first.Code}: {first.Message}; chạy «emrsec store check» để xem hết");

    private static CultureInfo Vietnamese { get; } = CultureInfo.GetCultureInfo("vi-VN");

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Shown(string text)
    {
        var shown = text.Length > 80 ? text[..80] + "…" : text;
        return string.Concat(shown.Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '\uFFFD' : letter));
    }

    private static StoreException Make(string code, string message, Exception? inner = null) =>
        inner is null ? new StoreException(message) { Code = code } : new StoreException(message, inner) { Code = code };
}
