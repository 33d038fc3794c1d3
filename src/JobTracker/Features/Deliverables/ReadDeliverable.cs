using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Deliverables;

/// <summary>One whole deliverable.</summary>
public sealed class ReadDeliverable(JobTrackerDb db)
{
    public async Task<Outcome<DeliverableDetails>> RunAsync(UserId owner, Guid id, CancellationToken cancel) =>
        await db.Deliverables.OwnedBy(owner).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is { } found
            ? DeliverableDetails.Of(found)
            : new NotFound();
}
