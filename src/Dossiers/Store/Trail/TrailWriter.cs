using EmrSec.Dossiers.Store.Rows;
using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Store.Trail;

/// <summary>Adds entries to the audit trail within one transaction that holds the store's write lock.</summary>
internal sealed class TrailWriter
{
    private readonly Session _session;
    private readonly Actor _actor;
    private readonly string? _reason;
    private readonly long _from;
    private long _number;
    private string _hash;

    public TrailWriter(Session session, Actor actor, string? reason, TimeProvider clock)
    {
        _session = session;
        _actor = actor with { Account = SqlValue.Clean(actor.Account) };
        _reason = SqlValue.CleanOrNull(reason);
        var last = Last(session);
        _from = _number = last?.Number ?? 0;
        _hash = last?.Hash ?? AuditRow.NoHash;
        var now = clock.GetUtcNow().ToUniversalTime();
        Now = last?.At > now ? last.At : now;
    }

    /// <summary>The moment of every entry: never before the last one's.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Who acts.</summary>
    public Actor Actor => _actor;

    /// <summary>Why.</summary>
    public string? Reason => _reason;

    /// <summary>The last entry; null in a trail without any.</summary>
    /// <param name="session">The store.</param>
    public static AuditEntry? Last(Session session) =>
        session.One($"{StoreTables.Audit.Select} ORDER BY number DESC LIMIT 1", AuditRow.Read);

    /// <summary>Adds an entry about rows.</summary>
    /// <param name="action">What was done.</param>
    /// <param name="subject">To what.</param>
    /// <param name="changes">The rows.</param>
    public void Enter(string action, string subject, ChangeSet changes) => Enter(action, subject, changes.Before(), changes.After());

    /// <summary>Adds an entry.</summary>
    /// <param name="action">What was done.</param>
    /// <param name="subject">To what.</param>
    /// <param name="before">What was there, as JSON.</param>
    /// <param name="after">What is there, as JSON.</param>
    public void Enter(string action, string subject, string? before, string? after)
    {
        var row = AuditRow.Of(new AuditEntry(_number + 1, Now, _actor.Account, _actor.Role, SqlValue.Clean(action), SqlValue.Clean(subject), before, after, _reason, _hash, ""));
        _session.Execute(StoreTables.Audit.Insert, row);
        _number++;
        _hash = (string)row[^1]!;
    }

    /// <summary>Whether this writer's entries are in the store; true where it made none.</summary>
    public bool IsCommitted() =>
        _number == _from || _session.One("SELECT 1 FROM audit WHERE number = @p0 AND hash = @p1", row => row.Long(), _number, _hash) == 1;
}
