using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Interviews;

/// <summary>The application that an interview is to be added to.</summary>
public sealed class ReadTarget(JobTrackerDb db)
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

    /// <summary>Null when there is none.</summary>
    public Task<Row?> RunAsync(UserId owner, Guid id, CancellationToken cancel)
    {
        var planned = db.Interviews.OwnedBy(owner).Where(row => row.ApplicationId == id && row.Status == InterviewStatus.Planned);
        return db
            .Applications.OwnedBy(owner)
            .Where(row => row.Id == id)
            .Select(row => new Row(row.Id, row.Company, row.Position, row.Status, planned.Any()))
            .SingleOrDefaultAsync(cancel);
    }
}
