using JobTracker.Features.Accounts;
using JobTracker.Features.Applications;
using JobTracker.Features.Coach.Context;
using JobTracker.Features.Coach.Limits;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>All that the chat page shows.</summary>
public sealed record ChatRoom
{
    public required ApplicationDetails Application { get; init; }

    /// <summary>Null before the first message of a new one.</summary>
    public ConversationDetails? Conversation { get; init; }

    /// <summary>The latest conversations about this application.</summary>
    public required IReadOnlyList<ConversationLine> Others { get; init; }
    public required CoachStanding Standing { get; init; }

    /// <summary>What the coach sees.</summary>
    public required PackedPrompt Context { get; init; }
    public IReadOnlyList<Exchange> Exchanges { get; init; } = [];

    public bool HasKey => Standing.Provider is not null;
    public bool MayTalk => HasKey && Standing.Agreed;

    /// <summary>The reply that is being written.</summary>
    public MessageRow? Running =>
        Exchanges.Select(exchange => exchange.Versions[^1]).FirstOrDefault(reply => reply.Status == MessageStatus.Streaming);

    public static string NameOf(AiProvider? provider) => provider == AiProvider.Openai ? "OpenAI" : "Gemini";
}

/// <summary>A message with the versions of its reply that are worth showing: those with text, and the last.</summary>
public sealed record Exchange(MessageRow Question, IReadOnlyList<MessageRow> Versions)
{
    public static IReadOnlyList<Exchange> Of(IReadOnlyList<MessageRow> messages)
    {
        var replies = messages.Where(message => message.AnswersId is not null).ToLookup(message => message.AnswersId);
        return
        [
            .. messages
                .Where(message => message.Role == MessageRole.User)
                .Select(question => new Exchange(question, Shown([.. replies[question.Id]]))),
        ];
    }

    private static List<MessageRow> Shown(List<MessageRow> replies) =>
        replies.FindAll(reply => reply.Text.Length > 0 || reply == replies[^1]);
}

/// <summary>One version of a reply on the page, among the others.</summary>
/// <param name="Conversation">Its id.</param>
/// <param name="Reply">The version that is shown.</param>
/// <param name="Versions">All of them.</param>
public sealed record ReplyView(Guid Conversation, MessageRow Reply, IReadOnlyList<MessageRow> Versions)
{
    public int Place => Versions.ToList().FindIndex(version => version.Id == Reply.Id) + 1;
    public Guid? Before => Place > 1 ? Versions[Place - 2].Id : null;
    public Guid? After => Place < Versions.Count ? Versions[Place].Id : null;
    public bool IsNewest => Place == Versions.Count;
}

/// <summary>Brings together what the chat page shows, from the use cases that know it.</summary>
public sealed class FurnishRoom(ReadApplication read, ListConversations list, ReadStanding standing, PackContext pack)
{
    private const int MostOthers = 30;

    /// <summary>Null when there is no such application, or no such account.</summary>
    public async Task<ChatRoom?> RunAsync(
        UserId owner,
        Guid applicationId,
        ConversationDetails? conversation,
        IReadOnlyList<string> excluded,
        CancellationToken cancel
    )
    {
        if (await read.RunAsync(owner, applicationId, cancel) is not Done<ApplicationDetails> { Value: var application })
            return null;
        var input = new ListConversations.Input
        {
            ApplicationId = applicationId,
            Mode = ConversationMode.Chat,
            Limit = MostOthers,
        };
        var others = await list.BrowseAsync(owner, input, cancel);
        var stands = await standing.RunAsync(owner, cancel);
        var context = await pack.RunAsync(owner, applicationId, excluded, [], summary: null, cancel);
        if (others is not Done<Page<ConversationLine>> { Value: var lines } || stands is null || context is null)
            return null;
        return new ChatRoom
        {
            Application = application,
            Conversation = conversation,
            Others = lines.Items,
            Standing = stands,
            Context = context,
            Exchanges = conversation is null ? [] : Exchange.Of(conversation.Messages),
        };
    }
}
