using JobTracker.Data;
using JobTracker.Kernel;

namespace JobTracker.Features.Applications;

/// <summary>All starred applications, newest change first.</summary>
public sealed class ListFavorites(JobTrackerDb db, TimeProvider clock)
{
    private static readonly ApplicationFilter Starred = new(Favorite: true);

    public async Task<Page<ApplicationRow>> RunAsync(UserId owner, CancellationToken cancel) =>
        new(
            await ApplicationOrder
                .Of(ListApplications.SortBy.UpdatedAt, ListApplications.Direction.Desc)
                .Read(db, owner, Starred, cursor: null, int.MaxValue, clock.Now())!
                .ToListAsync(cancel)
        );
}
