namespace EmrSec.Assessor.Exchange;

/// <summary>How exchange packages are spoken of.</summary>
internal static class ExchangeWords
{
    public static string Kind(string kind) => kind switch
    {
        "submission" => "hồ sơ gửi đi",
        "supplement" => "bổ sung hồ sơ",
        "decision" => "kết quả xử lý hồ sơ",
        "return" => "trả lại, yêu cầu bổ sung",
        _ => kind,
    };
}
