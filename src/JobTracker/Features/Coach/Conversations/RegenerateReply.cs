using JobTracker.Data;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>Asks for another version of a reply, which stands beside the old one.</summary>
public sealed class RegenerateReply(JobTrackerDb db, OpenModel open, BeginReply begin)
{
    public async Task<Outcome<SentMessage>> RunAsync(UserId owner, Guid conversationId, Guid replyId, CancellationToken cancel)
    {
        if (await db.FindReplyAsync(owner, conversationId, replyId, cancel) is not { AnswersId: { } questionId })
            return new NotFound();
        var opened = await open.RunAsync(owner, cancel);
        if (opened is not Done<CoachModel> { Value: var model })
            return ((Failed<CoachModel>)opened).Failure;

        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockConversationAsync(owner, conversationId, cancel) is not { } conversation)
            return new NotFound();
        var question = await db.CoachMessages.OwnedBy(owner).AsNoTracking().SingleAsync(row => row.Id == questionId, cancel);
        var versions = await db
            .CoachMessages.OwnedBy(owner)
            .Where(row => row.AnswersId == questionId)
            .MaxAsync(row => row.Variant!.Value, cancel);
        return await begin.RunAsync(owner, conversation, question, versions + 1, model, work, cancel);
    }
}
