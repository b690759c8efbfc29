using System.IO.Compression;
using System.Text;
using EmrSec.Dossiers.Evidence;

namespace EmrSec.Dossiers.Tests.Evidence;

/// <summary>A file is taken for what its content is, whatever its name says.</summary>
public sealed class EvidenceInspectorTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n%âãÏÓ\n");
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10];

    public static TheoryData<string, byte[], string> Good => new()
    {
        { "quy chế.pdf", Pdf, "application/pdf" },
        { "ảnh.PNG", Png, "image/png" },
        { "ảnh.jpg", Jpeg, "image/jpeg" },
        { "ảnh.jpeg", Jpeg, "image/jpeg" },
        { "biên bản.docx", Zip("[Content_Types].xml", "word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { "danh sách.xlsx", Zip("[Content_Types].xml", "xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
        { "ghi chú.txt", Encoding.UTF8.GetBytes("\uFEFFĐã tập huấn\r\n"), "text/plain" },
        { "máy chủ.csv", Encoding.UTF8.GetBytes("tên,địa chỉ\nSV-01,10.0.0.1\n"), "text/csv" },
    };

    public static TheoryData<string, byte[], string> Bad => new()
    {
        { "quy chế.pdf", Png, "VD042" },
        { "quy chế.pdf", Encoding.ASCII.GetBytes("MZ\u0090\0"), "VD043" },
        { "quy chế.pdf", [0x7F, 0x45, 0x4C, 0x46, 2], "VD043" },
        { "lệnh.txt", Encoding.ASCII.GetBytes("#!/bin/sh\nrm -rf /\n"), "VD043" },
        { "lệnh.txt", Encoding.UTF8.GetBytes("\uFEFF#!/bin/sh\n"), "VD043" },
        { "trang.html", Encoding.ASCII.GetBytes("<html>"), "VD040" },
        { "chạy.exe", Pdf, "VD040" },
        { "hợp đồng.pdf.js", Encoding.ASCII.GetBytes("alert(1)"), "VD040" },
        { "không đuôi", Pdf, "VD040" },
        { "trống.pdf", [], "VD044" },
        { "nén.docx", Zip("a.txt"), "VD042" },
        { "bảng.docx", Zip("[Content_Types].xml", "xl/workbook.xml"), "VD042" },
        { "macro.xlsx", Zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), "VD043" },
        { "hỏng.docx", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3], "VD042" },
        { "đời cũ.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "VD042" },
        { "nhị phân.txt", [0x41, 0x00, 0x42], "VD042" },
        { "bảng mã cũ.csv", [0x54, 0xEA, 0x6E, 0x0A], "VD042" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void What_it_says_it_is(string name, byte[] content, string mediaType)
    {
        using var stream = new MemoryStream(content);
        var seen = EvidenceInspector.Inspect(name, stream);
        seen.Refusals.ShouldBeEmpty();
        seen.Type!.MediaType.ShouldBe(mediaType);
        seen.Name.ShouldBe(name);
        stream.Position.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_it_is_not(string name, byte[] content, string code)
    {
        using var stream = new MemoryStream(content);
        EvidenceInspector.Inspect(name, stream).Refusals.Select(refusal => refusal.Code).ShouldBe([code]);
    }

    [Fact]
    public void What_is_too_large_is_refused_by_its_size_and_not_read()
    {
        using var folder = new TemporaryFolder();
        using var file = new FileStream(folder.File("lớn.txt"), FileMode.Create, FileAccess.ReadWrite);
        file.SetLength((8L << 20) + 1);
        EvidenceInspector.Inspect("lớn.txt", file).Refusals.Single().Message.ShouldContain("lớn 9 MB; văn bản thuần không quá 8 MB");
    }

    [Fact]
    public void Days_declared_are_possible()
    {
        var today = new DateOnly(2026, 11, 20);
        EvidenceDates.Check(null, null, today).ShouldBeEmpty();
        EvidenceDates.Check(today, today, today).ShouldBeEmpty();
        EvidenceDates.Check(today.AddDays(1), null, today).Single().Code.ShouldBe("VD045");
        EvidenceDates.Check(today, today.AddDays(-1), today).Single().Code.ShouldBe("VD045");
    }

    private static byte[] Zip(params string[] names)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write("x"u8);
            }
        }

        return stream.ToArray();
    }
}
