using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Kernel;

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

    /// <summary>In the person's own order, no two alike.</summary>
    public IReadOnlyList<string> Tags { get; private set; } = [];
    public string Content { get; private set; } = "";

    /// <summary>All searchable text, folded; each tag between two marks, see <see cref="TagMark"/>.</summary>
    public string SearchText { get; private set; } = "";
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public int Version { get; private set; }

    // Folding takes this character out of everything that people write, so that it can only stand where it was put here.
    private const char Mark = '\u2063';

    public static WritingNote Create(UserId owner, NoteFacts facts, DateTimeOffset now)
    {
        var note = new WritingNote
        {
            UserId = owner.Value,
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
        };
        note.Take(facts, now);
        return note;
    }

    /// <summary>Replaces everything that can be written.</summary>
    public void Take(NoteFacts facts, DateTimeOffset now)
    {
        ApplicationId = facts.ApplicationId;
        Title = facts.Title!;
        Tags = facts.Tags;
        Content = facts.Content!;
        SearchText = SearchTextOf(Title, Tags, Content);
        UpdatedAt = now;
        Version++;
    }

    /// <summary>What is found, and by which text.</summary>
    public static string SearchTextOf(string title, IEnumerable<string> tags, string content) =>
        string.Join('\n', [Folding.Fold(title), .. tags.Select(TagMark), Folding.Fold(content)]);

    /// <summary>The writable fields as they stand.</summary>
    public NoteFacts Facts() =>
        new()
        {
            ApplicationId = ApplicationId,
            Title = Title,
            Tags = Tags,
            Content = Content,
        };

    /// <summary>A tag as it stands in <see cref="SearchText"/>: found whole, whatever its case and accents.</summary>
    public static string TagMark(string tag) => $"{Mark}{Folding.Fold(tag)}{Mark}";
}
