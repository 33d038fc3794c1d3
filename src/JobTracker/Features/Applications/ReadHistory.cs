using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Applications;

/// <summary>The dated moves of one application, oldest first.</summary>
public sealed class ReadHistory(JobTrackerDb db)
{
    /// <param name="Id">Of the change.</param>
    /// <param name="FromStatus">The status before; null for the first. It follows from the order and is not stored.</param>
    /// <param name="ToStatus">The status from then on.</param>
    /// <param name="OccurredOn">The day.</param>
    /// <param name="Note">What the person wrote about it.</param>
    /// <param name="CreatedAt">When it was entered.</param>
    public sealed record Row(
        Guid Id,
        ApplicationStatus? FromStatus,
        ApplicationStatus ToStatus,
        DateOnly OccurredOn,
        string? Note,
        DateTimeOffset CreatedAt
    );

    public async Task<Outcome<Page<Row>>> RunAsync(UserId owner, Guid id, CancellationToken cancel) =>
        await db.Applications.OwnedBy(owner).AnyAsync(row => row.Id == id, cancel)
            ? new Page<Row>(await db.WayAsync(owner, id, cancel))
            : new NotFound();
}
