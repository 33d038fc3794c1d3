namespace JobTracker.Features.CalendarFeed.ICalendar;

/// <summary>A VEVENT (RFC 5545 §3.6.1).</summary>
/// <param name="Key">The same for the same thing for ever, and different from all others of this site.</param>
/// <param name="Version">Rises with every change: its SEQUENCE.</param>
/// <param name="CreatedAt">When it came into the world.</param>
/// <param name="ChangedAt">When it last changed.</param>
public sealed record CalendarEvent(string Key, int Version, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt)
{
    /// <summary>When it is.</summary>
    public abstract record Time;

    /// <summary>From an instant on, by the clock of the zone that it was agreed in.</summary>
    /// <param name="Start">The instant.</param>
    /// <param name="Zone">IANA name.</param>
    /// <param name="Minutes">How long.</param>
    public sealed record Hours(DateTimeOffset Start, string Zone, int Minutes) : Time;

    /// <summary>All of a day, wherever one is.</summary>
    public sealed record WholeDay(DateOnly Day) : Time;

    public required string Title { get; init; }
    public string? Text { get; init; }
    public string? Place { get; init; }
    public Uri? Link { get; init; }
    public required Time When { get; init; }

    /// <summary>It was called off. It stays, so that calendars take note.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>How long before the start calendars ring.</summary>
    public IReadOnlyList<TimeSpan> Alarms { get; init; } = [];
}
