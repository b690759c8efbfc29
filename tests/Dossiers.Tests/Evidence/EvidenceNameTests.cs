using EmrSec.Dossiers.Evidence;
using FsCheck;
using FsCheck.Fluent;

namespace EmrSec.Dossiers.Tests.Evidence;

/// <summary>Names of evidence: what every system can hold, Vietnamese letters intact.</summary>
public sealed class EvidenceNameTests
{
    [Theory]
    [InlineData("Quy chế bảo đảm ATTT.pdf", "Quy chế bảo đảm ATTT.pdf")]
    [InlineData("Đặng Thị Nguyệt – biên bản.pdf", "Đặng Thị Nguyệt – biên bản.pdf")]
    [InlineData("Quy che\u0302\u0301.pdf", "Quy chế.pdf")]
    [InlineData(@"C:\hồ sơ\quy chế.pdf", "quy chế.pdf")]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("a<b>c:d\"e|f?g*h.pdf", "a_b_c_d_e_f_g_h.pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("com1.bản sao.pdf", "_com1.bản sao.pdf")]
    [InlineData("LPT².pdf", "_LPT².pdf")]
    [InlineData("CONTRACT.pdf", "CONTRACT.pdf")]
    [InlineData("quy chế.pdf. . .", "quy chế.pdf")]
    [InlineData("  quy   chế .pdf", "quy chế.pdf")]
    [InlineData("hoá đơn\u202Efdp.exe.pdf", "hoá đơnfdp.exe.pdf")]
    [InlineData("a\u0000b\nc.pdf", "abc.pdf")]
    [InlineData(".pdf", "pdf")]
    [InlineData("", "minh-chung")]
    [InlineData("...", "minh-chung")]
    public void A_name_is_cleaned_and_kept(string written, string expected) => EvidenceName.Clean(written).ShouldBe(expected);

    [Fact]
    public void A_long_name_keeps_its_extension_and_whole_letters()
    {
        var name = EvidenceName.Clean(string.Concat(Enumerable.Repeat("đề án 😀 ", 60)) + ".pdf");
        System.Text.Encoding.UTF8.GetByteCount(name).ShouldBeLessThanOrEqualTo(240);
        name.ShouldEndWith(".pdf");
        name.ShouldStartWith("đề án 😀 ");
        name.ShouldNotContain('\uFFFD');
    }

    [Fact]
    public void Whatever_is_written_the_name_can_be_held_and_cleaning_it_again_changes_nothing()
    {
        var letters = Gen.Elements("aĐễ .\\/:*?\"<>|\u202E\u0301\u0000\uD83D😀CON-_1pdf".ToCharArray());
        Prop.ForAll(letters.ArrayOf().Select(all => new string(all)).ToArbitrary(), written =>
        {
            var name = EvidenceName.Clean(written);
            name.ShouldNotBeEmpty();
            name.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|', '\0']).ShouldBe(-1);
            (name[^1] is ' ' or '.').ShouldBeFalse();
            name.IsNormalized().ShouldBeTrue();
            EvidenceName.Clean(name).ShouldBe(name);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
