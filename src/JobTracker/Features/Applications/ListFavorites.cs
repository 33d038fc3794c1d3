using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Applications;

/// <summary>All starred applications, newest change first.</summary>
public sealed class ListFavorites(JobTrackerDb db, TimeProvider clock)
{
    public async Task<Page<ApplicationRow>> RunAsync(UserId owner, CancellationToken cancel) =>
        new(
            await db
                .Applications.OwnedBy(owner)
                .Where(row => row.IsFavorite)
                .OrderByDescending(row => row.UpdatedAt)
                .ThenBy(row => row.Id)
                .Join(
                    db.Accounts.OwnedBy(owner),
                    row => row.UserId,
                    account => account.UserId,
                    ApplicationRow.From(db.ApplicationParts.OwnedBy(owner), clock.Now())
                )
                .ToListAsync(cancel)
        );
}
