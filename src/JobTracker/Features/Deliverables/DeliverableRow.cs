using System.Linq.Expressions;
using System.Text.Json.Serialization;

namespace JobTracker.Features.Deliverables;

/// <summary>A deliverable as lists show it: everything but the text.</summary>
public record DeliverableRow
{
    public required Guid Id { get; init; }
    public required Guid ApplicationId { get; init; }
    public required string Title { get; init; }
    public required DeliverableKind Kind { get; init; }
    public DateOnly? DueOn { get; init; }
    public required DeliverableState State { get; init; }
    public bool IsDone => State == DeliverableState.Done;
    public Guid? SourceWritingId { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required int Version { get; init; }

    /// <summary>The projection, so that only these columns are read.</summary>
    internal static readonly Expression<Func<Deliverable, DeliverableRow>> From = row => new DeliverableRow
    {
        Id = row.Id,
        ApplicationId = row.ApplicationId,
        Title = row.Title,
        Kind = row.Kind,
        DueOn = row.DueOn,
        State = row.State,
        SourceWritingId = row.SourceWritingId,
        CompletedAt = row.CompletedAt,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        Version = row.Version,
    };
}

/// <summary>A whole deliverable.</summary>
public sealed record DeliverableDetails : DeliverableRow
{
    [JsonPropertyOrder(1)]
    public string? Content { get; init; }

    /// <summary>From the whole row.</summary>
    internal static DeliverableDetails Of(Deliverable row) =>
        new()
        {
            Id = row.Id,
            ApplicationId = row.ApplicationId,
            Title = row.Title,
            Kind = row.Kind,
            DueOn = row.DueOn,
            State = row.State,
            SourceWritingId = row.SourceWritingId,
            CompletedAt = row.CompletedAt,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            Version = row.Version,
            Content = row.Content,
        };
}
