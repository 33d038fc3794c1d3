using JobTracker.Data;
using JobTracker.Features.Coach.Conversations;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Mock;

/// <summary>Ends a mock interview, answered to the end or not; or takes it away with its conversation.</summary>
public sealed class EndMock(JobTrackerDb db, TimeProvider clock)
{
    /// <summary>From now on there is a report. Ending twice changes nothing.</summary>
    public async Task<Outcome<Nothing>> RunAsync(UserId owner, Guid id, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockMockAsync(owner, id, cancel) is not { } mock)
            return new NotFound();
        mock.Finish(clock.Now());
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return Nothing.Value;
    }

    /// <summary>Gives the application that it was for.</summary>
    public async Task<Outcome<Guid>> DeleteAsync(UserId owner, Guid id, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockMockAsync(owner, id, cancel) is not { } mock)
            return new NotFound();
        await db.Conversations.OwnedBy(owner).Where(row => row.Id == id && row.Mode == ConversationMode.Mock).ExecuteDeleteAsync(cancel);
        await work.CommitAsync(cancel);
        return mock.ApplicationId;
    }
}
