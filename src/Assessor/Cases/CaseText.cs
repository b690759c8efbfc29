using System.Globalization;
using EmrSec.Assessor.Commands;

namespace EmrSec.Assessor.Cases;

/// <summary>Moments and days as people read them.</summary>
internal static class CaseText
{
    /// <summary>«21/11/2026 12:00», by Vietnam's clock.</summary>
    public static string Moment(DateTimeOffset at) => at.ToOffset(CommonOptions.VietnamOffset).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>«21/11/2026».</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
