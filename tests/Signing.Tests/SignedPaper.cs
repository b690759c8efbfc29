using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf;
using EmrSec.Reports.Tests.Papers;

namespace EmrSec.Signing.Tests;

/// <summary>Papers made by our own writer, and signed in turn by the three people who sign a level dossier.</summary>
internal static class SignedPaper
{
    /// <summary>The fields of <see cref="ThreeSigners"/> in the order in which they are signed.</summary>
    public static readonly string[] Fields = ["co-so", "tham-dinh", "phe-duyet"];

    private static readonly Lazy<byte[]> Made = new(() => Sign(Write(ThreeSigners()), certify: true));

    /// <summary>The paper of three signers, signed by all, the first certifying, each with handwriting and seal.</summary>
    public static byte[] Three => Made.Value;

    public static byte[] Write(Document document)
    {
        using var stream = new MemoryStream();
        var result = PdfWriter.Write(document, stream);
        result.Diagnostics.ShouldBeEmpty();
        return stream.ToArray();
    }

    /// <summary>A paper with the fields of the facility's head, the appraiser and the approver.</summary>
    public static Document ThreeSigners()
    {
        var paper = SamplePapers.Letter();
        var signers = new SignatureBlock(
            [
                new Signer(["Giám đốc bệnh viện"], "Nguyễn Văn Mẫu", Fields[0]),
                new Signer(["Đơn vị thẩm định"], "Trần Thị Thử", Fields[1]),
                new Signer(["Chủ quản hệ thống thông tin"], "Lê Thí Dụ", Fields[2]),
            ],
            ["Như trên", "Lưu: VT"]);
        var section = paper.Sections[0];
        return paper with { Sections = [section with { Blocks = [.. section.Blocks.Where(block => block is not SignatureBlock), signers] }] };
    }

    private static byte[] Sign(byte[] pdf, bool certify)
    {
        var look = new SignatureAppearance { Handwriting = TestPicture.Handwriting, Seal = TestPicture.Seal };
        var once = Signing.Sign(pdf, TestAuthority.Head, Fields[0], certify, options => options with { Appearance = look });
        var twice = Signing.Sign(once, TestAuthority.Appraiser, Fields[1], more: options => options with { Appearance = look with { Seal = null } });
        return Signing.Sign(twice, TestAuthority.Approver, Fields[2], more: options => options with { Appearance = look });
    }
}
