using System.Globalization;
using EmrSec.Rules.Completeness;
using FsCheck;
using FsCheck.Fluent;

namespace EmrSec.Rules.Tests.Completeness;

public class AddressRangeTests
{
    [Theory]
    [InlineData("10.27.0.0/22", "169541632", "169542655", true)]
    [InlineData("10.0.0.5", "167772165", "167772165", true)]
    [InlineData("10.0.0.5-10.0.0.9", "167772165", "167772169", true)]
    [InlineData("10.0.0.5 – 10.0.0.9", "167772165", "167772169", true)]
    [InlineData("10.0.0.5 đến 10.0.0.9", "167772165", "167772169", true)]
    [InlineData("0.0.0.0/0", "0", "4294967295", false)]
    [InlineData("203.0.113.8/29", "3405803784", "3405803791", false)]
    [InlineData("172.16.0.0/11", "2886729728", "2888826879", false, "«172.16.0.0/11»")]
    [InlineData("fd00::/126", "336294682933583715844663186250927177728", "336294682933583715844663186250927177731", true)]
    [InlineData("2001:db8::1", "42540766411282592856903984951653826561", "42540766411282592856903984951653826561", false)]
    public void A_range_is_read(string written, string first, string last, bool isPrivate, string? wrong = null)
    {
        var problems = new List<string>();
        var ranges = AddressRange.ReadAll(written, problems);
        if (wrong is not null)
        {
            problems.ShouldHaveSingleItem().ShouldStartWith(wrong);
            problems[0].ShouldContain("172.0.0.0/11");
            return;
        }

        problems.ShouldBeEmpty();
        var range = ranges.ShouldHaveSingleItem();
        (range.First, range.Last).ShouldBe((UInt128.Parse(first, CultureInfo.InvariantCulture), UInt128.Parse(last, CultureInfo.InvariantCulture)));
        range.IsPrivate.ShouldBe(isPrivate);
    }

    [Theory]
    [InlineData("10.0.0")]
    [InlineData("10.1")]
    [InlineData("010.0.0.1")]
    [InlineData("0x0a.0.0.1")]
    [InlineData("10.0.0.256")]
    [InlineData("10.0.0.1/33")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/08")]
    [InlineData("10.0.0.0/+8")]
    [InlineData("10.0.0.0/8/8")]
    [InlineData("10.0.0.5/24")]
    [InlineData("10.0.0.9-10.0.0.5")]
    [InlineData("10.0.0.1-")]
    [InlineData("10.0.0.1-::1")]
    [InlineData("10.0.0.1-10.0.0.5/30")]
    [InlineData("10.0.0.1,")]
    [InlineData("fe80::1%eth0")]
    [InlineData("[::1]")]
    [InlineData("::/129")]
    [InlineData("LAN")]
    [InlineData("")]
    [InlineData("10.0.0.0/24 10.0.1.0/24")]
    public void What_is_no_range_is_said(string written)
    {
        var problems = new List<string>();
        AddressRange.ReadAll(written, problems);
        problems.ShouldHaveSingleItem().ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void A_list_is_read_whole_and_each_wrong_part_is_said()
    {
        var problems = new List<string>();
        var ranges = AddressRange.ReadAll("10.0.0.0/24, x; fd00::/8, 10.0.0.300", problems);
        ranges.Select(range => range.Written).ShouldBe(["10.0.0.0/24", "fd00::/8"]);
        problems.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("10.0.0.0/24", "10.0.0.255", true)]
    [InlineData("10.0.0.0/24", "10.0.1.0/24", false)]
    [InlineData("10.0.0.0-10.0.0.9", "10.0.0.9-10.0.0.20", true)]
    [InlineData("10.0.0.0/8", "10.1.2.0/28", true)]
    [InlineData("0.0.0.0/0", "::/0", false)]
    public void Ranges_overlap_or_not(string one, string other, bool overlap)
    {
        Range(one).Overlaps(Range(other)).ShouldBe(overlap);
        Range(other).Overlaps(Range(one)).ShouldBe(overlap);
    }

    [Fact]
    public void Whatever_is_written_is_read_or_refused() =>
        Prop.ForAll(Gen.Elements("10", ".", "0", "/", "-", "–", ":", "::", "fd00", "24", "255", "đến", " ", ",", ";", "%", "x", "１").ListOf(8).ToArbitrary(), parts =>
        {
            var problems = new List<string>();
            var ranges = AddressRange.ReadAll(string.Concat(parts), problems);
            (ranges.Count + problems.Count).ShouldBe(string.Concat(parts).Split(',', ';').Length);
            ranges.ShouldAllBe(range => range.First <= range.Last);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static AddressRange Range(string written) => AddressRange.ReadAll(written, []).ShouldHaveSingleItem();
}
