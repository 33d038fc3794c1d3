namespace JobTracker.Kernel;

/// <summary>
/// Between instants and what a clock on the wall shows in an IANA time zone. Only the direction from an instant to a clock is a function: when
/// clocks go forward some times are skipped, and when they go back some come twice.
/// </summary>
public static class ZonedTime
{
    // No zone is further than 14 hours from UTC, and none has changed its clocks twice within two days.
    private static readonly TimeSpan Around = TimeSpan.FromDays(1);

    /// <summary>The instants in UTC at which the clock shows this: none in a gap, two (the earlier first) when the time comes twice, else one.</summary>
    /// <param name="day">The day there.</param>
    /// <param name="time">The time there.</param>
    /// <param name="zone">IANA name.</param>
    public static IReadOnlyList<DateTimeOffset> InstantsOf(DateOnly day, TimeOnly time, string zone)
    {
        var there = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var clock = new DateTimeOffset(day, time, TimeSpan.Zero);
        // The zone is asked about instants only: what it says of ambiguous and invalid local times is wrong where clocks changed otherwise than for summer.
        return
        [
            .. new[] { Shifted(clock, -Around), Shifted(clock, Around) }
                .Select(there.GetUtcOffset)
                .Distinct()
                .Where(offset => IsReal(clock, offset))
                .Select(offset => clock - offset)
                .Where(instant => there.GetUtcOffset(instant) == clock - instant)
                .Order(),
        ];
    }

    /// <summary>What the clock shows there at an instant.</summary>
    public static DateTimeOffset At(DateTimeOffset instant, string zone) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone));

    /// <summary>True when the clocks of two zones show the same at an instant.</summary>
    public static bool SameClock(DateTimeOffset instant, string zone, string other) =>
        At(instant, zone).Offset == At(instant, other).Offset;

    /// <summary>The place in a zone's name: "Buenos Aires" of America/Argentina/Buenos_Aires.</summary>
    public static string City(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>An offset as people write it: "UTC+5:30", "UTC−3".</summary>
    public static string OffsetName(TimeSpan offset)
    {
        var size = offset.Duration();
        var sign = offset < TimeSpan.Zero ? '−' : '+';
        return size.Minutes == 0 ? $"UTC{sign}{size.Hours}" : $"UTC{sign}{size.Hours}:{size.Minutes:00}";
    }

    private static DateTimeOffset Shifted(DateTimeOffset clock, TimeSpan by) =>
        by < TimeSpan.Zero && clock - DateTimeOffset.MinValue < -by ? DateTimeOffset.MinValue
        : by > TimeSpan.Zero && DateTimeOffset.MaxValue - clock < by ? DateTimeOffset.MaxValue
        : clock + by;

    /// <summary>False at the very ends of the calendar, beyond which there is no instant.</summary>
    private static bool IsReal(DateTimeOffset clock, TimeSpan offset) =>
        offset > TimeSpan.Zero ? clock - DateTimeOffset.MinValue >= offset : DateTimeOffset.MaxValue - clock >= -offset;
}
