using JobTracker.Data;
using JobTracker.Kernel;

namespace JobTracker.Features.SearchSessions;

/// <summary>One submission of a search session: one line.</summary>
public sealed class SearchEntry : IOwned
{
    public required Guid UserId { get; init; }
    public required Guid Id { get; init; }
    public required Guid SessionId { get; init; }
    public string Company { get; private set; } = "";
    public string? City { get; private set; }
    public string Mission { get; private set; } = "";
    public string? Link { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was taken over into the tracker; null when it was not.</summary>
    public DateTimeOffset? AddedAt { get; private set; }
    public int Version { get; private set; }

    public static SearchEntry Create(UserId owner, Guid session, EntryFacts facts, DateTimeOffset now)
    {
        var entry = new SearchEntry
        {
            UserId = owner.Value,
            Id = Guid.CreateVersion7(now),
            SessionId = session,
            CreatedAt = now,
        };
        entry.Take(facts);
        return entry;
    }

    public void Take(EntryFacts facts)
    {
        Company = facts.Company!;
        City = facts.City;
        Mission = facts.Mission!;
        Link = facts.Link;
        Version++;
    }

    /// <summary>The writable fields as they stand.</summary>
    public EntryFacts Facts() =>
        new()
        {
            Company = Company,
            City = City,
            Mission = Mission,
            Link = Link,
        };

    /// <summary>It is in the tracker now.</summary>
    public void MarkAdded(DateTimeOffset now)
    {
        AddedAt = now;
        Version++;
    }
}
