using JobTracker.Data;
using JobTracker.Features.Quotas;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Files;

/// <summary>Deletes a document for good and gives its room back.</summary>
public sealed class DeleteFile(JobTrackerDb db, FileQuota quota)
{
    public async Task<Outcome<Nothing>> RunAsync(UserId owner, Guid id, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        // Locks the account first, as everywhere: of two requests for the same file the second then finds none.
        await quota.GiveBackAsync(owner, 0, cancel);
        var files = db.Files.OwnedBy(owner).Where(row => row.Id == id);
        if (await files.Select(row => (long?)row.Size).SingleOrDefaultAsync(cancel) is not { } size)
            return new NotFound();
        await files.ExecuteDeleteAsync(cancel);
        await quota.GiveBackAsync(owner, size, cancel);
        await work.CommitAsync(cancel);
        return Nothing.Value;
    }
}
