using System.Globalization;
using EmrSec.Assessor.Commands;
using EmrSec.Assessor.Signatures;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Assessor.Pages;

/// <summary>What was found out about a signed file.</summary>
internal static class VerificationPage
{
    public static Page Build(string file, FileReport report, VerificationOptions options)
    {
        var page = new Page().Head(1, $"KIỂM TRA CHỮ KÝ SỐ: {file}");
        page.Item(0, "Kết luận: ", new Span(report.Verdict.Text(), report.Verdict.Indication.Tone()));
        page.Item(0, "Lý do: ", report.Verdict.Indication == Indication.Passed ? Summary(report) : report.Verdict.Explanation);
        page.Item(0, "Xét vào lúc: ", $"{Text(options.Time)}; {options.Trust.Roots.Count} chứng thư gốc được tin cậy; {(options.Online is null ? "không dùng mạng" : "có hỏi OCSP, CRL")}");
        var number = 0;
        foreach (var signature in report.Signatures)
        {
            page.Blank();
            page.Head(2, signature.IsTimestamp ? $"Dấu thời gian trên cả tệp (ô {signature.Field})" : $"Chữ ký {++number} (ô {signature.Field})");
            Write(page, signature);
        }

        return page;
    }

    private static string Summary(FileReport report) =>
        $"mọi chữ ký hợp lệ ({report.Signatures.Count(signature => !signature.IsTimestamp)}); mọi điều tệp cho thấy đều được chữ ký bảo vệ hoặc là thay đổi được phép";

    private static void Write(Page page, SignatureReport signature)
    {
        page.Item(0, "Kết quả: ", new Span(signature.Verdict.Text(), signature.Verdict.Indication.Tone()));
        if (signature.Verdict.Indication != Indication.Passed)
        {
            page.Item(0, "Lý do: ", signature.Verdict.Explanation);
        }

        Item(page, signature.IsTimestamp ? "Máy chủ: " : "Người ký: ", signature.Signer);
        Item(page, "Cơ quan: ", signature.Body);
        Item(page, "Nơi cấp chứng thư: ", signature.Issuer is null ? null : $"{signature.Issuer} (số hiệu {signature.Serial})");
        page.Item(0, "Thời gian: ", signature.Time is { } time ? $"{Text(time)}, {signature.TimeOrigin.Text()}" : "không ghi");
        Item(page, "Lý do ký: ", signature.Reason);
        Item(page, "Nơi ký: ", signature.Place);
        Item(page, "Mức: ", signature.Level?.Label());
        page.Item(0, "Phạm vi: ", signature.CoversWholeFile ? "toàn bộ tệp" : string.Create(CultureInfo.InvariantCulture, $"{signature.CoveredLength} byte đầu của tệp"));
        Item(page, "Chứng nhận tệp: ", signature.Certifies switch
        {
            1 => "không được thay đổi gì nữa",
            2 => "chỉ được điền biểu mẫu và ký thêm",
            3 => "chỉ được điền biểu mẫu, ký thêm và ghi chú",
            _ => null,
        });
        foreach (var change in signature.Changes)
        {
            page.Item(0, "Sau khi ký: ", new Span($"{change.Words}{(change.IsPermitted ? "" : " (KHÔNG ĐƯỢC PHÉP)")}", change.IsPermitted ? Tone.Normal : Tone.Bad));
        }

        foreach (var note in signature.Notes)
        {
            page.Item(0, "Lưu ý: ", new Span(note, Tone.Warn));
        }
    }

    private static void Item(Page page, string label, string? text)
    {
        if (text is not null)
        {
            page.Item(0, label, text);
        }
    }

    private static string Text(DateTimeOffset time) => time.ToOffset(CommonOptions.VietnamOffset).ToString("dd/MM/yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
