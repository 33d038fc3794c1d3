using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Transfer.Import.Uploads;

/// <summary>Throws a kept file away. Whoever is taking it over finds it gone at the end, and undoes everything.</summary>
public sealed class CancelImport(JobTrackerDb db, ImportRunner runner)
{
    public async Task<Outcome<Nothing>> RunAsync(UserId owner, Guid id, CancellationToken cancel)
    {
        runner.Stop(owner, id);
        return await db.Imports.OwnedBy(owner).Where(row => row.Id == id).ExecuteDeleteAsync(cancel) == 0 ? new NotFound() : Nothing.Value;
    }
}
