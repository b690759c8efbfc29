using System.IO.Compression;
using System.Text;
using EmrSec.Dossiers.Workflow;

namespace EmrSec.Dossiers.Evidence;

/// <summary>What a file given as evidence is.</summary>
/// <param name="Name">Its cleaned name.</param>
/// <param name="Type">Its kind; null where it is of none that is taken.</param>
/// <param name="Refusals">Why it is not taken; empty where it is.</param>
public sealed record InspectedEvidence(string Name, EvidenceType? Type, IReadOnlyList<Refusal> Refusals);

/// <summary>Looks at a file given as evidence: its name, its size, and whether its content is what its extension says.</summary>
public static class EvidenceInspector
{
    private const int HeadBytes = 1024;
    private const int MostEntries = 10_000;

    /// <summary>Signatures of what runs or of what is known under another name.</summary>
    private static readonly (byte[] Magic, string What)[] Known =
    [
        ([(byte)'M', (byte)'Z'], "chương trình Windows (.exe, .dll)"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "chương trình Linux"),
        ([0xCF, 0xFA, 0xED, 0xFE], "chương trình macOS"),
        ([0xCE, 0xFA, 0xED, 0xFE], "chương trình macOS"),
        ([0xCA, 0xFE, 0xBA, 0xBE], "chương trình Java hoặc macOS"),
        ("#!"u8.ToArray(), "tệp lệnh (script)"),
        ([0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], "lối tắt Windows (.lnk)"),
        ("<?php"u8.ToArray(), "tệp lệnh PHP"),
        ("@echo off"u8.ToArray(), "tệp lệnh (.bat)"),
    ];

    /// <summary>Inspects a file.</summary>
    /// <param name="written">Its name or path as given.</param>
    /// <param name="content">Its content; can be sought in, left at its beginning.</param>
    public static InspectedEvidence Inspect(string written, Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var name = EvidenceName.Clean(written);
        var type = EvidenceType.OfExtension(Path.GetExtension(name));
        var refusals = new List<Refusal>();
        var head = Head(content);
        if (Runs(head) is { } what)
        {
            refusals.Add(new Refusal("VD043", $"«{name}» là {what}; minh chứng không được là tệp chạy được", "xuất nội dung cần chứng minh ra PDF hoặc ảnh"));
        }
        else if (type is null)
        {
            refusals.Add(new Refusal("VD040", $"«{name}»: không nhận loại tệp này làm minh chứng", $"chuyển sang một trong các loại: {EvidenceType.List()}"));
        }
        else if (content.Length == 0)
        {
            refusals.Add(new Refusal("VD044", $"«{name}» là tệp trống", "kiểm tra lại tệp"));
        }
        else if (content.Length > type.Limit)
        {
            refusals.Add(new Refusal("VD041", $"«{name}» lớn {Mega(content.Length)} MB; {type.Title} không quá {type.Limit >> 20} MB", "quét ở độ phân giải thấp hơn, hoặc chia thành nhiều tệp"));
        }
        else if (Differs(type, head, content) is { } refusal)
        {
            refusals.Add(refusal(name));
        }

        content.Position = 0;
        return new InspectedEvidence(name, type, refusals);
    }

    private static byte[] Head(Stream content)
    {
        var head = new byte[HeadBytes];
        content.Position = 0;
        var read = content.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        return head[..read];
    }

    private static string? Runs(byte[] head)
    {
        var text = head.AsSpan(head.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0);
        foreach (var (magic, what) in Known)
        {
            if (text.StartsWith(magic))
            {
                return what;
            }
        }

        return null;
    }

    private static Func<string, Refusal>? Differs(EvidenceType type, byte[] head, Stream content) => type.Shape switch
    {
        ContentShape.Signature => head.AsSpan().StartsWith(type.Magic) ? null : Other(type, head),
        ContentShape.OfficePackage => Office(type, head, content),
        _ => IsText(content) ? null : name => new Refusal("VD042", $"«{name}» không phải văn bản UTF-8", "lưu lại với bảng mã UTF-8 (Notepad: Lưu dưới dạng, Mã hoá: UTF-8)"),
    };

    private static Func<string, Refusal> Other(EvidenceType type, byte[] head)
    {
        var seen = EvidenceType.All.FirstOrDefault(known => known.Shape is ContentShape.Signature && head.AsSpan().StartsWith(known.Magic))?.Title
            ?? (head.AsSpan().StartsWith("PK\x03\x04"u8) ? "tệp nén ZIP hoặc tệp Office" : head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? "tệp Office đời cũ (.doc, .xls)" : null);
        return name => new Refusal("VD042", $"«{name}» mang đuôi của {type.Title} nhưng nội dung {(seen is null ? "không phải" : $"là {seen}")}", "đặt lại đúng đuôi tệp, hoặc xuất lại tệp từ phần mềm gốc");
    }

    private static Func<string, Refusal>? Office(EvidenceType type, byte[] head, Stream content)
    {
        if (!head.AsSpan().StartsWith("PK\x03\x04"u8))
        {
            return Other(type, head);
        }

        try
        {
            // Only the list of entries is read: nothing is unpacked.
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var names = archive.Entries.Take(MostEntries + 1).Select(entry => entry.FullName).ToList();
            return names.Count > MostEntries || !names.Contains("[Content_Types].xml", StringComparer.Ordinal) || !names.Exists(name => name.StartsWith(type.MainPart, StringComparison.Ordinal))
                ? Other(type, head)
                : names.Exists(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                    ? name => new Refusal("VD043", $"«{name}» có macro; minh chứng không được là tệp chạy được", "lưu lại không kèm macro (.docx, .xlsx), hoặc xuất ra PDF")
                    : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException)
        {
            return name => new Refusal("VD042", $"«{name}» mang đuôi của {type.Title} nhưng tệp hỏng", "mở bằng phần mềm gốc rồi lưu lại");
        }
    }

    private static bool IsText(Stream content)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        try
        {
            var buffer = new char[4096];
            for (int read; (read = reader.Read(buffer)) > 0;)
            {
                if (buffer.AsSpan(0, read).ContainsAnyInRange('\0', '\u0008') || buffer.AsSpan(0, read).ContainsAnyInRange('\u000E', '\u001F'))
                {
                    return false;
                }
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string Mega(long bytes) => ((bytes + (1 << 20) - 1) >> 20).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
