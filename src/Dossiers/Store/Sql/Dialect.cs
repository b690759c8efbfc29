using System.Data.Common;

namespace EmrSec.Dossiers.Store.Sql;

/// <summary>What kind of failure of the engine it was.</summary>
internal enum Failure
{
    /// <summary>Trying again will not help.</summary>
    Final,

    /// <summary>Somebody else was in the way; the transaction is gone, the connection stands.</summary>
    Busy,

    /// <summary>The connection is gone.</summary>
    Lost,
}

/// <summary>What the engines do each in their own way. Everything else is the same SQL.</summary>
internal abstract class Dialect
{
    /// <summary>Where the store is, without any secret.</summary>
    public abstract string Place { get; }

    /// <summary>How long a call tries again where the engine is busy or out of reach.</summary>
    public virtual TimeSpan Patience => TimeSpan.FromSeconds(20);

    /// <summary>Opens a connection to a store that is there.</summary>
    /// <exception cref="StoreException">There is none, or something else is.</exception>
    public abstract DbConnection Connect();

    /// <summary>Makes a store: whole or not at all.</summary>
    /// <param name="fill">Makes its tables and writes what it begins with.</param>
    /// <exception cref="StoreException">There is one already, or it cannot be made.</exception>
    public abstract void Create(Action<Session> fill);

    /// <summary>The engine's name and version.</summary>
    /// <param name="connection">An open connection.</param>
    public abstract string EngineOf(DbConnection connection);

    /// <summary>Begins a transaction that writes. When this returns nobody else writes until it ends.</summary>
    /// <param name="connection">An open connection.</param>
    public abstract DbTransaction BeginWrite(DbConnection connection);

    /// <summary>Begins a transaction that writes while others may.</summary>
    /// <param name="connection">An open connection.</param>
    public virtual DbTransaction BeginAside(DbConnection connection) => BeginWrite(connection);

    /// <summary>Begins a transaction in which everything read is of one moment.</summary>
    /// <param name="connection">An open connection.</param>
    public abstract DbTransaction BeginSnapshot(DbConnection connection);

    /// <summary>Puts the engine's own words into SQL of Schema/*.sql.</summary>
    /// <param name="sql">The SQL.</param>
    public abstract string Words(string sql);

    /// <summary>How the engine's own steps of the schema are called: beside Schema/001.sql lies 001.postgresql.sql.</summary>
    public abstract string Name { get; }

    /// <summary>What kind of failure it was.</summary>
    /// <param name="e">What the engine said.</param>
    public abstract Failure Judge(DbException e);

    /// <summary>What to tell the user.</summary>
    /// <param name="e">What the engine said.</param>
    public abstract StoreException Explain(DbException e);

    /// <summary>The database's length in bytes.</summary>
    /// <param name="session">The store.</param>
    public abstract long SizeOf(Session session);

    /// <summary>The engine's own check of its pages.</summary>
    /// <param name="session">The store.</param>
    /// <returns>What is wrong, in the engine's words.</returns>
    public virtual IReadOnlyList<string> CheckPages(Session session) => [];

    /// <summary>The files that belong to the store.</summary>
    /// <param name="session">The store's session.</param>
    public abstract IBlobStore Blobs(Session session);
}
