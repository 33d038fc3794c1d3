using JobTracker.Features.Transfer.Document;

namespace JobTracker.Features.Transfer.Import.Matching;

/// <summary>The ids that a file has used so far: none may stand there twice for the same kind of thing.</summary>
internal sealed class SeenIds
{
    private readonly HashSet<Guid> applications = [];
    private readonly HashSet<Guid> changes = [];
    private readonly HashSet<Guid> notes = [];
    private readonly HashSet<Guid> deliverables = [];
    private readonly HashSet<Guid> interviews = [];
    private readonly HashSet<Guid> files = [];
    private readonly HashSet<Guid> questions = [];
    private readonly HashSet<Guid> conversations = [];
    private readonly HashSet<Guid> messages = [];
    private readonly HashSet<Guid> asked = [];
    private readonly HashSet<Guid> sessions = [];
    private readonly HashSet<Guid> entries = [];
    private readonly HashSet<Guid> bank = [];

    /// <summary>Of the notes that belong to no application.</summary>
    public IReadOnlySet<Guid> Bank => bank;

    public bool AddToBank(Guid id) => notes.Add(id) && bank.Add(id);

    /// <summary>False when one of its ids was used before.</summary>
    public bool Add(KeptApplication row) =>
        applications.Add(row.Id)
        & row.History.All(part => changes.Add(part.Id))
        & row.Writing.All(part => notes.Add(part.Id))
        & row.Deliverables.All(part => deliverables.Add(part.Id))
        & row.Interviews.All(part => interviews.Add(part.Id))
        & row.Files.All(part => files.Add(part.Id))
        & row.Questions.All(part => questions.Add(part.Id))
        & row.Conversations.All(talk =>
            conversations.Add(talk.Id)
            & talk.Messages.All(part => messages.Add(part.Id))
            & (talk.Mock?.Asked.All(part => asked.Add(part.Id)) ?? true)
        );

    public bool Add(KeptSession row) => sessions.Add(row.Id) & row.Entries.All(part => entries.Add(part.Id));
}
