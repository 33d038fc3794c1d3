using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>Stops a reply; what there is of it stays. On the process that writes it that happens at once, on another with its next write or beat.</summary>
public sealed class StopReply(JobTrackerDb db, RunningReplies running, IStringLocalizer<Texts> t)
{
    public async Task<Outcome<MessageRow>> RunAsync(UserId owner, Guid conversationId, Guid replyId, CancellationToken cancel)
    {
        if (await db.FindReplyAsync(owner, conversationId, replyId, cancel) is null)
            return new NotFound();
        running.Find(replyId)?.Stop(StopReason.Asked);
        await db.Streaming(owner)
            .Where(row => row.Id == replyId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.StopRequested, true), cancel);
        return await db.FindReplyAsync(owner, conversationId, replyId, cancel) is { } reply
            ? MessageRow.Of(reply, t, reply.Status == MessageStatus.Streaming ? await db.WrittenAsync(owner, replyId, cancel) : null)
            : new NotFound();
    }
}
