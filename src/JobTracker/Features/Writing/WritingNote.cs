using JobTracker.Data;
using JobTracker.Features.Applications;

namespace JobTracker.Features.Writing;

/// <summary>A piece of text with tags: tied to one application, or kept in the person's writing bank.</summary>
public sealed class WritingNote : IOwned
{
    public required Guid UserId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>Null in the bank.</summary>
    public Guid? ApplicationId { get; private set; }

    /// <summary>For queries: which application it belongs to, and that it is hidden with it.</summary>
    public JobApplication? Application { get; private set; }
    public string Title { get; private set; } = "";
    public IReadOnlyList<string> Tags { get; private set; } = [];
    public string Content { get; private set; } = "";

    /// <summary>All searchable text, folded.</summary>
    public string SearchText { get; private set; } = "";
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public int Version { get; private set; }
}
