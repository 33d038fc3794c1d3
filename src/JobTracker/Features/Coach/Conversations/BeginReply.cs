using JobTracker.Data;
using JobTracker.Features.Coach.Limits;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>What was taken on, to be followed with the reply's stream.</summary>
public sealed record SentMessage(Guid MessageId, Guid ReplyId);

/// <summary>Puts a reply that has no word yet into the caller's transaction, with what it may take set aside; then lets it be written.</summary>
public sealed class BeginReply(
    JobTrackerDb db,
    CoachAllowance allowance,
    CloseLeftBehind close,
    ReplyRunner runner,
    IStringLocalizer<Texts> t,
    TimeProvider clock
)
{
    // A packed prompt and a long answer: set aside before the call, settled after it.
    internal const long Estimate = 14_000;

    /// <param name="owner">Whose.</param>
    /// <param name="conversation">Locked by the caller, in its transaction, which is committed here.</param>
    /// <param name="question">What is answered; already stored, or about to be.</param>
    /// <param name="variant">Which try it is.</param>
    /// <param name="model">Who will answer, and whose key pays.</param>
    /// <param name="work">The caller's transaction.</param>
    /// <param name="cancel">Stops the work; nothing is changed then.</param>
    public async Task<Outcome<SentMessage>> RunAsync(
        UserId owner,
        Conversation conversation,
        CoachMessage question,
        int variant,
        CoachModel model,
        Work work,
        CancellationToken cancel
    )
    {
        await close.RunAsync(owner, cancel);
        if (await db.Streaming(owner).AnyAsync(cancel))
            return Running();
        var reserved = await allowance.ReserveAsync(owner, model.Purse, Estimate, cancel);
        if (reserved is not Done<Reservation> { Value: var reservation })
            return ((Failed<Reservation>)reserved).Failure;

        var now = clock.Now();
        var reply = CoachMessage.Reply(question, variant, model, reservation.Id, now);
        db.Add(reply);
        conversation.Touch(now);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException second) when (second.Breaks("coach_messages_one_running"))
        {
            return Running();
        }
        catch (DbUpdateException orphan) when (orphan.MissesAccount())
        {
            return new AccountGone();
        }
        await work.CommitAsync(cancel);
        runner.Start(new ReplyJob(owner, conversation.ApplicationId, conversation.Id, question.Id, reply.Id, reservation.Id));
        return new SentMessage(question.Id, reply.Id);
    }

    private Conflict Running() => new("conflict", t["The coach is still writing an answer. Wait for it, or stop it."]);
}
