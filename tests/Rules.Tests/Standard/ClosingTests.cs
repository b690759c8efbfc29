using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Tests.Standard;

/// <summary>What would close a gap on TCVN 14423:2026: one sentence for each requirement, and no figure in it that the catalogue does not have.</summary>
public partial class ClosingTests
{
    private const int Shortest = 40;
    private const int Longest = 260;

    private static Requirement[] All { get; } = Catalogue();

    [Fact]
    public void Every_requirement_says_what_to_check_what_proves_it_and_what_would_close_the_gap()
    {
        All.Length.ShouldBe(309);
        All.Where(each => each.Guidance is not { Check.Length: > 0, Evidence.Count: > 0, Close.Length: > 0 }).Select(each => each.Id).ShouldBeEmpty();
    }

    [Fact]
    public void No_sentence_serves_two_requirements() => All.Select(each => each.Guidance!.Close).ShouldBeUnique();

    [Fact]
    public void Each_is_one_sentence_of_a_size_to_be_read()
    {
        All.Where(each => !IsOneSentence(each.Guidance!.Close!)).Select(each => each.Id).ShouldBeEmpty();
        All.Where(each => each.Guidance!.Close!.Length is < Shortest or > Longest).Select(each => each.Id).ShouldBeEmpty();
        All.Where(each => !each.Guidance!.Close!.IsNormalized(NormalizationForm.FormC)).Select(each => each.Id).ShouldBeEmpty();
    }

    [Fact]
    public void A_figure_with_a_unit_is_one_of_the_requirements_own() => All.SelectMany(StrayFigures).ShouldBeEmpty();

    [Fact]
    public void A_figure_said_of_levels_is_the_figure_of_those_levels() => All.SelectMany(WrongLevels).ShouldBeEmpty();

    [Fact]
    public void Who_tells_the_period_of_one_level_tells_that_of_every_level() => All.Where(LeavesALevelOut).Select(each => each.Id).ShouldBeEmpty();

    [Fact]
    public void No_level_is_named_that_does_not_have_the_requirement() =>
        All.SelectMany(each => LevelsNamed(each.Guidance!.Close!).Where(level => each.At(level) is null).Select(level => $"{each.Id}: {level}")).ShouldBeEmpty();

    // The checks above would pass on anything if they recognised nothing.
    [Theory]
    [InlineData("Lưu ít nhất 4 tháng rồi ghi biên bản.", "tcvn.log.retention", 1, 0)]
    [InlineData("Lưu 6 tháng ở cấp độ 3–4, 12 tháng ở cấp độ 5.", "tcvn.log.retention", 0, 1)]
    [InlineData("Lưu 3 tháng ở cấp độ 3, 6 tháng ở cấp độ 4.", "tcvn.log.retention", 0, 0)]
    [InlineData("Lưu 3 ngày rồi xóa.", "tcvn.log.retention", 1, 0)]
    [InlineData("Giữ 3 bản trên 2 loại phương tiện, 5 bản ở nơi khác.", "tcvn.bak.rule-321", 1, 0)]
    [InlineData("Trực 24 giờ mỗi ngày, 7 ngày mỗi tuần.", "tcvn.mon.around-the-clock", 0, 0)]
    public void Wrong_figures_are_recognised(string close, string id, int stray, int wrongLevels)
    {
        var requirement = All.Single(each => each.Id == id);
        var rewritten = requirement with { Guidance = requirement.Guidance! with { Close = close } };

        StrayFigures(rewritten).Count().ShouldBe(stray);
        WrongLevels(rewritten).Count().ShouldBe(wrongLevels);
    }

    private static Requirement[] Catalogue()
    {
        var catalogue = BuiltInRules.Packs.Requirements.Single(each => each.Header.Id == "nd331-2026-tcvn");
        return [.. catalogue.Requirements, .. catalogue.Uncounted];
    }

    private static bool IsOneSentence(string text) =>
        text.EndsWith('.') && text.Trim() == text && char.IsUpper(text[0]) && !text.Contains(". ", StringComparison.Ordinal) && !text.Contains("  ", StringComparison.Ordinal);

    private static IEnumerable<string> StrayFigures(Requirement requirement) =>
        Figure().Matches(requirement.Guidance!.Close!)
            .Where(figure => !requirement.Thresholds.Any(threshold => IsOf(threshold, figure) && threshold.Values.Values.Contains(Number(figure.Groups["figure"])))
                && !requirement.Levels.Any(at => at.Detail?.Contains(figure.Value, StringComparison.Ordinal) == true))
            .Select(figure => $"{requirement.Id}: {figure.Value}");

    private static IEnumerable<string> WrongLevels(Requirement requirement) =>
        from said in FigureOfLevels().Matches(requirement.Guidance!.Close!)
        where !LevelsOf(said).All(level => requirement.Thresholds.Any(threshold => IsOf(threshold, said) && threshold.At(level) == Number(said.Groups["figure"])))
        select $"{requirement.Id}: {said.Value}";

    private static bool LeavesALevelOut(Requirement requirement)
    {
        var said = FigureOfLevels().Matches(requirement.Guidance!.Close!).SelectMany(LevelsOf).ToHashSet();
        return said.Count > 0 && requirement.Thresholds.Any(threshold => threshold.Unit == ThresholdUnit.Month && threshold.Values.Keys.Any(level => !said.Contains(level)));
    }

    private static IEnumerable<int> LevelsNamed(string text) => Levels().Matches(text).SelectMany(LevelsOf);

    private static IEnumerable<int> LevelsOf(Match match)
    {
        var first = Number(match.Groups["first"]);
        var last = match.Groups["last"].Success ? Number(match.Groups["last"]) : first;
        return Enumerable.Range(first, last - first + 1);
    }

    private static bool IsOf(Threshold threshold, Match figure) => threshold.Unit == (figure.Groups["unit"].Value switch
    {
        "phút" => ThresholdUnit.Minute,
        "giờ" => ThresholdUnit.Hour,
        "ngày" => ThresholdUnit.Day,
        "tháng" => ThresholdUnit.Month,
        "km" => ThresholdUnit.Kilometre,
        "lần" => ThresholdUnit.Time,
        "ký tự" => ThresholdUnit.Character,
        "tuần" or "quý" or "năm" => (ThresholdUnit?)null,
        _ => ThresholdUnit.Item,
    });

    private static int Number(Capture digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    private const string FigurePattern = @"(?<![\w.,–-])(?<figure>\d+) (?<unit>phút|giờ|ngày|tuần|tháng|quý|năm|km|lần|ký tự|lớp|loại|bản|kết nối|mức|nguồn|người|mật khẩu|hướng|yếu tố)(?!\w)";
    private const string LevelPattern = @"cấp độ (?<first>\d)(?:–(?<last>\d))?";

    [GeneratedRegex(FigurePattern, RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Figure();

    [GeneratedRegex(FigurePattern + " ở " + LevelPattern, RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FigureOfLevels();

    [GeneratedRegex(LevelPattern, RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Levels();
}
