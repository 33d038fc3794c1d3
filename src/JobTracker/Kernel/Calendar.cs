namespace JobTracker.Kernel;

/// <summary>Calendar days in a person's time zone.</summary>
public static class Calendar
{
    /// <summary>Used for people of whom nothing better is known.</summary>
    public const string DefaultZone = "Etc/UTC";

    /// <summary>The day that an instant falls on in an IANA time zone.</summary>
    public static DateOnly DayOf(DateTimeOffset instant, string zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);

    /// <summary>Today in an IANA time zone.</summary>
    public static DateOnly Today(this TimeProvider clock, string zone) => DayOf(clock.GetUtcNow(), zone);

    /// <summary>Now, as the database can store it: whole microseconds, so that what was written is what will be read.</summary>
    public static DateTimeOffset Now(this TimeProvider clock) => Storable(clock.GetUtcNow());

    /// <summary>An instant as the database can store it: in UTC, whole microseconds.</summary>
    public static DateTimeOffset Storable(DateTimeOffset instant) =>
        instant.ToUniversalTime().AddTicks(-(instant.UtcTicks % TimeSpan.TicksPerMicrosecond));

    /// <summary>True for the IANA names that this machine knows; Windows names and abbreviations are refused.</summary>
    public static bool IsZone(string? zone) =>
        zone is { Length: > 0 and <= 64 }
        && (zone.Contains('/') || zone == "UTC")
        && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
        && found.HasIanaId;
}
