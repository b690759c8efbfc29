using System.Text.Json;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Reports.Tests.Papers;

namespace EmrSec.Reports.Tests.Pdf;

/// <summary>Fields to be signed: empty, named, where the decree wants the signatures.</summary>
public sealed class SignatureFieldTests
{
    private const double PerMillimetre = 72 / 25.4;

    [Fact]
    public void Fields_are_empty_named_and_in_the_structure()
    {
        using var written = new Written(SamplePapers.All["letter"]);
        var pdf = new ParsedPdf(written.Path);
        var form = pdf.Get(pdf.Catalog, "/AcroForm");
        var fields = Fields(pdf);

        form.GetProperty("/SigFlags").GetInt32().ShouldBe(1);
        fields.Keys.ShouldBe(["giam-doc", "co-quan"]);
        fields.Values.ShouldAllBe(field => field.GetProperty("/FT").GetString() == "/Sig");
        fields.Values.Count(field => field.TryGetProperty("/V", out var _)).ShouldBe(0);
        pdf.Text(fields["giam-doc"], "/TU").ShouldBe("Chữ ký của Nguyễn Thị Hương Quỳnh");
        pdf.Text(fields["co-quan"], "/TU").ShouldBe("Chữ ký số của cơ quan, tổ chức");
        ReadElement.Read(written.Path).Of("Form").Count().ShouldBe(2);
        foreach (var field in fields.Values)
        {
            var box = pdf.Get(pdf.Get(field, "/AP"), "/N").GetProperty("/BBox").EnumerateArray().Select(side => side.GetDouble()).ToArray();
            var (left, bottom, right, top) = Rectangle(field);
            box.ShouldBe([0, 0, right - left, top - bottom], 0.002);
        }
    }

    // Phần II, mục 7, 8: the signature between title and name; the seal over about a third of it, on its left.
    [Fact]
    public void The_signers_field_stands_between_title_and_name_and_the_seal_covers_its_left_third()
    {
        using var written = new Written(SamplePapers.All["letter"]);
        var pdf = new ParsedPdf(written.Path);
        var words = SeenWord.Read(written.Path);
        var title = SeenWord.Find(words, "PHÓ GIÁM ĐỐC");
        var name = SeenWord.Find(words, "Nguyễn Thị Hương Quỳnh");

        var (left, top, right, bottom) = InMillimetres(Fields(pdf)["giam-doc"]);
        var seal = InMillimetres(Fields(pdf)["co-quan"]);

        top.ShouldBeGreaterThan(title.Bottom - 0.5);
        bottom.ShouldBeLessThan(name.Top + 0.5);
        ((left + right) / 2).ShouldBe((name.Left + name.Right) / 2, 0.3);
        ((seal.Right - left) / (right - left)).ShouldBe(1 / 3.0, 0.01);
        (seal.Right - seal.Left).ShouldBe(36, 0.1);
        ((seal.Top + seal.Bottom) / 2).ShouldBe((top + bottom) / 2, 0.1);
    }

    [Fact]
    public void Two_signers_have_fields_side_by_side()
    {
        using var written = new Written(SamplePapers.All["minutes"]);
        var pdf = new ParsedPdf(written.Path);
        var words = SeenWord.Read(written.Path);

        var first = InMillimetres(Fields(pdf)["benh-vien"]);
        var second = InMillimetres(Fields(pdf)["so-y-te"]);

        first.Top.ShouldBe(second.Top, 0.1);
        first.Right.ShouldBeLessThan(second.Left);
        ((first.Left + first.Right) / 2).ShouldBe((SeenWord.Find(words, "Trần Đức Thắng").Left + SeenWord.Find(words, "Trần Đức Thắng").Right) / 2, 0.3);
    }

    // Phần II, mục 8: on an attached document text alone, size 10, at the top right of page 1.
    [Fact]
    public void An_attached_document_is_marked_at_the_top_right_of_page_1()
    {
        var mark = new AttachmentMark("05/QĐ-BVĐK", new DateTimeOffset(2025, 11, 5, 14, 3, 9, TimeSpan.FromHours(7)), "kem-theo");
        using var written = new Written(SamplePapers.All["report"] with { Attachment = mark });
        var pdf = new ParsedPdf(written.Path);
        var words = SeenWord.Read(written.Path);

        var number = SeenWord.Find(words, "Số: 05/QĐ-BVĐK");
        var time = SeenWord.Find(words, "05/11/2025; 14:03:09; +07:00");
        var field = InMillimetres(Fields(pdf)["kem-theo"]);

        new[] { number.Page, time.Page }.ShouldAllBe(page => page == 1);
        number.Right.ShouldBe(190, 0.3);
        time.Right.ShouldBe(190, 0.3);
        time.Bottom.ShouldBeLessThan(20);
        ((number.Bottom - number.Top) * PerMillimetre).ShouldBe(10 * 1.107, 0.2);
        field.Right.ShouldBe(190, 0.1);
        field.Left.ShouldBeLessThan(time.Left);
        field.Top.ShouldBeLessThan(number.Top + 0.5);
        field.Bottom.ShouldBeGreaterThan(time.Bottom - 0.5);
        ReadElement.Read(written.Path).Of("Document").Single().Kids[0].Text.ShouldStartWith("Số: 05/QĐ-BVĐK");
        Tool.Preflight(written.Path).Skip(1).ShouldAllBe(line => line.Contains("CIDSet", StringComparison.Ordinal) || line.StartsWith("7.11.2", StringComparison.Ordinal));
    }

    private static Dictionary<string, JsonElement> Fields(ParsedPdf pdf) =>
        pdf.Get(pdf.Get(pdf.Catalog, "/AcroForm"), "/Fields").EnumerateArray().Select(pdf.Resolve).ToDictionary(field => pdf.Text(field, "/T")!);

    private static (double Left, double Bottom, double Right, double Top) Rectangle(JsonElement field)
    {
        var sides = field.GetProperty("/Rect").EnumerateArray().Select(side => side.GetDouble()).ToArray();
        return (sides[0], sides[1], sides[2], sides[3]);
    }

    // From the top left corner of an upright page.
    private static (double Left, double Top, double Right, double Bottom) InMillimetres(JsonElement field)
    {
        var (left, bottom, right, top) = Rectangle(field);
        return (left / PerMillimetre, 297 - (top / PerMillimetre), right / PerMillimetre, 297 - (bottom / PerMillimetre));
    }
}
