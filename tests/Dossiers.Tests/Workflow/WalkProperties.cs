using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;
using FsCheck;
using FsCheck.Fluent;

namespace EmrSec.Dossiers.Tests.Workflow;

/// <summary>Whatever people try in whatever order, what the law forbids does not happen.</summary>
public sealed class WalkProperties
{
    private static readonly Actor[] People =
    [
        new("an", ActorRole.Facility, null, "27-001"), new("binh", ActorRole.Facility, null, "27-002"),
        new("an", ActorRole.Appraiser, null, Attempts.SecurityUnit), new("chi", ActorRole.Appraiser, null, Attempts.SecurityUnit), new("dung", ActorRole.Appraiser, null, "Khác"),
        new("an", ActorRole.Approver, null, Attempts.Owner), new("chi", ActorRole.Approver, null, Attempts.Owner), new("em", ActorRole.Approver, null, Attempts.Owner),
        new("chi", ActorRole.Approver, null, Attempts.SecurityUnit), new("giang", ActorRole.Auditor),
    ];

    private static readonly Gen<Try> AnyTry =
        from index in Gen.Choose(0, StepTable.All.Count - 1)
        from goes in Gen.Choose(0, 9)
        from person in Gen.Elements(People)
        from right in Gen.Choose(0, 9)
        from days in Gen.Choose(-3, 9)
        from regulation in Gen.Elements<int?>(null, -40, -5, 0, 3)
        from signed in Gen.Choose(0, 9)
        select new Try(StepTable.All[index], goes < 8, person, right < 7, days, regulation, signed < 8);

    [Fact]
    public void Random_walks_break_no_rule()
    {
        var ended = new HashSet<CaseState>();
        var walks = from level in Gen.Elements(1, 2, 3, 4) from regime in Gen.Elements("nd85-2016", "nd331-2026") from tries in AnyTry.ListOf(70) select (level, regime, tries);
        Prop.ForAll(walks.ToArbitrary(), walk =>
        {
            var world = new World(walk.level, walk.regime);
            foreach (var attempt in walk.tries)
            {
                world.Attempt(attempt);
                world.Check();
            }

            ended.Add(world.Case.State);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

        // The walks get far: else nothing was tried.
        ended.ShouldContain(CaseState.InForce);
        ended.ShouldContain(CaseState.Refused);
        ended.ShouldContain(CaseState.SupplementRequested);
    }

    /// <param name="Rule">A step at random.</param>
    /// <param name="Goes">Whether one that leads on is taken in its place.</param>
    /// <param name="Person">Somebody at random.</param>
    /// <param name="Right">Whether somebody of the step's capacity is taken in the place.</param>
    /// <param name="Days">Days after the last step.</param>
    /// <param name="Regulation">The regulation's day, from the attempt's.</param>
    /// <param name="Signed">Whether the paper is there signed.</param>
    private sealed record Try(StepRule Rule, bool Goes, Actor Person, bool Right, int Days, int? Regulation, bool Signed);

    private sealed class World(int level, string regime)
    {
        private static readonly DateOnly Start = new(2026, 9, 1);
        private static readonly DateOnly Today = new(2026, 12, 20);
        private readonly List<CaseStep> _steps = [Attempts.Step(1, null, CaseState.Draft, Start, "an")];
        private readonly List<(CaseStep Step, StepAttempt How)> _taken = [];

        public CaseFile Case { get; private set; } = Attempts.Case(CaseState.Draft, level, regime) with { Compilers = ["an"] };

        public void Attempt(Try attempt)
        {
            var onward = StepTable.From(Case.State, level).ToList();
            var rule = attempt.Goes && onward.Count > 0 ? onward[Math.Abs(attempt.Days + (int)attempt.Rule.Kind) % onward.Count] : attempt.Rule;
            if (rule.Kind is StepKind.Open or StepKind.Supersede)
            {
                return;
            }

            var able = People.Where(person => person.Role == rule.Role).ToList();
            var actor = attempt.Right && able.Count > 0 ? able[Math.Abs(attempt.Days) % able.Count] : attempt.Person;
            var day = _steps[^1].Day.AddDays(attempt.Days);
            var paper = rule.PaperAt(level);
            var how = new StepAttempt
            {
                Rule = rule,
                Case = Case,
                Steps = _steps,
                Actor = actor,
                Day = day,
                Today = Today,
                Reason = attempt.Signed ? "vì" : null,
                Level = level,
                Regime = regime,
                Bodies = Attempts.Bodies(level, regime: regime),
                RegulationIssued = attempt.Regulation is { } from ? day.AddDays(from) : null,
                Paper = paper is null || !attempt.Signed ? null : new PaperProof(paper.Kind, 1, day, regime, true),
            };
            if (StepJudge.Judge(how).Count > 0)
            {
                return;
            }

            var step = Attempts.Step(_steps.Count + 1, Case.State, rule.To, day, actor.Account, actor.Role);
            _steps.Add(step);
            _taken.Add((step, how));
            Case = Case with
            {
                State = rule.To,
                Appraisers = rule.Kind is StepKind.Start or StepKind.AppraiseFit or StepKind.AppraiseUnfit or StepKind.RequestSupplement ? [.. Case.Appraisers.Append(actor.Account).Distinct()] : Case.Appraisers,
            };
        }

        public void Check()
        {
            foreach (var (step, how) in _taken.TakeLast(1))
            {
                if (step.Role is not ActorRole.Facility)
                {
                    Case.Compilers.ShouldNotContain(step.Account);
                }

                step.Day.ShouldBeLessThanOrEqualTo(Today);
                step.Day.ShouldBeGreaterThanOrEqualTo(_steps[^2].Day);
                if (step.To is CaseState.Approved)
                {
                    CheckApproval(step, how);
                }
            }

            foreach (var asOf in new[] { _steps[^1].Day, Today })
            {
                foreach (var clock in CaseClocks.Of(Attempts.Procedure(regime), Case, _steps, asOf))
                {
                    (clock.Days ?? 0).ShouldBeGreaterThanOrEqualTo(0);
                    clock.Count.Due!.Value.ShouldBeGreaterThan(clock.Count.Start);
                    clock.Count.Counted.Count.ShouldBe(clock.Clock.Length);
                }
            }
        }

        private void CheckApproval(CaseStep step, StepAttempt how)
        {
            var current = CaseProcessing.Current(_steps);
            current.ShouldContain(taken => taken.To == CaseState.AppraisedFit && taken.From == CaseState.InAppraisal);
            current.ShouldContain(taken => taken.To == CaseState.Accepted);
            (how.RegulationIssued < step.Day).ShouldBeTrue();
            how.Paper!.IsSigned.ShouldBeTrue();
            if (level >= 3)
            {
                Case.Appraisers.ShouldNotContain(step.Account);
                current.ShouldContain(taken => taken.From == CaseState.AppraisedFit && taken.To == CaseState.AppraisedFit);
            }
        }
    }
}
