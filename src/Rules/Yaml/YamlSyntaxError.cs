using YamlDotNet.Core;

namespace EmrSec.Rules.Yaml;

/// <summary>Says in Vietnamese what the YAML parser stumbled over; its own words are English and speak of tokens.</summary>
internal static class YamlSyntaxError
{
    private const string Brackets = "dấu ngoặc [ ] hoặc { } mở mà không đóng, hoặc thiếu dấu phẩy";
    private const string Colon = "dấu hai chấm đặt sai chỗ; chữ có dấu hai chấm cần để trong nháy";
    private const string Key = "thiếu dấu hai chấm sau tên mục, hoặc thụt lề sai";

    // The first row whose words occur in the parser's message.
    private static readonly (string Words, string Message)[] Rows =
    [
        ("escape", "dấu \\ trong nháy kép viết sai; dùng nháy đơn, hoặc viết \\\\"),
        ("hexadecimal", "dấu \\ trong nháy kép viết sai; dùng nháy đơn, hoặc viết \\\\"),
        ("quoted scalar", "dấu nháy mở mà không đóng"),
        ("flow", Brackets),
        ("disallowed: []{}", Brackets),
        ("invalid mapping", Colon),
        ("mapping values", Colon),
        ("cannot start any token", "chữ bắt đầu bằng ký tự này cần để trong nháy"),
        ("directive", "dòng bắt đầu bằng % không phải là YAML của hồ sơ"),
        ("expected key", Key),
        ("expected ':'", Key),
        ("simple key", Key),
        ("'-' indicator", "các mục của danh sách phải bắt đầu bằng dấu gạch ngang và thẳng cột"),
        ("tab", "dùng phím Tab để thụt lề"),
        ("indentation", "thụt lề sai"),
    ];

    /// <summary>Reports a syntax error.</summary>
    /// <param name="mark">Where.</param>
    /// <param name="parserMessage">The parser's message.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="diagnostics">Receives the finding.</param>
    public static void Report(Mark mark, string parserMessage, string file, DiagnosticBag diagnostics)
    {
        var row = Array.Find(Rows, row => parserMessage.Contains(row.Words, StringComparison.OrdinalIgnoreCase));
        diagnostics.Error(
            "YM001",
            new SourcePosition(file, (int)mark.Line, (int)mark.Column),
            row.Message is { } message ? $"không đọc được YAML: {message}" : "không đọc được YAML tại đây",
            "kiểm tra thụt lề, dấu hai chấm, dấu ngoặc và dấu nháy quanh chỗ này");
    }
}
