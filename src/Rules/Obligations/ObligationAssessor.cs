using EmrSec.Rules.Conditions;
using EmrSec.Rules.Decisions;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;

namespace EmrSec.Rules.Obligations;

/// <summary>Tells where a facility stands on obligations at a day.</summary>
internal sealed class ObligationAssessor
{
    /// <summary>From this many days left on, a deadline is «sắp đến hạn».</summary>
    public const int SoonDays = 30;

    // Outcomes of the decision about an obligation; 0 = does not bind.
    private const int Binds = 1;
    private const int DoneLate = 2;
    private const int DoneInTime = 3;

    private readonly FactFrame _frame;
    private readonly FactSet _milestones;
    private readonly DateOnly _asOf;

    public ObligationAssessor(FactCatalogue catalogue, FactSet facility, FactSet milestones, DateOnly asOf)
    {
        _asOf = asOf;
        _milestones = milestones;
        _frame = FactFrame.Create(catalogue, facility, AsOf(milestones, asOf));
    }

    /// <summary>What had been done at a day: a later date had not happened yet.</summary>
    public static FactSet AsOf(FactSet milestones, DateOnly asOf)
    {
        var seen = milestones;
        foreach (var (fact, declared) in milestones.Unordered)
        {
            if (fact.Type == FactType.Date && !declared.Value.IsNone && declared.Value.Date > asOf)
            {
                seen = seen.With(fact, FactValue.None);
            }
        }

        return seen;
    }

    public ObligationResult Assess(Directive directive, Obligation obligation)
    {
        var decision = Decide(_frame, obligation, _asOf);
        var standing = Stand(obligation, decision);
        return new ObligationResult(new QuestionTarget(decision, _ => null))
        {
            Directive = directive,
            Obligation = obligation,
            Status = standing.Status,
            Days = standing.Days,
            DoneOn = standing.DoneOn,
            OnDeadlineDay = standing.OnDeadlineDay,
            Facts = standing.Facts,
            Missing = standing.Status == ObligationStatus.Unknown
                ? [.. QuestionPlanner.Order([new QuestionTarget(decision, _ => null)]).Select(question => question.Fact)]
                : [],
            Why = standing.Why,
            Notes = [.. obligation.Notes.Where(Holds).Select(note => note.Text)],
        };
    }

    /// <summary>What is decided about an obligation: 0 = it does not bind, 1 = it binds and is not done, above = done.</summary>
    public static Decision Decide(FactFrame frame, Obligation obligation, DateOnly asOf) => Decision.Make(frame, [Candidates(obligation)], asOf);

    private bool Holds(ObligationNote note) =>
        note.When is null || RuleWalker.Evaluate(RuleNormaliser.Normalise(note.When), _frame, 0) == Truth.True;

    private static List<Candidate> Candidates(Obligation obligation)
    {
        var binds = obligation.BindsNode;
        var candidates = new List<Candidate> { new(binds, 0, Binds) };
        if (obligation is { Kind: not DueKind.Ongoing, Due: { } due })
        {
            RuleNode Done(long latest) => new JunctionNode(isAnd: true,
            [
                binds,
                .. obligation.DoneWhen.Select(milestone => RuleNormaliser.Normalise(new FactCondition(default, milestone, FactOperator.Between, 0, FactCondition.Lowest, latest))),
            ]);
            candidates.Add(new Candidate(Done(FactCondition.Highest), 0, DoneLate));
            candidates.Add(new Candidate(Done(due.DayNumber), 0, DoneInTime));
        }

        return candidates;
    }

    private Standing Stand(Obligation obligation, Decision decision)
    {
        if (decision.Greatest == 0)
        {
            var facts = Reasons.Of(obligation.BindsNode, _frame, 0);
            return new Standing(ObligationStatus.NotApplicable, $"Không áp dụng: {Say(facts)}.") { Facts = facts };
        }

        if (obligation is { Kind: DueKind.Ongoing, Due: { } until } && until < _asOf)
        {
            return new Standing(ObligationStatus.NotApplicable, $"Nhiệm vụ chỉ đặt ra đến hết ngày {FactText.Date(until)}.");
        }

        if (decision.Least == 0)
        {
            return new Standing(ObligationStatus.Unknown, $"Chưa rõ có áp dụng hay không, vì chưa khai: {Labels(decision)}.{TimeLeft(obligation)}");
        }

        return obligation.Kind == DueKind.Ongoing ? StandOngoing(obligation) : StandDue(obligation, decision);
    }

    private Standing StandOngoing(Obligation obligation)
    {
        var done = DoneOn(obligation);
        var until = obligation.Due is { } last ? $"Thực hiện thường xuyên đến hết ngày {FactText.Date(last)}" : "Thực hiện thường xuyên, không có hạn cuối";
        var why = done is { } day ? $"{until}; lần khai gần nhất: {FactText.Date(day)}." : $"{until}.";
        return new Standing(ObligationStatus.Ongoing, why) { DoneOn = done };
    }

    private Standing StandDue(Obligation obligation, Decision decision)
    {
        var due = obligation.Due!.Value;
        if (decision.Least != decision.Greatest && decision.Missing.Any())
        {
            return new Standing(ObligationStatus.Unknown, $"Chưa khai: {Labels(decision)}.{TimeLeft(obligation)}");
        }

        var facts = obligation.DoneWhen.Select(milestone => new Reason(milestone, null, _frame[milestone, 0], $"chậm nhất ngày {FactText.Date(due)}", $"sau ngày {FactText.Date(due)}")).ToList();
        if (DoneOn(obligation) is not { } done)
        {
            return NotDone(obligation, due) with { Facts = [.. facts.Where(fact => fact.Value is { IsNone: true })] };
        }

        var days = due.DayNumber - done.DayNumber;
        var name = obligation.Kind == DueKind.From ? $"mốc {FactText.Date(due)}" : $"hạn {FactText.Date(due)}";
        if (days < 0)
        {
            return new Standing(ObligationStatus.MetLate, $"Hoàn thành ngày {FactText.Date(done)}, chậm {FactText.Number(-days)} ngày so với {name}.") { Days = -days, DoneOn = done, Facts = facts };
        }

        var onTheDay = days == 0 && obligation.Kind == DueKind.By;
        var why = (days, onTheDay) switch
        {
            (_, true) => $"Hoàn thành đúng ngày đến hạn {FactText.Date(due)}: tính là đúng hạn.",
            (0, _) => $"Hoàn thành đúng ngày {FactText.Date(done)}.",
            _ => $"Hoàn thành ngày {FactText.Date(done)}, sớm {FactText.Number(days)} ngày so với {name}.",
        };
        return new Standing(ObligationStatus.Met, why + (obligation.ThenOngoing ? " Tiếp tục duy trì thường xuyên." : ""))
        {
            Days = days,
            DoneOn = done,
            OnDeadlineDay = onTheDay,
            Facts = facts,
        };
    }

    private Standing NotDone(Obligation obligation, DateOnly due)
    {
        var left = due.DayNumber - _asOf.DayNumber;
        var declared = Later(obligation) is { } later
            ? $"Ngày khai {FactText.Date(later)} sau ngày đánh giá nên tính là chưa hoàn thành"
            : $"Khai là chưa xong: {string.Join("; ", obligation.DoneWhen.Where(IsDeclaredNotDone).Select(milestone => milestone.Label))}";
        return left < 0
            ? new Standing(ObligationStatus.Overdue, $"{declared}; quá hạn {FactText.Number(-left)} ngày.") { Days = -left }
            : new Standing(left <= SoonDays ? ObligationStatus.DueSoon : ObligationStatus.Pending, $"{declared}; còn {FactText.Number(left)} ngày.") { Days = left };
    }

    private bool IsDeclaredNotDone(FactDefinition milestone) => _frame[milestone, 0] is { IsNone: true };

    private DateOnly? DoneOn(Obligation obligation)
    {
        DateOnly? latest = null;
        foreach (var milestone in obligation.DoneWhen)
        {
            if (_frame[milestone, 0] is not { IsNone: false } value)
            {
                return null;
            }

            latest = latest is { } known && known > value.Date ? known : value.Date;
        }

        return latest;
    }

    private DateOnly? Later(Obligation obligation)
    {
        foreach (var milestone in obligation.DoneWhen)
        {
            if (_milestones.TryGet(milestone, out var declared) && !declared.Value.IsNone && declared.Value.Date > _asOf)
            {
                return declared.Value.Date;
            }
        }

        return null;
    }

    private string TimeLeft(Obligation obligation)
    {
        if (obligation is not { Kind: not DueKind.Ongoing, Due: { } due })
        {
            return "";
        }

        var left = due.DayNumber - _asOf.DayNumber;
        return left < 0 ? $" Hạn {FactText.Date(due)} đã qua {FactText.Number(-left)} ngày." : $" Hạn {FactText.Date(due)}, còn {FactText.Number(left)} ngày.";
    }

    private static string Labels(Decision decision) => string.Join("; ", decision.Missing.Select(variable => variable.Fact.Label));

    private static string Say(IReadOnlyList<Reason> facts) =>
        facts.Count == 0 ? "không có điều kiện nào được đáp ứng" : string.Join("; ", facts.Select(fact => $"{fact.Fact.Label}: {fact.ValueText}"));

    private sealed record Standing(ObligationStatus Status, string Why)
    {
        public int? Days { get; init; }

        public DateOnly? DoneOn { get; init; }

        public bool OnDeadlineDay { get; init; }

        public IReadOnlyList<Reason> Facts { get; init; } = [];
    }
}
