namespace JobTracker.Features.Transfer.Document;

/// <summary>A search session with its submissions, oldest first.</summary>
public sealed record KeptSession
{
    public required Guid Id { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    public IReadOnlyList<KeptEntry> Entries { get; init; } = [];
}

public sealed record KeptEntry
{
    public required Guid Id { get; init; }
    public required string Company { get; init; }
    public string? City { get; init; }
    public required string Mission { get; init; }
    public string? Link { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? AddedAt { get; init; }
}
