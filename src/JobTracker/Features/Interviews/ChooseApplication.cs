using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Interviews;

/// <summary>What an interview can be added to.</summary>
public sealed class ChooseApplication(JobTrackerDb db)
{
    /// <param name="Id">Of the application.</param>
    /// <param name="Company">Its company.</param>
    /// <param name="Position">Its position.</param>
    /// <param name="Status">Where it stands.</param>
    /// <param name="HasPlanned">An interview is planned already.</param>
    public sealed record Row(Guid Id, string Company, string Position, ApplicationStatus Status, bool HasPlanned)
    {
        /// <summary>With the first planned interview an application usually reaches its interview stage.</summary>
        public bool OffersMove => AddInterview.IsBeforeInterview(Status) && !HasPlanned;
    }

    /// <summary>Those that are still open first, then by company.</summary>
    public async Task<IReadOnlyList<Row>> RunAsync(UserId owner, CancellationToken cancel)
    {
        var rows = await db
            .Applications.OwnedBy(owner)
            .OrderBy(row => row.CompanyKey)
            .ThenBy(row => row.Id)
            .Select(row => new Row(row.Id, row.Company, row.Position, row.Status, false))
            .ToListAsync(cancel);
        return [.. rows.OrderBy(row => Statuses.IsClosed(row.Status))];
    }

    /// <summary>The one that was chosen; null when there is none.</summary>
    public Task<Row?> ReadAsync(UserId owner, Guid id, CancellationToken cancel)
    {
        var planned = db.Interviews.OwnedBy(owner).Where(row => row.ApplicationId == id && row.Status == InterviewStatus.Planned);
        return db
            .Applications.OwnedBy(owner)
            .Where(row => row.Id == id)
            .Select(row => new Row(row.Id, row.Company, row.Position, row.Status, planned.Any()))
            .SingleOrDefaultAsync(cancel);
    }
}
