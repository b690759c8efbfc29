using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace EmrSec.Dossiers.Tests.Store;

/// <summary>The tests that use <see cref="PostgreSqlServer"/>.</summary>
[CollectionDefinition(Name)]
public sealed class PostgreSqlCollection : ICollectionFixture<PostgreSqlServer>
{
    public const string Name = "PostgreSQL";
}

/// <summary>
/// A PostgreSQL server of the tests' own: its data in a temporary folder, reached through a socket in there, gone with the tests (also when
/// they are killed). It refuses to run as root, so it runs as «postgres» then.
/// </summary>
public sealed class PostgreSqlServer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emrsec-pg-").FullName;
    private readonly string _programs = FindPrograms();
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);
    private Process? _server;
    private int _databases;

    public PostgreSqlServer()
    {
        if (IsRoot)
        {
            Run("chown", "postgres", _folder);
        }

        List<string> words = ["-D", Data, "-U", "emrsec", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"];
        if (int.Parse(Path.GetFileName(Path.GetDirectoryName(_programs))!, CultureInfo.InvariantCulture) >= 15)
        {
            // Another order than the store's: it must not depend on the database's.
            words.AddRange(["--locale-provider=icu", "--icu-locale=vi"]);
        }

        Run(AsServer(Path.Combine(_programs, "initdb"), words));
        Start();
    }

    private static bool IsRoot => Environment.IsPrivilegedProcess;

    /// <summary>The socket that the server listens on.</summary>
    public string Socket => Path.Combine(_folder, ".s.PGSQL.5432");

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its place.</returns>
    public string NewDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"kho_{Interlocked.Increment(ref _databases)}");
        Execute($"CREATE DATABASE {name} TEMPLATE template0");
        return $"postgres://emrsec@localhost/{name}?host={_folder}";
    }

    /// <summary>An empty database for a purpose; the same one each time that it is asked for.</summary>
    public string PlaceOf(string purpose)
    {
        if (!_places.TryGetValue(purpose, out var place))
        {
            _places[purpose] = place = NewDatabase();
        }

        return place;
    }

    /// <summary>The name of a place's database.</summary>
    public static string DatabaseOf(string place) => new Uri(place).AbsolutePath.Trim('/');

    /// <summary>Runs a statement as the server's owner.</summary>
    public void Execute(string sql, string database = "postgres")
    {
        using var connection = Connect(database);
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>Cuts every connection to the store of a place.</summary>
    public void Cut(string place) =>
        Execute($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{DatabaseOf(place)}' AND pid <> pg_backend_pid()");

    /// <summary>Starts the server.</summary>
    public void Start()
    {
        var started = new TaskCompletionSource<Process>();
        var (program, words) = AsServer(Path.Combine(_programs, "postgres"), ["-D", Data, "-k", _folder, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=60"]);
        // The server is told when the thread that started it ends, so this one stays with it.
        new Thread(() =>
        {
            try
            {
                var process = Process.Start(new ProcessStartInfo(program, words) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" })!;
                process.OutputDataReceived += (_, _) => { };
                process.ErrorDataReceived += (_, _) => { };
                process.BeginErrorReadLine();
                process.BeginOutputReadLine();
                started.SetResult(process);
                process.WaitForExit();
            }
#pragma warning disable CA1031 // Handed to the one who waits.
            catch (Exception e)
#pragma warning restore CA1031
            {
                started.TrySetException(e);
            }
        }) { IsBackground = true }.Start();
        _server = started.Task.GetAwaiter().GetResult();
        for (var since = Stopwatch.GetTimestamp(); ;)
        {
            try
            {
                Connect("postgres").Dispose();
                return;
            }
            catch (NpgsqlException) when (Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(30) && !_server.HasExited)
            {
                Thread.Sleep(50);
            }
        }
    }

    /// <summary>Stops the server as a power cut would.</summary>
    public void Kill()
    {
        // «Immediate shutdown»: every backend ends at once; the log is read back at the next start.
        Run("kill", "-QUIT", _server!.Id.ToString(CultureInfo.InvariantCulture));
        _server.WaitForExit();
    }

    public void Dispose()
    {
        if (_server is { HasExited: false })
        {
            Kill();
        }

        _server?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string FindPrograms()
    {
        var found = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Where(folder => File.Exists(Path.Combine(folder, "bin", "postgres"))).MaxBy(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))
            : null;
        return found is null
            ? throw new InvalidOperationException("These tests need PostgreSQL's server programs under /usr/lib/postgresql: sudo apt-get install postgresql (test.sh does it).")
            : Path.Combine(found, "bin");
    }

    private static (string Program, IReadOnlyList<string> Words) AsServer(string program, IReadOnlyList<string> words) =>
        ("setpriv", [.. IsRoot ? ["--reuid=postgres", "--regid=postgres", "--clear-groups"] : Array.Empty<string>(), "--pdeathsig=QUIT", program, .. words]);

    private static void Run((string Program, IReadOnlyList<string> Words) call) => Run(call.Program, [.. call.Words]);

    private static void Run(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', words)}: {errors} {output.Result}");
        }
    }

    /// <summary>A connection as the server's owner.</summary>
    public NpgsqlConnection Connect(string database)
    {
        var connection = new NpgsqlConnection($"Host={_folder};Username=emrsec;Database={database};Pooling=false");
        connection.Open();
        return connection;
    }
}
