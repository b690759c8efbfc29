using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Store.Trail;

/// <summary>A transaction whose writes are entered in the audit trail.</summary>
internal static class TrailTransaction
{
    /// <summary>Runs one. Where the connection went while it was committed, its last entry tells whether it is there: it is never done twice.</summary>
    /// <param name="session">The store.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="work">What is done.</param>
    public static T Run<T>(Session session, Actor actor, string? reason, TimeProvider clock, Func<TrailWriter, T> work)
    {
        TrailWriter? trail = null;
        return session.Write(
            () =>
            {
                trail = new TrailWriter(session, actor, reason, clock);
                return work(trail);
            },
            () => trail!.IsCommitted());
    }
}
