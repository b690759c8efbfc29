using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Conditions;

/// <summary>Says a condition in Vietnamese words.</summary>
public static class ConditionText
{
    /// <summary>What one comparison asks for, such as «Số người sử dụng từ 10.000 người trở lên».</summary>
    /// <param name="condition">The comparison.</param>
    public static string Describe(FactCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return $"{condition.Fact.Label}: {Needs(condition)}";
    }

    /// <summary>What one comparison asks of its fact, without the fact's name.</summary>
    /// <param name="condition">The comparison.</param>
    /// <param name="negated">Say its opposite.</param>
    public static string Needs(FactCondition condition, bool negated = false)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var fact = condition.Fact;
        return (condition.Operator, negated) switch
        {
            (FactOperator.In, false) or (FactOperator.NotIn, true) => Values(condition, " hoặc "),
            (FactOperator.In, true) or (FactOperator.NotIn, false) => $"không phải {Values(condition, ", ")}",
            (FactOperator.AnyOf, false) or (FactOperator.NoneOf, true) => $"có {Values(condition, " hoặc ")}",
            (FactOperator.NoneOf, false) or (FactOperator.AnyOf, true) => $"không có {Values(condition, ", ")}",
            (FactOperator.AllOf, false) => $"{(IsSingle(condition) ? "có" : "có đủ")} {Values(condition, ", ")}",
            (FactOperator.AllOf, true) => $"{(IsSingle(condition) ? "không có" : "không có đủ")} {Values(condition, ", ")}",
            (FactOperator.OnlyOf, false) => $"chỉ có {Values(condition, ", ")}",
            (FactOperator.OnlyOf, true) => $"không chỉ có {Values(condition, ", ")}",
            (FactOperator.Empty, false) or (FactOperator.NotEmpty, true) => "không có mục nào",
            (FactOperator.NotEmpty, false) or (FactOperator.Empty, true) => "có ít nhất một mục",
            (FactOperator.IsNone, false) or (FactOperator.IsSome, true) => fact.NoneLabel,
            (FactOperator.IsSome, false) or (FactOperator.IsNone, true) => fact.Type == FactType.Date ? "đã thực hiện" : "có",
            (_, false) => Range(condition),
            (_, true) => $"không ({Range(condition)})",
        };
    }

    /// <summary>A whole condition as indented lines.</summary>
    /// <param name="condition">The condition.</param>
    public static IEnumerable<string> Lines(Condition condition) => Lines(condition, 0);

    private static IEnumerable<string> Lines(Condition condition, int depth)
    {
        var indent = new string(' ', depth * 2);
        return condition switch
        {
            AlwaysCondition => [indent + "luôn đúng"],
            FactCondition fact => [indent + Describe(fact)],
            AllCondition all => Group(indent, "tất cả các điều sau:", all.Items, depth),
            AnyCondition any => Group(indent, "ít nhất một trong các điều sau:", any.Items, depth),
            NotCondition { Inner: FactCondition inner } => [$"{indent}{inner.Fact.Label}: {Needs(inner, negated: true)}"],
            NotCondition not => Group(indent, "không phải:", [not.Inner], depth),
            ComponentCondition { Every: true } every => Group(indent, "mọi hệ thống thành phần:", [every.Inner], depth),
            ComponentCondition component => Group(indent, "có hệ thống thành phần mà:", [component.Inner], depth),
            MeetsCondition { Criteria: [var only] } => [$"{indent}đạt tiêu chí {only.Id} ({only.Citation})"],
            MeetsCondition meets => meets.Criteria.Select(criterion => $"{indent}  {criterion.Id} ({criterion.Citation})").Prepend($"{indent}đạt ít nhất một trong các tiêu chí:"),
            _ => throw new InvalidOperationException("unknown kind of condition"),
        };
    }

    private static IEnumerable<string> Group(string indent, string head, IReadOnlyList<Condition> items, int depth) =>
        items.SelectMany(item => Lines(item, depth + 1)).Prepend(indent + head);

    private static bool IsSingle(FactCondition condition) => long.IsPow2(condition.Items);

    private static string Values(FactCondition condition, string separator)
    {
        var fact = condition.Fact;
        var values = fact.Type == FactType.Boolean
            ? Enumerable.Range(0, 2).Where(i => (condition.Items >> i & 1) != 0).Select(i => i == 1 ? "có" : "không")
            : FactText.Items(fact, condition.Items).Select(option => option.Label);
        return string.Join(separator, values);
    }

    private static string Range(FactCondition condition)
    {
        var fact = condition.Fact;
        string Say(long value) => FactText.Describe(fact, fact.Type == FactType.Date ? FactValue.Of(DateOnly.FromDayNumber((int)value)) : FactValue.Of(value));
        var date = fact.Type == FactType.Date;
        return (condition.Low, condition.High) switch
        {
            (FactCondition.Lowest, FactCondition.Highest) => "bất kỳ",
            (FactCondition.Lowest, var high) => date ? $"chậm nhất ngày {Say(high)}" : $"dưới {Say(high + 1)}",
            (var low, FactCondition.Highest) => date ? $"từ ngày {Say(low)}" : $"từ {Say(low)} trở lên",
            var (low, high) when low == high => date ? $"đúng ngày {Say(low)}" : $"đúng {Say(low)}",
            var (low, high) => $"từ {Say(low)} đến {Say(high)}",
        };
    }
}
