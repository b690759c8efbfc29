using System.CommandLine;
using EmrSec.Assessor.Commands;
using EmrSec.Assessor.Stores;
using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Cases;

/// <summary>Somebody at work on the cases of a store: the store, the law, the day, and who it is.</summary>
internal sealed class CaseDesk : IDisposable
{
    private readonly StoreUser _user;
    private readonly ActorRole? _role;
    private CaseRevision? _revisions;

    private CaseDesk(IDossierStore store, RulePackSet packs, TimeProvider clock, StoreUser user, ActorRole? role)
    {
        (Store, Packs, _user, _role) = (store, packs, user, role);
        Now = CommonOptions.Now(clock);
        Today = DateOnly.FromDateTime(Now.DateTime);
    }

    /// <summary>The store.</summary>
    public IDossierStore Store { get; }

    /// <summary>The laws.</summary>
    public RulePackSet Packs { get; }

    /// <summary>Now, by Vietnam's clock.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Today in Vietnam.</summary>
    public DateOnly Today { get; }

    /// <summary>The account's name.</summary>
    public string Account => _user.Account;

    /// <summary>Runs a command at a desk; what is refused becomes lines and exit code 2.</summary>
    /// <param name="call">The call.</param>
    /// <param name="options">Its words about cases.</param>
    /// <param name="screen">Where messages go.</param>
    /// <param name="clock">The time.</param>
    /// <param name="work">What is done.</param>
    /// <param name="place">The store, where the call names it by a word of its own.</param>
    public static int Run(ParseResult call, CaseOptions options, Screen screen, TimeProvider clock, Func<CaseDesk, int> work, string? place = null)
    {
        if (CommonOptions.LoadRules(call.GetValue(options.Rules), screen) is not { } packs)
        {
            return ExitCodes.WrongInput;
        }

        try
        {
            using var store = DossierStores.Open(StorePlace.Of(place ?? (call.CommandResult.Command.Options.Contains(options.Store) ? call.GetValue(options.Store) : null)), clock);
            using var desk = new CaseDesk(store, packs, clock, User(store, call.GetValue(options.As)), ParseRole(call.GetValue(options.Role)));
            return work(desk);
        }
        catch (RefusedException e)
        {
            foreach (var refusal in e.Refusals)
            {
                screen.Error.WriteLine(refusal);
            }
        }
        catch (StoreException e)
        {
            screen.Error.WriteLine(e.Line);
        }

        return ExitCodes.WrongInput;
    }

    /// <summary>Who acts, in the capacity wanted where the account has it.</summary>
    /// <param name="wanted">The capacity that the action asks for, the likeliest first.</param>
    /// <returns>The actor; in another capacity where the account has none of those: the judge says what that means.</returns>
    public Actor Actor(params IReadOnlyList<ActorRole> wanted)
    {
        if (_role is { } asked)
        {
            return _user.Roles.Contains(asked)
                ? Acting(asked)
                : throw new RefusedException("VD032", $"tài khoản «{_user.Account}» không có vai {CaseWords.Role(asked)}", $"các vai của tài khoản: {string.Join(", ", _user.Roles.Select(CaseWords.Word))}");
        }

        return Acting(wanted.Where(_user.Roles.Contains).Select(role => (ActorRole?)role).FirstOrDefault() ?? _user.Roles[0]);
    }

    /// <summary>The case that a call names.</summary>
    /// <param name="written">Its number, or the facility's code.</param>
    public CaseFile Find(string written)
    {
        var name = written.Trim().Normalize();
        var found = (CaseId.TryParse(name, out var id) ? Store.Find(id) : null) ?? Store.FindLatest(name)
            ?? throw new RefusedException("VD030", $"kho không có hồ sơ «{name}»", "xem các hồ sơ: emrsec case list; lập hồ sơ mới: emrsec case open");
        CheckReads(found);
        return found;
    }

    /// <summary>Whether the account may see a case: an account of a facility sees that facility's.</summary>
    public bool MayRead(CaseFile @case) => _user.Roles.Any(role => role is not ActorRole.Facility) || string.Equals(_user.Body, @case.Id.FacilityCode, StringComparison.Ordinal);

    /// <summary>A case with everything about it, as of a day.</summary>
    /// <param name="case">The case.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="regime">The law asked for; null = the case's own, else that of the day.</param>
    public CaseSnapshot Load(CaseFile @case, DateOnly asOf, string? regime = null)
    {
        var steps = Store.Steps(@case.Id);
        var papers = Store.Papers(@case.Id);
        var data = CasePapers.Data(Store, papers, steps);
        var content = Store.Content(@case.Id, @case.Revision) ?? throw new StoreException($"kho không có bản {@case.Revision} của hồ sơ {@case.Id}; kiểm tra kho: emrsec store check");
        var read = CaseDossier.Read(content, @case, steps, data, Packs.Facts);
        if (read.Dossier is not { } dossier)
        {
            throw new StoreException($"không đọc được bản {@case.Revision} của hồ sơ {@case.Id}: {read.Diagnostics.Items[0].Message}; kiểm tra kho: emrsec store check");
        }

        var facility = dossier.ToProfile();
        var options = new AssessmentOptions(asOf, regime ?? @case.Regime);
        if (RegimeChoice.Of(Packs, facility, options).Regime is null)
        {
            throw options.RegimeId is { } id
                ? new RefusedException("VD026", $"không có luật «{id}»", $"các luật: {string.Join(", ", Packs.Regimes.Select(known => known.Header.Id))}")
                : new RefusedException("VD026", $"vào ngày {Rules.Facts.FactText.Date(asOf)} không có luật nào về cấp độ đang hiệu lực", "sửa --day");
        }

        return new CaseSnapshot(@case, steps, papers, data, content, dossier, FacilityAssessor.Assess(Packs, facility, options));
    }

    /// <summary>
    /// The law that a step goes by: the one the case was submitted under; for a submission, also one made again, the one in force on the day or
    /// the one asked for (331/2026/NĐ-CP, Điều 39: who was building before may still go by the law before).
    /// </summary>
    public string? RegimeFor(CaseFile @case, StepKind? kind, DateOnly day, string? asked) =>
        kind is not StepKind.Submit ? @case.Regime : asked ?? Packs.RegimeOn(day)?.Header.Id;

    /// <summary>Reads a dossier's file; what is wrong is reported, and then there is none.</summary>
    public DossierReadResult? Read(string path, Screen screen)
    {
        var read = CommonOptions.ReadDossier(path, Packs);
        screen.Report(read.Diagnostics);
        return read.Dossier is null || read.Diagnostics.HasErrors ? null : read;
    }

    /// <summary>Makes revisions, with their facts for re-assessment.</summary>
    public CaseRevision Revisions => _revisions ??= new CaseRevision(Packs);

    public void Dispose() => Store.Dispose();

    private void CheckReads(CaseFile @case)
    {
        if (!MayRead(@case))
        {
            throw new RefusedException("VD003", $"tài khoản «{Account}» thuộc cơ sở «{_user.Body ?? "chưa khai"}», hồ sơ {@case.Id} là của cơ sở khác", "dùng tài khoản của cơ sở ấy hoặc của cơ quan thẩm định, phê duyệt");
        }
    }

    private Actor Acting(ActorRole role) => new(_user.Account, role, _user.FullName, _user.Body);

    private static StoreUser User(IDossierStore store, string? named)
    {
        var account = StoreWords.Account(named);
        var user = StoreWords.Find(store, account);
        return user switch
        {
            { IsActive: true, Roles.Count: > 0 } => user,
            { IsActive: false } => throw new RefusedException("VD031", $"tài khoản «{account}» đã ngừng", "dùng tài khoản khác (--as)"),
            _ => throw new RefusedException("VD031", $"kho không có tài khoản «{account}»", $"quản trị thêm: emrsec store user add {account} --name … --role …; hoặc chỉ ra tài khoản khác bằng --as, biến EMRSEC_USER"),
        };
    }

    private static ActorRole? ParseRole(string? word)
    {
        foreach (var role in Enum.GetValues<ActorRole>())
        {
            if (string.Equals(CaseWords.Word(role), word, StringComparison.Ordinal))
            {
                return role;
            }
        }

        return null;
    }
}
