namespace EmrSec.Assessor.Serving;

/// <summary>Vietnam's time zone by the name the system has for it: schedules are kept with the name.</summary>
internal static class VietnamClock
{
    private static readonly string[] Names = ["Asia/Ho_Chi_Minh", "SE Asia Standard Time", "Etc/GMT-7"];

    /// <summary>The zone; the whole year seven hours ahead of UTC.</summary>
    /// <exception cref="TimeZoneNotFoundException">The system knows it by no name: its table of time zones is missing.</exception>
    public static TimeZoneInfo Zone { get; } = Find();

    /// <summary>The day it is in Vietnam.</summary>
    /// <param name="moment">A moment.</param>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(TimeSpan.FromHours(7)).DateTime);

    private static TimeZoneInfo Find()
    {
        foreach (var name in Names)
        {
            if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            {
                return zone;
            }
        }

        throw new TimeZoneNotFoundException("máy này không có bảng múi giờ: cài gói tzdata rồi chạy lại");
    }
}
