using EmrSec.Dossiers.Store.Sqlite;
using SQLitePCL;

namespace EmrSec.Dossiers.Store;

/// <summary>What stores of this machine run on.</summary>
public static class StoreEngines
{
    /// <summary>The version of the SQLite library in use: the operating system's where it is newer than the one that came with the program.</summary>
    /// <exception cref="StoreException">There is none.</exception>
    public static string SqliteVersion()
    {
        SqliteLibrary.Need();
        return raw.sqlite3_libversion().utf8_to_string();
    }
}
