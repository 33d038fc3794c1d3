using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Interviews;

/// <summary>One whole interview.</summary>
public sealed class ReadInterview(JobTrackerDb db)
{
    public async Task<Outcome<InterviewDetails>> RunAsync(UserId owner, Guid id, CancellationToken cancel) =>
        await db.Interviews.OwnedBy(owner).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is { } row
            ? InterviewDetails.Of(row)
            : new NotFound();
}
