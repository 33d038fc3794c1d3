using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Transfer.Export;

/// <summary>How much somebody has here that an export would hold.</summary>
public sealed class CountHoldings(JobTrackerDb db)
{
    /// <param name="FileBytes">Of the files that are counted.</param>
    /// <param name="Deleted">Applications that no export holds.</param>
    public sealed record Holdings(
        int Applications,
        int Deliverables,
        int Notes,
        int Interviews,
        int Conversations,
        int Sessions,
        int Files,
        long FileBytes,
        int Deleted
    )
    {
        public bool IsEmpty => Applications + Notes + Sessions == 0;
    }

    public async Task<Holdings> RunAsync(UserId owner, CancellationToken cancel) =>
        await db
            .Accounts.OwnedBy(owner)
            .Select(account => new Holdings(
                db.Applications.OwnedBy(owner).Count(),
                db.Deliverables.OwnedBy(owner).Count(),
                db.WritingNotes.OwnedBy(owner).Count(),
                db.Interviews.OwnedBy(owner).Count(),
                db.Conversations.OwnedBy(owner).Count(),
                db.SearchSessions.OwnedBy(owner).Count(),
                db.Files.OwnedBy(owner).Count(),
                db.Files.OwnedBy(owner).Sum(file => file.Size),
                db.Applications.OwnedBy(owner)
                    .IgnoreQueryFilters(new[] { JobApplicationMapping.Deleted })
                    .Count(row => row.DeletedAt != null)
            ))
            .SingleAsync(cancel);
}
