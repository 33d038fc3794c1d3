using System.Text.Json;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Transfer.Import.Uploads;

/// <summary>How far a kept file is.</summary>
public sealed class ReadUpload(JobTrackerDb db, TimeProvider clock)
{
    /// <param name="IsBrokenOff">The process that worked on it is no more: nothing was written.</param>
    public sealed record Row(
        Guid Id,
        string Name,
        long Size,
        UploadState State,
        int RowsDone,
        int RowsToAdd,
        ImportReport? Report,
        string? Trouble,
        bool IsBrokenOff
    );

    public async Task<Outcome<Row>> RunAsync(UserId owner, Guid id, CancellationToken cancel)
    {
        var now = clock.Now();
        var found = await db.Imports.OwnedBy(owner).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.ExpiresAt > now, cancel);
        if (found is null)
            return new NotFound();
        return new Row(
            found.Id,
            found.Name,
            found.Size,
            found.State,
            found.RowsDone,
            found.RowsToAdd,
            found.Report is null ? null : JsonSerializer.Deserialize<ImportReport>(found.Report, Document.DocumentFormat.Json),
            found.Trouble,
            found.State == UploadState.Running && found.LeaseUntil <= now
        );
    }

    /// <summary>The one that this person has, if any.</summary>
    public Task<Guid?> CurrentAsync(UserId owner, CancellationToken cancel)
    {
        var now = clock.Now();
        return db.Imports.OwnedBy(owner).Where(row => row.ExpiresAt > now).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancel);
    }
}
