using System.Text;

namespace EmrSec.Rules.Yaml;

/// <summary>Turns the bytes of a file into text, strictly: what cannot be read is an error, never a replacement character.</summary>
public static class TextFileReader
{
    /// <summary>The most bytes a text file may have (16 MiB): a dossier of a thousand systems stays far below.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file from disk.</summary>
    /// <param name="path">The file.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <returns>The text without byte-order mark, or null where the file cannot be read.</returns>
    public static string? ReadFile(string path, DiagnosticBag diagnostics) =>
        ReadBytes(path, diagnostics) is { } bytes ? Decode(bytes, path, diagnostics) : null;

    /// <summary>Reads a file's bytes, no more than <see cref="MaxBytes"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <returns>The bytes, or null where the file cannot be read.</returns>
    public static byte[]? ReadBytes(string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(diagnostics);
        try
        {
            if (Directory.Exists(path))
            {
                diagnostics.Error("TT002", SourcePosition.Whole(path), "đây là thư mục, không phải tệp", "hãy chỉ đến một tệp .yaml");
                return null;
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.CanSeek && stream.Length > MaxBytes)
            {
                TooLarge(path, diagnostics);
                return null;
            }

            var buffer = new MemoryStream();
            var chunk = new byte[81920];
            int read;
            while ((read = stream.Read(chunk)) > 0)
            {
                buffer.Write(chunk, 0, read);
                if (buffer.Length > MaxBytes)
                {
                    TooLarge(path, diagnostics);
                    return null;
                }
            }

            return buffer.ToArray();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            diagnostics.Error("TT001", SourcePosition.Whole(path), "không có tệp này", "kiểm tra lại tên và thư mục");
        }
        catch (UnauthorizedAccessException)
        {
            diagnostics.Error("TT003", SourcePosition.Whole(path), "không có quyền đọc tệp này", "cấp quyền đọc hoặc chép tệp sang thư mục khác");
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            diagnostics.Error("TT004", SourcePosition.Whole(path), "không đọc được tệp này", "kiểm tra đường dẫn, ổ đĩa, và xem tệp có đang bị chương trình khác khoá không");
        }

        return null;
    }

    /// <summary>Decodes a file's bytes: UTF-8, or UTF-16 where a byte-order mark says so (as Notepad's «Unicode» writes it).</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <returns>The text without byte-order mark, or null.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, string file, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (OtherKind(bytes) is { } kind)
        {
            diagnostics.Error("TT007", SourcePosition.Whole(file), $"đây là tệp {kind}, không phải tệp văn bản", "hãy chỉ đến một tệp .yaml");
            return null;
        }

        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, .. var rest] => StrictUtf8.GetString(rest),
                [0xFF, 0xFE, .. var rest] => new UnicodeEncoding(false, true, true).GetString(rest),
                [0xFE, 0xFF, .. var rest] => new UnicodeEncoding(true, true, true).GetString(rest),
                _ => StrictUtf8.GetString(bytes),
            };
        }
        catch (DecoderFallbackException e)
        {
            var line = 1;
            foreach (var b in bytes[..Math.Clamp(e.Index, 0, bytes.Length)])
            {
                line += b == (byte)'\n' ? 1 : 0;
            }

            diagnostics.Error("TT005", new SourcePosition(file, line, 1), "tệp không phải văn bản UTF-8", "lưu lại tệp với bảng mã UTF-8 (Notepad: Lưu dưới dạng, Mã hoá: UTF-8)");
            return null;
        }
    }

    // What people hand over by mistake, told by its first bytes.
    private static string? OtherKind(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "PDF",
        [(byte)'P', (byte)'K', 3, 4, ..] => "Word, Excel (.docx, .xlsx) hoặc tệp nén ZIP",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "Word, Excel đời cũ (.doc, .xls)",
        _ => null,
    };

    private static void TooLarge(string path, DiagnosticBag diagnostics) =>
        diagnostics.Error("TT006", SourcePosition.Whole(path), $"tệp lớn hơn {MaxBytes / 1024 / 1024} MB", "hồ sơ là tệp văn bản nhỏ; minh chứng để ở tệp riêng, không dán vào đây");
}
