namespace JobTracker.Features.SearchSessions;

/// <summary>An entry as the pages list it.</summary>
/// <param name="Number">Counted from the session's first.</param>
/// <param name="Now">The present: says how long ago it was.</param>
/// <param name="Zone">Where the person lives.</param>
public sealed record EntryLine(EntryRow Row, int Number, DateTimeOffset Now, TimeZoneInfo Zone)
{
    /// <summary>True when it was just saved in its place, and the focus belongs there.</summary>
    public bool HasFocus { get; init; }

    public DateTimeOffset At => TimeZoneInfo.ConvertTime(Row.CreatedAt, Zone);

    /// <summary>The link without what all links begin with.</summary>
    public string? ShortLink =>
        Row.Link is not { } link ? null
        : Uri.TryCreate(link, UriKind.Absolute, out var address) ? link[(address.Scheme.Length + "://".Length)..].TrimEnd('/')
        : link;

    /// <summary>Lines of the newest entries of a session.</summary>
    public static IReadOnlyList<EntryLine> Of(SessionDetails session, DateTimeOffset now, TimeZoneInfo zone) =>
        [.. session.Entries.Select((row, at) => new EntryLine(row, session.Count - at, now, zone))];
}
