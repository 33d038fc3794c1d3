using JobTracker.Data;
using JobTracker.Features.Coach.Limits;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>Ends the replies of processes that are no more: they keep what was stored of them, and what was set aside for them goes back.</summary>
public sealed class CloseLeftBehind(JobTrackerDb db, CoachAllowance allowance, TimeProvider clock)
{
    /// <summary>How many there were.</summary>
    public async Task<int> RunAsync(UserId owner, CancellationToken cancel)
    {
        var now = clock.Now();
        if (!await db.Streaming(owner).AnyAsync(row => row.LeaseUntil <= now, cancel))
            return 0;
        await using var work = await Work.BeginAsync(db, cancel);
        var interrupted = Wire.Name(MessageStatus.Interrupted);
        var streaming = Wire.Name(MessageStatus.Streaming);
        var closed = await db
            .Database.SqlQuery<Closed>(
                $"""
                update coach_messages as reply set
                    status = {interrupted}, error_code = {AiCodes.Interrupted}, lease_until = null, finished_at = {now},
                    text = coalesce((
                        select string_agg(chunk.text, '' order by chunk.number) from coach_chunks as chunk
                        where chunk.user_id = {owner.Value} and chunk.reply_id = reply.id), '')
                where reply.user_id = {owner.Value} and reply.status = {streaming} and reply.lease_until <= {now}
                returning reply.reservation_id as "ReservationId"
                """
            )
            .ToListAsync(cancel);
        foreach (var reply in closed)
        {
            if (reply.ReservationId is { } reservation)
                await allowance.RefundAsync(owner, reservation, cancel);
        }
        await work.CommitAsync(cancel);
        return closed.Count;
    }

    private sealed record Closed(Guid? ReservationId);
}
