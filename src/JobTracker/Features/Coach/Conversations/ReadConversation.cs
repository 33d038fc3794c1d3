using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>One conversation with what was said last in it, or before a certain message.</summary>
public sealed class ReadConversation(JobTrackerDb db, CloseLeftBehind close, IStringLocalizer<Texts> t)
{
    /// <summary>Messages of the person's own; their replies come with them.</summary>
    private const int MostQuestions = 50;

    /// <param name="owner">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="before">Only what stands before this message of the person's own; null for the end.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Outcome<ConversationDetails>> RunAsync(UserId owner, Guid id, Guid? before, CancellationToken cancel)
    {
        await close.RunAsync(owner, cancel);
        var row = await db
            .Conversations.OwnedBy(owner)
            .AsNoTracking()
            .Where(row => row.Id == id)
            .Select(ConversationRow.From)
            .SingleOrDefaultAsync(cancel);
        if (row is null)
            return new NotFound();
        var messages = db.CoachMessages.OwnedBy(owner).AsNoTracking().Where(message => message.ConversationId == id);
        var asked = messages.Where(message => message.Role == MessageRole.User);
        if (before is { } last)
        {
            var at = await asked
                .Where(message => message.Id == last)
                .Select(message => (DateTimeOffset?)message.CreatedAt)
                .SingleOrDefaultAsync(cancel);
            asked = asked.Where(message => message.CreatedAt < at);
        }
        var questions = await asked
            .OrderByDescending(message => message.CreatedAt)
            .ThenByDescending(message => message.Id)
            .Take(MostQuestions + 1)
            .ToListAsync(cancel);
        var shown = questions.Take(MostQuestions).Reverse().ToList();
        return new ConversationDetails
        {
            Id = row.Id,
            ApplicationId = row.ApplicationId,
            Mode = row.Mode,
            Title = row.Title,
            ExcludedItems = row.ExcludedItems,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            Version = row.Version,
            Messages = await WithRepliesAsync(owner, messages, shown, cancel),
            HasEarlier = questions.Count > MostQuestions,
        };
    }

    private async Task<IReadOnlyList<MessageRow>> WithRepliesAsync(
        UserId owner,
        IQueryable<CoachMessage> messages,
        List<CoachMessage> questions,
        CancellationToken cancel
    )
    {
        var ids = questions.ConvertAll(message => message.Id);
        var replies = await messages
            .Where(message => ids.Contains(message.AnswersId!.Value))
            .OrderBy(message => message.Variant)
            .ToListAsync(cancel);
        var rows = new List<MessageRow>();
        foreach (var question in questions)
        {
            rows.Add(MessageRow.Of(question, t));
            foreach (var reply in replies.Where(reply => reply.AnswersId == question.Id))
            {
                var written = reply.Status == MessageStatus.Streaming ? await db.WrittenAsync(owner, reply.Id, cancel) : null;
                rows.Add(MessageRow.Of(reply, t, written));
            }
        }
        return rows;
    }
}
