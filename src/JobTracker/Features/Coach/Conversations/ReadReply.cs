using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>One reply as it stands.</summary>
public sealed class ReadReply(JobTrackerDb db, CloseLeftBehind close, IStringLocalizer<Texts> t, TimeProvider clock)
{
    public async Task<Outcome<MessageRow>> RunAsync(UserId owner, Guid conversationId, Guid replyId, CancellationToken cancel)
    {
        var reply = await db.FindReplyAsync(owner, conversationId, replyId, cancel);
        if (reply?.LeaseUntil <= clock.Now() && await close.RunAsync(owner, cancel) > 0)
            reply = await db.FindReplyAsync(owner, conversationId, replyId, cancel);
        if (reply is null)
            return new NotFound();
        var written = reply.Status == MessageStatus.Streaming ? await db.WrittenAsync(owner, replyId, cancel) : null;
        return MessageRow.Of(reply, t, written);
    }
}
