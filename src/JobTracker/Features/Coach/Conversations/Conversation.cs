using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>An exchange with the coach about one application: free talk, or a mock interview.</summary>
public sealed class Conversation : IOwned
{
    public const int MostTitle = 200;
    public const int MostExcluded = 200;
    private const int MostOwnTitle = 60;

    public required Guid UserId { get; init; }
    public required Guid Id { get; init; }
    public required Guid ApplicationId { get; init; }

    /// <summary>For queries: which application it is about, and that it is hidden with it.</summary>
    public JobApplication? Application { get; private set; }
    public required ConversationMode Mode { get; init; }
    public string Title { get; private set; } = "";

    /// <summary>The items of the context that the person switched off, by their keys.</summary>
    public IReadOnlyList<string> ExcludedItems { get; private set; } = [];

    /// <summary>What was said up to <see cref="SummarizedUntil"/>, in few words; null while everything is sent word for word.</summary>
    public string? Summary { get; private set; }

    /// <summary>The last message that the summary covers.</summary>
    public Guid? SummarizedUntil { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public int Version { get; private set; }

    public static Conversation Start(UserId owner, Guid application, ConversationMode mode, string title, DateTimeOffset now)
    {
        var conversation = new Conversation
        {
            UserId = owner.Value,
            Id = Guid.CreateVersion7(now),
            ApplicationId = application,
            Mode = mode,
            CreatedAt = now,
        };
        conversation.Rename(title, now);
        return conversation;
    }

    /// <summary>A conversation without a title is named by its first message: by its first line, cut behind a word.</summary>
    public void NameAfter(string text)
    {
        if (Title.Length > 0)
            return;
        var line = text.Split('\n')[0].Trim();
        if (line.Length > MostOwnTitle)
        {
            var end = line.LastIndexOf(' ', MostOwnTitle - 1);
            line = line[..(end > MostOwnTitle / 2 ? end : WholeCharacters(line, MostOwnTitle - 1))] + "…";
        }
        Title = line;
    }

    /// <summary>Empty until its first message names it.</summary>
    public void Rename(string title, DateTimeOffset now)
    {
        Title = title;
        Touch(now);
    }

    /// <summary>Replaces the list of items that are kept from the coach.</summary>
    public void Exclude(IReadOnlyList<string> items, DateTimeOffset now)
    {
        ExcludedItems = items;
        Touch(now);
    }

    /// <summary>Both at once, as one change.</summary>
    public void Edit(string title, IReadOnlyList<string> excluded, DateTimeOffset now)
    {
        Title = title;
        ExcludedItems = excluded;
        Touch(now);
    }

    /// <summary>From now on the summary stands for every message up to <paramref name="until"/>.</summary>
    public void Summarize(string summary, Guid until, DateTimeOffset now)
    {
        Summary = summary;
        SummarizedUntil = until;
        Touch(now);
    }

    /// <summary>Something was said: it moves to the top of the list.</summary>
    public void Touch(DateTimeOffset now)
    {
        UpdatedAt = now;
        Version++;
    }

    private static int WholeCharacters(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}

public enum ConversationMode
{
    Chat,
    Mock,
}
