using EmrSec.Rules.Bulk;
using EmrSec.Rules.Packs;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>What a deadline of an outcome is about, for those who follow many facilities up.</summary>
public enum DeadlineTopic
{
    /// <summary>An obligation of a directive or of a law's transition.</summary>
    Obligation,

    /// <summary>A periodic inspection (kiểm tra, đánh giá).</summary>
    Inspection,

    /// <summary>A yearly report.</summary>
    YearlyReport,

    /// <summary>Another periodic duty.</summary>
    Duty,
}

/// <summary>A rule that outcomes name by its mark.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What is to be done, in Vietnamese; for a law its number.</param>
/// <param name="Citation">Where the law says so.</param>
/// <param name="Topic">What it is about.</param>
public sealed record NamedRule(string Id, string Title, string Citation, DeadlineTopic Topic);

/// <summary>The names behind the marks of outcomes, under the law as loaded. Immutable.</summary>
public sealed class RuleNames
{
    private readonly Dictionary<uint, NamedRule> _rules = [];

    /// <summary>Names the rules of a law.</summary>
    /// <param name="packs">The law.</param>
    public RuleNames(RulePackSet packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        foreach (var regime in packs.Regimes)
        {
            Add(new NamedRule(regime.Header.Id, regime.Header.Document.Number, regime.Header.Document.Cite, DeadlineTopic.Obligation));
        }

        foreach (var obligation in packs.Directives.SelectMany(directive => directive.Obligations))
        {
            Add(new NamedRule(obligation.Id, obligation.Title, obligation.Citation.ToString(), DeadlineTopic.Obligation));
        }

        foreach (var duty in packs.Procedures.SelectMany(procedure => procedure.Duties))
        {
            var topic = duty.Yearly is not null ? DeadlineTopic.YearlyReport : duty.LastDone?.Id is "milestones.lastInspection" ? DeadlineTopic.Inspection : DeadlineTopic.Duty;
            Add(new NamedRule(duty.Id, duty.Title, duty.Citation.ToString(), topic));
        }
    }

    /// <summary>The rule with a mark; one that the law does not have any more is named by its mark.</summary>
    /// <param name="mark">The mark.</param>
    public NamedRule this[uint mark] => _rules.TryGetValue(mark, out var rule)
        ? rule
        : new NamedRule(string.Create(CultureInfo.InvariantCulture, $"#{mark:x8}"), "quy định không còn trong bộ luật đang dùng", "", DeadlineTopic.Obligation);

    // Two ids with one mark would be told as one: so rare that whoever writes the second id can choose another.
    private void Add(NamedRule rule)
    {
        if (!_rules.TryAdd(RuleMark.Of(rule.Id), rule) && !string.Equals(_rules[RuleMark.Of(rule.Id)].Id, rule.Id, StringComparison.Ordinal))
        {
            throw new ArgumentException($"the ids «{rule.Id}» and «{_rules[RuleMark.Of(rule.Id)].Id}» have the same mark", nameof(rule));
        }
    }
}
