using System.Linq.Expressions;

namespace JobTracker.Features.SearchSessions;

/// <summary>One submission.</summary>
public sealed record EntryRow
{
    public required Guid Id { get; init; }
    public required Guid SessionId { get; init; }
    public required string Company { get; init; }
    public string? City { get; init; }
    public required string Mission { get; init; }
    public string? Link { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was taken over into the tracker; null when it was not.</summary>
    public DateTimeOffset? AddedAt { get; init; }
    public required int Version { get; init; }

    /// <summary>The projection.</summary>
    internal static readonly Expression<Func<SearchEntry, EntryRow>> From = row => new EntryRow
    {
        Id = row.Id,
        SessionId = row.SessionId,
        Company = row.Company,
        City = row.City,
        Mission = row.Mission,
        Link = row.Link,
        CreatedAt = row.CreatedAt,
        AddedAt = row.AddedAt,
        Version = row.Version,
    };

    /// <summary>From the row, after a write.</summary>
    internal static readonly Func<SearchEntry, EntryRow> Of = From.Compile();
}
