using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Interviews;

/// <summary>All rounds of one application, in order.</summary>
public sealed class ReadRounds(JobTrackerDb db)
{
    public async Task<IReadOnlyList<AgendaEntry>> RunAsync(UserId owner, Guid applicationId, CancellationToken cancel) =>
        await db
            .Interviews.OwnedBy(owner)
            .Where(row => row.ApplicationId == applicationId)
            .OrderBy(row => row.StartsAt)
            .ThenBy(row => row.Id)
            .WithApplication()
            .ToListAsync(cancel);
}
