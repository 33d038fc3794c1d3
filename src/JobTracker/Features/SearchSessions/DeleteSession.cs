using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.SearchSessions;

/// <summary>Deletes a session with its entries. What is in the tracker stays there.</summary>
public sealed class DeleteSession(JobTrackerDb db)
{
    public async Task<Outcome<Nothing>> RunAsync(UserId owner, Guid id, CancellationToken cancel) =>
        await db.SearchSessions.OwnedBy(owner).Where(row => row.Id == id).ExecuteDeleteAsync(cancel) == 1 ? Nothing.Value : new NotFound();
}
