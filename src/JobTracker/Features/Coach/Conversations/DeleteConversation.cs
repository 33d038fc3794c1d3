using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>Deletes a conversation with all that was said. A reply that is still being written ends.</summary>
public sealed class DeleteConversation(JobTrackerDb db, RunningReplies running)
{
    public async Task<Outcome<Nothing>> RunAsync(UserId owner, Guid id, int? ifVersion, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockConversationAsync(owner, id, cancel) is not { } conversation)
            return new NotFound();
        if (ifVersion is { } seen && seen != conversation.Version)
            return new Stale(ConversationRow.Of(conversation));
        var replies = await db.Streaming(owner).Where(row => row.ConversationId == id).Select(row => row.Id).ToListAsync(cancel);
        db.Remove(conversation);
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        foreach (var reply in replies)
            running.Find(reply)?.Stop(StopReason.Gone);
        return Nothing.Value;
    }
}
