namespace EmrSec.Dossiers.Store.Sql;

/// <summary>The versions of the schema: each is a step from the one before, from 1 on.</summary>
internal static class StoreSchema
{
    /// <summary>The version that this program reads and writes.</summary>
    public const int Current = 3;

    private const string VersionName = "schema";
    private const string IdName = "store";

    /// <summary>The store's version.</summary>
    /// <param name="session">The store.</param>
    public static int VersionOf(Session session) => int.Parse(Fact(session, VersionName), CultureInfo.InvariantCulture);

    /// <summary>The store's own number, given when it was made; its copies have it too.</summary>
    /// <param name="session">The store.</param>
    public static string IdOf(Session session) => Fact(session, IdName);

    /// <summary>Refuses a store of another version.</summary>
    /// <param name="session">The store.</param>
    /// <exception cref="StoreException">Its version is not <see cref="Current"/>.</exception>
    public static void Need(Session session)
    {
        var version = VersionOf(session);
        if (version != Current)
        {
            throw version > Current ? StoreErrors.Newer(session.Dialect.Place, version, Current) : StoreErrors.Older(session.Dialect.Place, version, Current);
        }
    }

    /// <summary>Makes the tables, within a transaction.</summary>
    /// <param name="session">The store.</param>
    /// <param name="id">Its own number.</param>
    public static void Create(Session session, string id)
    {
        Apply(session, 1);

        session.Execute("INSERT INTO store_facts (name, value) VALUES (@p0, @p1)", VersionName, Current.ToString(CultureInfo.InvariantCulture));
        session.Execute("INSERT INTO store_facts (name, value) VALUES (@p0, @p1)", IdName, id);
    }

    /// <summary>Brings a store to <see cref="Current"/>, within a transaction: all steps or none.</summary>
    /// <param name="session">The store.</param>
    /// <returns>The version it had.</returns>
    /// <exception cref="StoreException">It is newer than this program.</exception>
    public static int Migrate(Session session)
    {
        var version = VersionOf(session);
        if (version > Current)
        {
            throw StoreErrors.Newer(session.Dialect.Place, version, Current);
        }

        Apply(session, version + 1);
        session.Execute("UPDATE store_facts SET value = @p0 WHERE name = @p1", Current.ToString(CultureInfo.InvariantCulture), VersionName);
        return version;
    }

    private static void Apply(Session session, int from)
    {
        for (var version = from; version <= Current; version++)
        {
            foreach (var sql in Steps(session.Dialect, version))
            {
                session.Execute(sql);
            }
        }
    }

    private static string Fact(Session session, string name) =>
        session.One("SELECT value FROM store_facts WHERE name = @p0", row => row.Text(), name) ?? throw StoreErrors.NotAStore(session.Dialect.Place);

    // What both engines do, then what this one does besides.
    private static IEnumerable<string> Steps(Dialect dialect, int version)
    {
        var common = string.Create(CultureInfo.InvariantCulture, $"schema/{version:000}");
        foreach (var name in new[] { $"{common}.sql", $"{common}.{dialect.Name}.sql" })
        {
            using var stream = typeof(StoreSchema).Assembly.GetManifestResourceStream(name);
            if (stream is not null)
            {
                using var reader = new StreamReader(stream);
                yield return dialect.Words(reader.ReadToEnd());
            }
        }
    }
}
