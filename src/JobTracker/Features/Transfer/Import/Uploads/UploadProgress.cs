using System.Text.Json;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Transfer.Import.Uploads;

/// <summary>Writes down how far the work on a kept file is. Each answer says whether it is still wanted.</summary>
public sealed class UploadProgress(JobTrackerDb db, TimeProvider clock)
{
    /// <summary>Renews the lease; false when the file is gone or no longer ours.</summary>
    public async Task<bool> BeatAsync(UserId owner, Guid id, int rows, CancellationToken cancel)
    {
        var lease = clock.Now() + UploadLease.Length;
        return await Running(owner, id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.RowsDone, rows).SetProperty(row => row.LeaseUntil, lease), cancel)
            == 1;
    }

    /// <summary>In the transaction that wrote the rows: either both last or neither.</summary>
    public async Task<bool> FinishAsync(UserId owner, Guid id, ImportReport report, CancellationToken cancel)
    {
        var json = JsonSerializer.Serialize(report, Document.DocumentFormat.Json);
        var finished = await Running(owner, id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.State, UploadState.Done)
                        .SetProperty(row => row.RowsDone, report.Added)
                        .SetProperty(row => row.Report, json)
                        .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null),
                cancel
            );
        await db.ImportPieces.OwnedBy(owner).Where(piece => piece.ImportId == id).ExecuteDeleteAsync(cancel);
        return finished == 1;
    }

    public Task FailAsync(UserId owner, Guid id, string trouble, CancellationToken cancel) =>
        Running(owner, id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.State, UploadState.Failed)
                        .SetProperty(row => row.Trouble, trouble)
                        .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null),
                cancel
            );

    private IQueryable<Upload> Running(UserId owner, Guid id) =>
        db.Imports.OwnedBy(owner).Where(row => row.Id == id && row.State == UploadState.Running);
}
