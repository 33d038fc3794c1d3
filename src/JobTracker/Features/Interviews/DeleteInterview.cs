using JobTracker.Data;
using JobTracker.Kernel;

namespace JobTracker.Features.Interviews;

/// <summary>Deletes an interview for good.</summary>
public sealed class DeleteInterview(JobTrackerDb db)
{
    /// <summary>Gives the application that it belonged to.</summary>
    public async Task<Outcome<Guid>> RunAsync(UserId owner, Guid id, int? ifVersion, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockInterviewAsync(owner, id, cancel) is not { } interview)
            return new NotFound();
        if (ifVersion is { } seen && seen != interview.Version)
            return new Stale(InterviewDetails.Of(interview));
        db.Remove(interview);
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return interview.ApplicationId;
    }
}
