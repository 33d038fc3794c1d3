using JobTracker.Features.Applications;

namespace JobTracker.Features.Writing;

/// <summary>A note as its form has it: the tags in one line.</summary>
public sealed record NoteForm
{
    public Guid? ApplicationId { get; init; }
    public string? Title { get; init; }
    public string? Tags { get; init; }
    public string? Content { get; init; }

    public static NoteForm Of(NoteDetails row) =>
        new()
        {
            ApplicationId = row.ApplicationId,
            Title = row.Title,
            Tags = TagLine.Of(row.Tags),
            Content = row.Content,
        };

    public NoteFacts ToFacts() =>
        new()
        {
            ApplicationId = ApplicationId,
            Title = Title,
            Tags = TagLine.Read(Tags),
            Content = Content,
        };
}

/// <summary>A page with that form.</summary>
public interface INoteFormPage
{
    NoteForm Input { get; }

    /// <summary>Where the note can belong, besides the bank.</summary>
    IReadOnlyList<ApplicationChoice> Places { get; }
}
