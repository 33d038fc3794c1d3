using JobTracker.Features.Transfer.Document;

namespace JobTracker.Features.Transfer.Import.Writing;

/// <summary>Gives rows ids of their own where something else has theirs; what refers to them follows.</summary>
internal sealed class NewIds(DateTimeOffset now)
{
    private readonly Dictionary<Guid, Guid> given = [];

    public KeptApplication Renew(KeptApplication row)
    {
        given.Clear();
        // First of all who is referred to.
        var writing = row.Writing.Select(Renew).ToList();
        var deliverables = row.Deliverables.Select(part => part with { Id = New(part.Id) }).ToList();
        var interviews = row.Interviews.Select(part => part with { Id = New(part.Id) }).ToList();
        return row with
        {
            Id = New(row.Id),
            History = [.. row.History.Select(part => part with { Id = New(part.Id) })],
            Writing = writing,
            Deliverables = [.. deliverables.Select(part => part with { SourceWritingId = Of(part.SourceWritingId) })],
            Interviews = interviews,
            Files = [.. row.Files.Select(part => part with { Id = New(part.Id) })],
            Questions = [.. row.Questions.Select(part => part with { Id = New(part.Id) })],
            Conversations = [.. row.Conversations.Select(Renew)],
        };
    }

    public KeptNote Renew(KeptNote row) => row with { Id = New(row.Id) };

    public KeptSession Renew(KeptSession row) =>
        row with
        {
            Id = New(row.Id),
            Entries = [.. row.Entries.Select(entry => entry with { Id = New(entry.Id) })],
        };

    private KeptConversation Renew(KeptConversation row)
    {
        foreach (var message in row.Messages)
            New(message.Id);
        return row with
        {
            Id = New(row.Id),
            ExcludedItems = [.. row.ExcludedItems.Select(Renew)],
            SummarizedUntil = Of(row.SummarizedUntil),
            Messages = [.. row.Messages.Select(message => message with { Id = given[message.Id], AnswersId = Of(message.AnswersId) })],
            Mock = row.Mock is { } mock ? mock with { Asked = [.. mock.Asked.Select(asked => asked with { Id = New(asked.Id) })] } : null,
        };
    }

    /// <summary>The key of an item that the coach does not see: its kind, a colon, its id.</summary>
    private string Renew(string item)
    {
        var colon = item.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Guid.TryParse(item.AsSpan(colon + 1), out var id) && given.TryGetValue(id, out var other)
            ? $"{item[..(colon + 1)]}{other}"
            : item;
    }

    private Guid New(Guid id) => given[id] = Guid.CreateVersion7(now);

    private Guid? Of(Guid? id) => id is { } old && given.TryGetValue(old, out var other) ? other : id;
}
