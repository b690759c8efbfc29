using EmrSec.Reports.Documents;
using EmrSec.Reports.Signing;
using EmrSec.Reports.Signing.Reading;
using EmrSec.Reports.Tests.Papers;

namespace EmrSec.Signing.Tests;

/// <summary>The papers that this project writes, signed: by our verifier's word and by other people's.</summary>
public class PaperTests
{
    private static readonly SignatureAppearance Look = new() { Handwriting = TestPicture.Handwriting, Seal = TestPicture.Seal };

    public static TheoryData<string> Papers => [.. SamplePapers.All.Keys, "three-signers", "annex"];

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_paper_is_signed_in_all_its_fields_and_everybody_agrees(string name)
    {
        var (unsigned, signed, signers) = SignAll(name);
        signed.AsSpan(0, unsigned.Length).SequenceEqual(unsigned).ShouldBeTrue();
        Verifying.ShouldPass(signed, signers.Count);
        using var folder = new TestFolder();
        OutsideOpinions.ShouldAllAgree(folder, signed, signers.Count);
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void A_signed_paper_still_is_PDF_A(string name)
    {
        var (unsigned, signed, _) = SignAll(name);
        ArchivalChecks.ShouldConform(signed);
        ArchivalChecks.ShouldKeepMetadataAndOutputIntent(unsigned, signed);
        using var folder = new TestFolder();
        var before = OutsideOpinions.Preflight(folder.Write("before.pdf", unsigned));

        // PDFBox knows PDF/A-1, which forbids soft masks; PDF/A-2 permits them (ISO 19005-2, 6.2.8, 6.2.10).
        var added = OutsideOpinions.Preflight(folder.Write("after.pdf", signed)).Except(before).Where(line => !line.StartsWith("2.2.2 : Invalid graphics transparency, Soft Mask must be null", StringComparison.Ordinal));
        added.ShouldBeEmpty();
    }

    [Fact]
    public void The_seal_covers_a_third_of_the_handwriting_and_both_are_drawn()
    {
        using var folder = new TestFolder();
        var file = folder.Write("signed.pdf", SignedPaper.Three);
        OutsideTools.Run("pdftoppm", "poppler-utils", "-r", "72", "-singlefile", file, folder.File("page")).Exit.ShouldBe(0);
        var (blue, red, both) = DrawnPage.Extents(folder.File("page.ppm"));
        blue.ShouldBeGreaterThan(300);
        red.ShouldBeGreaterThan(300);
        both.ShouldBeInRange(0.25, 0.45);
    }

    [Fact]
    public void Levels_up_to_B_LTA_on_a_paper_are_agreed_on()
    {
        var paper = SignedPaper.Write(SignedPaper.ThreeSigners());
        SigningOptions Raise(SigningOptions options) => options with
        {
            Level = SignatureLevel.Archival,
            TimeStamps = new TestTimeStamps(TestAuthority.TimeStamper, TestAuthority.Now),
            Revocation = new TestRevocation(TestAuthority.Now.AddHours(-1)),
            Trust = Verifying.Options.Trust,
            Appearance = Look,
        };
        var signed = Signing.Sign(paper, TestAuthority.Head, SignedPaper.Fields[0], certify: true, Raise);
        signed = Signing.Sign(signed, TestAuthority.Appraiser, SignedPaper.Fields[1], more: Raise);
        signed = Signing.Sign(signed, TestAuthority.Approver, SignedPaper.Fields[2], more: Raise);
        Verifying.ShouldPass(signed, 3);
        using var folder = new TestFolder();
        var file = folder.Write("signed.pdf", signed);

        // poppler 22.12 does not check document time stamps.
        OutsideOpinions.PdfSigValid(file).ShouldBe(3);
        OutsideOpinions.OpenSsl(folder, signed).ShouldBe([0, 0, 0]);
        Qpdf.Check(file).ShouldBe(0);
        ArchivalChecks.ShouldConform(signed);
    }

    private static (byte[] Unsigned, byte[] Signed, IReadOnlyList<string> Fields) SignAll(string name)
    {
        var unsigned = SignedPaper.Write(name switch
        {
            "three-signers" => SignedPaper.ThreeSigners(),
            "annex" => SamplePapers.Of(new Paragraph("Phụ lục ký số: hình ký ở đầu trang.")),
            _ => SamplePapers.All[name],
        });
        using var source = ByteSource.Of(unsigned);
        var fields = FormFields.Read(PdfDocument.Open(source)).Select(field => field.Name).ToList();
        if (fields.Count == 0)
        {
            // An attachment's signature stands at the top right of its first page.
            var place = new NewField(1, new PageArea(400, 770, 140, 45));
            return (unsigned, Signing.Sign(unsigned, TestAuthority.Head, certify: true, more: options => options with { NewField = place, Appearance = Look }), ["Signature1"]);
        }

        var people = new[] { TestAuthority.Head, TestAuthority.Appraiser, TestAuthority.Approver };
        var signed = unsigned;
        for (var i = 0; i < fields.Count; i++)
        {
            signed = Signing.Sign(signed, people[i % 3], fields[i], certify: i == 0, options => options with { Appearance = Look });
        }

        return (unsigned, signed, fields);
    }
}
