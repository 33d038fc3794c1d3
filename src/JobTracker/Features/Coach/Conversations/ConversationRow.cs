using System.Linq.Expressions;
using System.Text.Json.Serialization;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>A conversation as lists show it.</summary>
public record ConversationRow
{
    public required Guid Id { get; init; }
    public required Guid ApplicationId { get; init; }
    public required ConversationMode Mode { get; init; }

    /// <summary>Empty until its first message names it.</summary>
    public required string Title { get; init; }
    public required IReadOnlyList<string> ExcludedItems { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required int Version { get; init; }

    internal static readonly Expression<Func<Conversation, ConversationRow>> From = row => new ConversationRow
    {
        Id = row.Id,
        ApplicationId = row.ApplicationId,
        Mode = row.Mode,
        Title = row.Title,
        ExcludedItems = row.ExcludedItems,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        Version = row.Version,
    };

    private static readonly Func<Conversation, ConversationRow> Make = From.Compile();

    /// <summary>From the row, after a write.</summary>
    internal static ConversationRow Of(Conversation row) => Make(row);
}

/// <summary>A conversation with what was said.</summary>
public sealed record ConversationDetails : ConversationRow
{
    /// <summary>Oldest first; the replies to a message follow it, in the order in which they were asked for.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<MessageRow> Messages { get; init; }

    /// <summary>True when there is more before the first one: ask again with <c>before</c>.</summary>
    [JsonPropertyOrder(1)]
    public required bool HasEarlier { get; init; }
}

/// <summary>A conversation as the pages list it.</summary>
/// <param name="Company">Of the application.</param>
/// <param name="Position">Of the application.</param>
public sealed record ConversationLine(
    Guid Id,
    Guid ApplicationId,
    string Title,
    string Company,
    string Position,
    ConversationMode Mode,
    DateTimeOffset UpdatedAt
)
{
    internal static readonly Expression<Func<Conversation, ConversationLine>> From = row => new ConversationLine(
        row.Id,
        row.ApplicationId,
        row.Title,
        row.Application!.Company,
        row.Application.Position,
        row.Mode,
        row.UpdatedAt
    );
}
