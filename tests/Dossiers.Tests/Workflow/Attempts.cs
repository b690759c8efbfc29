using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Procedures;

namespace EmrSec.Dossiers.Tests.Workflow;

/// <summary>Cases and attempts in which everything is as it should be; a test changes the one thing that it is about.</summary>
internal static class Attempts
{
    public const string Facility = "co-so";
    public const string Appraiser = "tham-dinh";
    public const string Approver = "phe-duyet";
    public const string SecurityUnit = "Tổ an toàn thông tin";
    public const string Owner = "Sở Y tế";
    public const string Operator = "Bệnh viện";

    public static readonly DateOnly Today = new(2026, 11, 20);
    public static readonly CaseId Id = new("27-001", 1);

    private static readonly RulePackSet Packs = PackLoader.Load(PackSource.BuiltIn(), new DiagnosticBag()).Packs!;

    public static Procedure Procedure(string regime) => Packs.ProcedureOf(Packs.FindRegime(regime)!)!;

    public static CaseFile Case(CaseState state, int? level = 3, string? regime = "nd331-2026") => new()
    {
        Id = Id,
        FacilityName = Operator,
        State = state,
        StateSince = default,
        Revision = 1,
        Version = 1,
        Level = level,
        Regime = regime,
        Compilers = [Facility],
        Created = default,
        Updated = default,
    };

    public static CaseBodies Bodies(int level, bool conflict = false, string? appraiser = SecurityUnit, string regime = "nd331-2026")
    {
        var unit = conflict ? Operator : SecurityUnit;
        var dossier = new Dossier
        {
            File = "x",
            Owner = new ResponsibleBody { Name = Owner },
            Operator = new ResponsibleBody { Name = Operator },
            SecurityUnit = new ResponsibleBody { Name = unit },
            Papers = appraiser == SecurityUnit && level < 4 ? [] : [new PaperRecord("appraisal", default) { Issuer = appraiser }],
        };
        return CaseBodies.Of(dossier, level, Procedure(regime));
    }

    public static Actor Actor(ActorRole role) => role switch
    {
        ActorRole.Facility => new Actor(Facility, role, null, Id.FacilityCode),
        ActorRole.Appraiser => new Actor(Appraiser, role, null, SecurityUnit),
        ActorRole.Approver => new Actor(Approver, role, null, Owner),
        _ => new Actor(CaseWords.Word(role), role),
    };

    /// <summary>An attempt that nothing stands against, where the step leads on from the state.</summary>
    public static StepAttempt Of(StepRule rule, CaseState state, int level = 3, ActorRole? role = null)
    {
        var @case = Case(state, level);
        var paper = rule.PaperAt(level);
        var actor = Actor(role ?? rule.Role);
        return new StepAttempt
        {
            Rule = rule,
            Case = @case,
            Steps = Steps(rule, state),
            Actor = level < 3 && actor.Role is ActorRole.Approver ? actor with { Body = SecurityUnit } : actor,
            Day = Today,
            Today = Today,
            Reason = "lý do",
            Level = level,
            Regime = "nd331-2026",
            Bodies = Bodies(level),
            RegulationIssued = Today.AddDays(-1),
            Paper = paper is null ? null : new PaperProof(paper.Kind, 1, Today, "nd331-2026", IsSigned: true),
        };
    }

    public static CaseStep Step(int number, CaseState? from, CaseState to, DateOnly day, string account = "x", ActorRole role = ActorRole.Facility, int revision = 1) =>
        new(Id, number, from, to, day, default, account, role, revision, null, null);

    private static CaseStep[] Steps(StepRule rule, CaseState state) =>
        [Step(1, null, CaseState.Draft, Today.AddDays(-9)), rule.Kind is StepKind.Approve ? Step(2, CaseState.AppraisedFit, CaseState.AppraisedFit, Today.AddDays(-1)) : Step(2, CaseState.Draft, state, Today.AddDays(-1))];
}
