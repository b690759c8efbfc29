using EmrSec.Rules.Requirements;
using EmrSec.Rules.Transitions;
using EmrSec.Rules.Wording;

namespace EmrSec.Rules.Tests.Transitions;

/// <summary>Old figures against new ones, in numbers.</summary>
public class FigureChangeTests
{
    [Theory]
    [InlineData(ThresholdRule.AtLeast, 1, 3, "Thời gian lưu: ít nhất 1 tháng → ít nhất 3 tháng")]
    [InlineData(ThresholdRule.AtLeast, 3, 3, null)]
    [InlineData(ThresholdRule.AtLeast, 6, 3, null)]
    [InlineData(ThresholdRule.Every, 12, 6, "Thời gian lưu: 12 tháng một lần → 6 tháng một lần")]
    [InlineData(ThresholdRule.Every, 6, 12, null)]
    [InlineData(ThresholdRule.AtMost, 45, 30, "Thời gian lưu: không quá 45 tháng → không quá 30 tháng")]
    public void Only_what_asks_for_more_is_a_change(ThresholdRule rule, int before, int now, string? says)
    {
        var changes = FigureChange.Of(With(Figure(rule, 3, now)), 3, [With(Figure(rule, 2, before))], 2);

        changes.Select(TransitionWords.Say).ShouldBe(says is null ? [] : [says]);
        changes.ShouldAllBe(change => change.Before == before && change.Now == now);
    }

    [Fact]
    public void Of_several_old_figures_the_strictest_counts()
    {
        var old = new[] { 1, 6, 2 }.Select(value => With(Figure(ThresholdRule.AtLeast, 2, value)));

        FigureChange.Of(With(Figure(ThresholdRule.AtLeast, 3, 12)), 3, old, 2).ShouldHaveSingleItem().Before.ShouldBe(6);
    }

    [Fact]
    public void A_figure_that_the_old_law_does_not_set_is_new()
    {
        var requirement = With(Figure(ThresholdRule.AtLeast, 3, 3));

        foreach (var changes in new[] { FigureChange.Of(requirement, 3, [With()], 2), FigureChange.Of(requirement, 3, [requirement], 2), FigureChange.Of(requirement, 3, [requirement], null) })
        {
            changes.ShouldHaveSingleItem().Before.ShouldBeNull();
            TransitionWords.Say(changes[0]).ShouldBe("Thời gian lưu: số mới, ít nhất 3 tháng");
        }

        FigureChange.Of(requirement, 2, [], 2).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Lưu nhật ký 3 tháng trên máy chủ tập trung", true)]
    [InlineData("3 tháng", true)]
    [InlineData("Lưu 13 tháng", false)]
    [InlineData("Lưu 1,3 tháng", false)]
    [InlineData("Lưu 13 tháng rồi 3 Tháng", true)]
    [InlineData("3 thángs", false)]
    [InlineData("Lưu đủ thời gian", false)]
    public void A_figure_is_named_word_for_word(string text, bool isNamed) =>
        Figure(ThresholdRule.AtLeast, 3, 3).IsNamedIn(text, 3).ShouldBe(isNamed);

    [Fact]
    public void Bare_pieces_are_never_named() =>
        (Figure(ThresholdRule.AtLeast, 3, 3) with { Unit = ThresholdUnit.Item }).IsNamedIn("3 bản", 3).ShouldBeFalse();

    private static Threshold Figure(ThresholdRule rule, int level, int value) =>
        new("retention", "Thời gian lưu", rule, ThresholdUnit.Month, RequirementForce.Mandatory, new Dictionary<int, int> { [level] = value });

    private static Requirement With(params Threshold[] thresholds) => new()
    {
        Id = "x",
        Group = BuiltInRules.Packs.Requirements[0].Groups[0],
        Kind = RequirementKind.Process,
        Title = "Thử",
        Levels = [],
        Thresholds = thresholds,
    };
}
