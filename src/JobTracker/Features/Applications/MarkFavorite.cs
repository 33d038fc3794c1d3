using JobTracker.Data;
using JobTracker.Kernel;

namespace JobTracker.Features.Applications;

/// <summary>Turns the star on or off.</summary>
public sealed class MarkFavorite(JobTrackerDb db, TimeProvider clock)
{
    public sealed record Answer(bool IsFavorite);

    public async Task<Outcome<Answer>> ToggleAsync(UserId owner, Guid id, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockAsync(owner, id, cancel) is not { } application)
            return new NotFound();
        application.MarkFavorite(!application.IsFavorite, clock.Now());
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return new Answer(application.IsFavorite);
    }
}
