using EmrSec.Reports.Signing;
using EmrSec.Reports.Signing.Reading;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Signing.Tests;

/// <summary>Attack 1 in full: whichever byte outside Contents is changed, the file fails.</summary>
public class FlipTests
{
    [Theory]
    [InlineData(0x01)]
    [InlineData(0x20)]
    [InlineData(0x80)]
    public void Every_byte_of_a_small_file(byte mask) => ShouldAllFail(Signing.Sign(TinyPdf.Make("head"), TestAuthority.Head, "head"), mask, step: 1);

    [Theory]
    [InlineData]
    [InlineData("--object-streams=generate")]
    [InlineData("--linearize")]
    public void Every_third_byte_of_a_file_of_three_signatures(params string[] form)
    {
        var once = Signing.Sign(Qpdf.Convert(TinyPdf.Make("head", "appraiser", "approver"), form), TestAuthority.Head, "head", certify: true);
        ShouldAllFail(Signing.Sign(Signing.Sign(once, TestAuthority.Appraiser, "appraiser"), TestAuthority.Approver, "approver"), 0x04, step: 3);
    }

    [Fact]
    public void Every_13th_byte_of_a_file_with_time_stamps()
    {
        var signed = Signing.Sign(TinyPdf.Make("head"), TestAuthority.Head, "head", more: options => options with
        {
            Level = SignatureLevel.Archival,
            TimeStamps = new TestTimeStamps(TestAuthority.TimeStamper, TestAuthority.Now),
            Revocation = new TestRevocation(TestAuthority.Now.AddHours(-1)),
            Trust = Verifying.Options.Trust,
        });
        ShouldAllFail(signed, 0x01, step: 13);
    }

    // 61 is prime to the lengths of rows and records, so that every kind of byte is met.
    [Fact]
    public void Every_61st_byte_of_a_signed_paper() => ShouldAllFail(SignedPaper.Three, 0x02, step: 61);

    private static void ShouldAllFail(byte[] signed, byte mask, int step)
    {
        Verifying.Verify(signed).Verdict.ShouldBe(Verdict.Passed);
        var gaps = Gaps(signed);
        var survivors = new List<string>();
        var flipped = 0;
        for (var i = 0; i < signed.Length; i += step)
        {
            if (gaps.Any(gap => i >= gap.Start && i < gap.End))
            {
                continue;
            }

            flipped++;
            var changed = (byte[])signed.Clone();
            changed[i] ^= mask;
            var verdict = Verifying.Verify(changed).Verdict;
            if (verdict.Indication != Indication.Failed)
            {
                survivors.Add($"byte {i} ({(char)signed[i]}): {verdict.Indication} {verdict.Problem} {verdict.Explanation}");
            }
        }

        survivors.ShouldBeEmpty();
        flipped.ShouldBeGreaterThan(500);
    }

    // What lies between the brackets of each Contents; the brackets themselves are part of the gap that is not hashed.
    private static List<(long Start, long End)> Gaps(byte[] signed)
    {
        using var source = ByteSource.Of(signed);
        var document = PdfDocument.Open(source);
        return [.. FormFields.Read(document).Select(field => document.Dictionary(field.Value)?["Contents"]).OfType<PdfString>().Select(contents => (contents.Offset, contents.End))];
    }
}
