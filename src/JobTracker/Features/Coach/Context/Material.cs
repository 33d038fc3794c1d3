using JobTracker.Features.Applications;
using JobTracker.Features.Deliverables;
using JobTracker.Features.Interviews;

namespace JobTracker.Features.Coach.Context;

/// <summary>What the coach may see of one application, as it is stored.</summary>
internal sealed record Material
{
    public sealed record Deliverable(Guid Id, string Title, DeliverableKind Kind, DeliverableState State, DateOnly? DueOn, string? Content);

    public sealed record Note(Guid Id, string Title, DateTimeOffset UpdatedAt, string Content);

    /// <summary>The person's language.</summary>
    public required string Locale { get; init; }
    public required string TimeZone { get; init; }

    /// <summary>Of the model that answers this person.</summary>
    public required double CharactersPerToken { get; init; }
    public required JobApplication Application { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<Interview> Interviews { get; init; }

    /// <summary>By due day.</summary>
    public required IReadOnlyList<Deliverable> Deliverables { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<Note> Notes { get; init; }
}
