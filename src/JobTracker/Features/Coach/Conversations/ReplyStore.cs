using JobTracker.Data;
using JobTracker.Features.Coach.Limits;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>How a reply ended.</summary>
/// <param name="Text">All of it that is stored.</param>
public sealed record ReplyEnd(MessageStatus Status, string Text)
{
    public bool Cut { get; init; }
    public AiTrouble? Trouble { get; init; }
    public int? InputTokens { get; init; }
    public int? OutputTokens { get; init; }

    /// <summary>All that the provider counted for this message, or our estimate of it.</summary>
    public long TokensUsed { get; init; }
}

/// <summary>Writes a reply down while it is produced. What it has not written nobody is shown.</summary>
public sealed class ReplyStore(JobTrackerDb db, CoachAllowance allowance, TimeProvider clock)
{
    /// <summary>What the row says to whoever writes the reply.</summary>
    public enum Answer
    {
        GoOn,
        Stop,

        /// <summary>It was deleted, or given up because this process was silent for too long.</summary>
        Gone,
    }

    /// <summary>Adds a piece, renews the lease, and reads whether to go on. An empty piece only does the others.</summary>
    public async Task<Answer> AppendAsync(UserId owner, Guid reply, int number, string piece, CancellationToken cancel)
    {
        var lease = clock.Now() + ReplyLease.Length;
        var streaming = Wire.Name(MessageStatus.Streaming);
        await using var work = await Work.BeginAsync(db, cancel);
        var found = await db
            .Database.SqlQuery<bool>(
                $"""
                update coach_messages set lease_until = {lease}
                where user_id = {owner.Value} and id = {reply} and status = {streaming}
                returning stop_requested as "Value"
                """
            )
            .ToListAsync(cancel);
        if (found.Count == 0)
            return Answer.Gone;
        if (piece.Length > 0)
            await db.Database.ExecuteSqlAsync(
                $"insert into coach_chunks (user_id, reply_id, number, text) values ({owner.Value}, {reply}, {number}, {piece})",
                cancel
            );
        await work.CommitAsync(cancel);
        return found[0] ? Answer.Stop : Answer.GoOn;
    }

    /// <summary>Renews what is set aside for it.</summary>
    public Task RenewAsync(UserId owner, Guid reservation, CancellationToken cancel) => allowance.RenewAsync(owner, reservation, cancel);

    /// <summary>Ends it, and settles what it took: nothing when no word came.</summary>
    public async Task FinishAsync(UserId owner, Guid reply, Guid reservation, ReplyEnd end, CancellationToken cancel)
    {
        var now = clock.Now();
        var (code, reason, retryAt) = (end.Trouble?.Code, end.Trouble?.Reason, now + end.Trouble?.RetryAfter);
        await using var work = await Work.BeginAsync(db, cancel);
        await db.Streaming(owner)
            .Where(row => row.Id == reply)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.Status, end.Status)
                        .SetProperty(row => row.Text, end.Text)
                        .SetProperty(row => row.Cut, end.Cut)
                        .SetProperty(row => row.InputTokens, end.InputTokens)
                        .SetProperty(row => row.OutputTokens, end.OutputTokens)
                        .SetProperty(row => row.ErrorCode, code)
                        .SetProperty(row => row.Reason, reason)
                        .SetProperty(row => row.RetryAt, retryAt)
                        .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null)
                        .SetProperty(row => row.FinishedAt, now),
                cancel
            );
        if (end.Text.Length > 0)
            await allowance.SettleAsync(owner, reservation, end.TokensUsed, cancel);
        else
            await allowance.RefundAsync(owner, reservation, cancel);
        await work.CommitAsync(cancel);
    }
}
