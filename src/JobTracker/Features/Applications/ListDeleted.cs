using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Applications;

/// <summary>What can still be restored, newest first.</summary>
public sealed class ListDeleted(JobTrackerDb db, TimeProvider clock)
{
    public sealed record Row(
        Guid Id,
        string Company,
        string Position,
        ApplicationStatus Status,
        DateTimeOffset DeletedAt,
        DateTimeOffset PurgedAt
    );

    public async Task<Page<Row>> RunAsync(UserId owner, CancellationToken cancel)
    {
        var earliest = clock.Now() - DeleteApplication.Kept;
        var rows = await db
            .Applications.OwnedBy(owner)
            .IgnoreQueryFilters([JobApplicationMapping.Deleted])
            .Where(row => row.DeletedAt > earliest)
            .OrderByDescending(row => row.DeletedAt)
            .ThenBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.Company,
                row.Position,
                row.Status,
                DeletedAt = row.DeletedAt!.Value,
            })
            .ToListAsync(cancel);
        return new Page<Row>(
            rows.ConvertAll(row => new Row(
                row.Id,
                row.Company,
                row.Position,
                row.Status,
                row.DeletedAt,
                row.DeletedAt + DeleteApplication.Kept
            ))
        );
    }
}
