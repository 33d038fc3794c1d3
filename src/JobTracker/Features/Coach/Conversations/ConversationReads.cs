using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>The reads that several use cases of this feature begin with.</summary>
internal static class ConversationReads
{
    /// <summary>The row, locked until the transaction ends: what is said in one conversation follows each other.</summary>
    public static Task<Conversation?> LockConversationAsync(this JobTrackerDb db, UserId owner, Guid id, CancellationToken cancel) =>
        db
            .Conversations.FromSql($"select * from coach_conversations where user_id = {owner.Value} and id = {id} for update")
            .OwnedBy(owner)
            .SingleOrDefaultAsync(cancel);

    /// <summary>A reply of a conversation; null for a message of the person's own, too.</summary>
    public static Task<CoachMessage?> FindReplyAsync(
        this JobTrackerDb db,
        UserId owner,
        Guid conversation,
        Guid reply,
        CancellationToken cancel
    ) =>
        db
            .CoachMessages.OwnedBy(owner)
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == reply && row.ConversationId == conversation && row.Role == MessageRole.Coach, cancel);

    /// <summary>What is stored of a reply that is being written.</summary>
    public static async Task<WrittenSoFar> WrittenAsync(this JobTrackerDb db, UserId owner, Guid reply, CancellationToken cancel)
    {
        var pieces = await db
            .CoachChunks.OwnedBy(owner)
            .Where(row => row.ReplyId == reply)
            .OrderBy(row => row.Number)
            .Select(row => row.Text)
            .ToListAsync(cancel);
        return new WrittenSoFar(string.Concat(pieces), pieces.Count);
    }

    /// <summary>A reply's row, whatever became of its application meanwhile, as long as it is being written.</summary>
    public static IQueryable<CoachMessage> Streaming(this JobTrackerDb db, UserId owner) =>
        db
            .CoachMessages.OwnedBy(owner)
            .IgnoreQueryFilters([JobApplicationMapping.Deleted])
            .Where(row => row.Status == MessageStatus.Streaming);
}
