using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace EmrSec.Dossiers.Store.Sqlite;

/// <summary>
/// Chooses the SQLite library: the operating system's, which it keeps patched, where it is newer than the one that came with the program and
/// safe for threads; otherwise the latter.
/// </summary>
internal static class SqliteLibrary
{
    private const string Bundled = "e_sqlite3";

    private static readonly Lazy<bool> Loaded = new(Load);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Question();

    /// <summary>Sees to it that the library is loaded.</summary>
    /// <exception cref="StoreException">There is none.</exception>
    public static void Need()
    {
        try
        {
            _ = Loaded.Value;
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or EntryPointNotFoundException or BadImageFormatException)
        {
            throw StoreErrors.NoEngine(e);
        }
    }

    private static bool Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        Batteries_V2.Init();
        return true;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name is not Bundled)
        {
            return 0;
        }

        var bundled = NativeLibrary.TryLoad(Bundled, assembly, path, out var ours) ? ours : 0;
        foreach (var candidate in OfTheSystem())
        {
            if (NativeLibrary.TryLoad(candidate, out var theirs) && Ask(theirs, "sqlite3_threadsafe") != 0 && VersionOf(theirs) > VersionOf(bundled))
            {
                return theirs;
            }
        }

        return bundled;
    }

    // winsqlite3 is called as ours is on 64-bit Windows only.
    private static string[] OfTheSystem() =>
        OperatingSystem.IsLinux() ? ["libsqlite3.so.0"]
        : OperatingSystem.IsMacOS() ? ["/usr/lib/libsqlite3.dylib"]
        : OperatingSystem.IsWindows() && Environment.Is64BitProcess ? ["winsqlite3.dll"]
        : [];

    private static int VersionOf(nint library) => Ask(library, "sqlite3_libversion_number");

    private static int Ask(nint library, string function) =>
        library != 0 && NativeLibrary.TryGetExport(library, function, out var address) ? Marshal.GetDelegateForFunctionPointer<Question>(address)() : 0;
}
