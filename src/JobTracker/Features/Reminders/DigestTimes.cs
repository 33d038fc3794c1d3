using JobTracker.Kernel;

namespace JobTracker.Features.Reminders;

/// <summary>When the digest of a day is sent: at the chosen hour by the clock on the wall, once, also on days when clocks change.</summary>
public static class DigestTimes
{
    /// <summary>An hour that comes twice counts the first time. One that is skipped counts as long after midnight as it would have been.</summary>
    public static DateTimeOffset Of(DateOnly day, int hour, string zone) => At(day, new TimeOnly(hour, 0), zone);

    /// <summary>The first one after an instant, and after the last day that is settled.</summary>
    public static DateTimeOffset After(DateTimeOffset now, DateOnly? lastDay, int hour, string zone)
    {
        var day = Calendar.DayOf(now, zone);
        if (lastDay >= day)
            return Of(lastDay.Value.AddDays(1), hour, zone);
        var today = Of(day, hour, zone);
        return today > now ? today : Of(day.AddDays(1), hour, zone);
    }

    /// <summary>When the day is over there.</summary>
    public static DateTimeOffset EndOf(DateOnly day, string zone) => At(day.AddDays(1), TimeOnly.MinValue, zone);

    private static DateTimeOffset At(DateOnly day, TimeOnly time, string zone)
    {
        if (ZonedTime.InstantsOf(day, time, zone) is [var first, ..])
            return first;
        var clock = new DateTimeOffset(day, time, TimeSpan.Zero);
        return clock - ZonedTime.At(clock.AddDays(-1), zone).Offset;
    }
}
