
namespace EmrSec.Reports.Signing.Verifying;

/// <summary>Times as people in Vietnam write them.</summary>
internal static class Times
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    public static string Text(DateTimeOffset time) => time.ToOffset(Vietnam).ToString("dd/MM/yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset time) => time.ToOffset(Vietnam).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
