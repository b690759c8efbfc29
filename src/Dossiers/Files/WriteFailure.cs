using System.Text;

namespace EmrSec.Dossiers.Files;

/// <summary>Turns what can go wrong when a file is written into findings.</summary>
internal static class WriteFailure
{
    /// <summary>Runs a write.</summary>
    /// <param name="path">The file.</param>
    /// <param name="diagnostics">Receives what went wrong.</param>
    /// <param name="write">The write.</param>
    /// <returns>What the write gives, or null where it failed.</returns>
    public static T? Report<T>(string path, DiagnosticBag diagnostics, Func<T> write)
        where T : class
    {
        try
        {
            return write();
        }
        catch (Exception e) when (Explain(e) is not null)
        {
            var (code, message, help) = Explain(e)!.Value;
            diagnostics.Error(code, SourcePosition.Whole(path), message, help);
            return null;
        }
    }

    private static (string Code, string Message, string Help)? Explain(Exception e) => e switch
    {
        FileChangedException => ("TT010", "tệp đã bị người khác hoặc chương trình khác sửa từ khi mở", "mở lại tệp rồi sửa tiếp; nội dung của họ được giữ nguyên"),
        FileInTheWayException => ("TT011", "đã có tệp hoặc thư mục tên này", "chọn tên khác, hoặc chuyển tệp cũ đi"),
        FileNotFoundException => ("TT012", "tệp không còn ở đây", "tệp đã bị xoá, đổi tên hoặc chuyển đi từ khi mở"),
        DirectoryNotFoundException => ("TT013", "không có thư mục này", "tạo thư mục trước, hoặc kiểm tra lại đường dẫn"),
        UnauthorizedAccessException => ("TT014", "không có quyền ghi tệp này", "cấp quyền ghi cho tệp và thư mục, hoặc ghi sang thư mục khác"),
        EncoderFallbackException => ("TT015", "nội dung có ký tự không lưu được", "xoá ký tự lạ rồi lưu lại"),
        IOException or ArgumentException or NotSupportedException => ("TT016", "không ghi được tệp này", "kiểm tra đường dẫn, chỗ trống trên ổ đĩa, và xem tệp có đang bị chương trình khác khoá không"),
        _ => null,
    };
}

/// <summary>The file is no longer what was read.</summary>
internal sealed class FileChangedException : Exception;

/// <summary>A new file was to be made where there is one.</summary>
internal sealed class FileInTheWayException : Exception;
