using System.Net;
using Npgsql;

namespace EmrSec.Dossiers.Store.PostgreSql;

/// <summary>
/// Where a store on PostgreSQL is: <c>postgres://user@host:port/database?sslmode=verify-full&amp;sslrootcert=FILE</c>; a folder of a Unix
/// socket as <c>?host=/run/postgresql</c>. The password comes from PGPASSWORD or .pgpass, never from the place: places stand in logs.
/// </summary>
/// <param name="Shown">As it is shown.</param>
/// <param name="Connection">What the driver is told.</param>
internal sealed record PostgreSqlPlace(string Shown, string Connection)
{
    /// <summary>Whether a place is of PostgreSQL.</summary>
    /// <param name="place">The place.</param>
    public static bool IsOne(string place) =>
        place.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || place.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a place.</summary>
    /// <param name="place">The place.</param>
    /// <exception cref="StoreException">It cannot be understood, or has a password in it.</exception>
    public static PostgreSqlPlace Parse(string place)
    {
        // A Unix socket's place has no host, which Uri calls an error.
        var written = place.Contains(":///", StringComparison.Ordinal) ? place.Replace(":///", "://localhost/", StringComparison.Ordinal) : place;
        if (!Uri.TryCreate(written, UriKind.Absolute, out var uri))
        {
            throw StoreErrors.WrongPlace(HidePassword(place), "địa chỉ viết sai");
        }

        var user = uri.UserInfo.Split(':', 2);
        if (user.Length > 1)
        {
            throw StoreErrors.WrongPlace(HidePassword(place), "không ghi mật khẩu vào địa chỉ; đặt mật khẩu ở biến PGPASSWORD hoặc tệp .pgpass");
        }

        var database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/'));
        if (database.Length == 0)
        {
            throw StoreErrors.WrongPlace(place, "thiếu tên cơ sở dữ liệu");
        }

        var builder = Settings(uri.Host, database);
        if (user[0].Length > 0)
        {
            builder.Username = Uri.UnescapeDataString(user[0]);
        }

        if (uri.Port > 0)
        {
            builder.Port = uri.Port;
        }

        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = pair.Split('=', 2) is [var key, var text] ? (key, Uri.UnescapeDataString(text)) : (pair, "");
            Set(builder, name, value, place);
        }

        if (!builder.Host!.StartsWith('/'))
        {
            // A machine that went away without a word is noticed in half a minute, not in two hours.
            (builder.TcpKeepAlive, builder.TcpKeepAliveTime, builder.TcpKeepAliveInterval) = (true, 10, 5);
        }

        return new PostgreSqlPlace(place, builder.ToString());
    }

    private static NpgsqlConnectionStringBuilder Settings(string host, string database) => new()
    {
        Host = host,
        Database = database,
        ApplicationName = "emrsec",
        Pooling = false,
        Timeout = 10,
        CommandTimeout = 0,
        // Over a network nothing goes in clear unless the place says so.
        SslMode = IsLocal(host) ? SslMode.Prefer : SslMode.Require,
        Options = "-c search_path=emrsec -c synchronous_commit=on -c lock_timeout=20s -c idle_in_transaction_session_timeout=300s -c client_min_messages=warning",
    };

    private static void Set(NpgsqlConnectionStringBuilder builder, string name, string value, string place)
    {
        switch (name)
        {
            case "host":
                builder.Host = value;
                builder.SslMode = IsLocal(value) ? SslMode.Prefer : builder.SslMode;
                break;
            case "sslmode" when Enum.TryParse<SslMode>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var mode):
                builder.SslMode = mode;
                break;
            case "sslrootcert":
                builder.RootCertificate = value;
                break;
            default:
                throw StoreErrors.WrongPlace(place, $"không hiểu «{name}={value}»; dùng được: host, sslmode (disable, prefer, require, verify-ca, verify-full), sslrootcert");
        }
    }

    private static bool IsLocal(string host) => host is "localhost" || host.StartsWith('/') || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static string HidePassword(string place)
    {
        var (start, end) = (place.IndexOf("://", StringComparison.Ordinal) + 3, place.LastIndexOf('@'));
        var colon = end < 0 ? -1 : place.IndexOf(':', start);
        return colon >= 0 && colon < end ? $"{place[..colon]}:…{place[end..]}" : place;
    }
}
