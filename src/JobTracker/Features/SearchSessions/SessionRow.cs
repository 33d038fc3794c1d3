using System.Text.Json.Serialization;

namespace JobTracker.Features.SearchSessions;

/// <summary>A session as lists show it.</summary>
public record SessionRow
{
    public required Guid Id { get; init; }
    public required int Count { get; init; }

    /// <summary>Submissions per day, see <see cref="Pace"/>.</summary>
    public required double Ratio { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    internal static SessionRow Of(SearchSession row, DateTimeOffset now) =>
        new()
        {
            Id = row.Id,
            Count = row.Entries,
            Ratio = Pace.Of(row.Entries, row.StartedAt, row.FinishedAt ?? now),
            StartedAt = row.StartedAt,
            FinishedAt = row.FinishedAt,
        };
}

/// <summary>A session with its entries, the newest first.</summary>
public sealed record SessionDetails : SessionRow
{
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<EntryRow> Entries { get; init; }

    internal static SessionDetails Of(SessionRow row, IReadOnlyList<EntryRow> entries) =>
        new()
        {
            Id = row.Id,
            Count = row.Count,
            Ratio = row.Ratio,
            StartedAt = row.StartedAt,
            FinishedAt = row.FinishedAt,
            Entries = entries,
        };
}

/// <summary>How fast it goes.</summary>
public static class Pace
{
    /// <summary>Submissions per day since the first one, of which the first day counts whole; two decimals.</summary>
    public static double Of(int count, DateTimeOffset startedAt, DateTimeOffset until) =>
        Math.Round(count / Math.Max(1, (until - startedAt).TotalDays), 2, MidpointRounding.AwayFromZero);
}
