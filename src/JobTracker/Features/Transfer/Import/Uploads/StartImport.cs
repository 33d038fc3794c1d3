using System.Globalization;
using JobTracker.Data;
using JobTracker.Features.Transfer.Import.Mapping;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Transfer.Import.Uploads;

/// <summary>A kept file to be taken over.</summary>
/// <param name="Language">For what is said of it.</param>
public sealed record ImportJob(
    UserId Owner,
    Guid Upload,
    TableMapping? Mapping,
    ImportChoices Choices,
    IReadOnlyCollection<string> OwnHosts,
    CultureInfo Language
);

/// <summary>Begins to take a kept file over, in the background of this process. One that was broken off can be begun again.</summary>
public sealed class StartImport(JobTrackerDb db, ImportRunner runner, TimeProvider clock, IStringLocalizer<Texts> t)
{
    public async Task<Outcome<Nothing>> RunAsync(
        UserId owner,
        Guid id,
        TableMapping? mapping,
        ImportChoices choices,
        IReadOnlyCollection<string> ownHosts,
        int rows,
        CancellationToken cancel
    )
    {
        var now = clock.Now();
        var begun = await db
            .Imports.OwnedBy(owner)
            .Where(row => row.Id == id && row.ExpiresAt > now)
            .Where(row =>
                row.State == UploadState.Waiting
                || row.State == UploadState.Failed
                || (row.State == UploadState.Running && row.LeaseUntil <= now)
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.State, UploadState.Running)
                        .SetProperty(row => row.RowsDone, 0)
                        .SetProperty(row => row.RowsToAdd, rows)
                        .SetProperty(row => row.Trouble, (string?)null)
                        .SetProperty(row => row.LeaseUntil, now + UploadLease.Length),
                cancel
            );
        if (begun == 0)
            return await db.Imports.OwnedBy(owner).AnyAsync(row => row.Id == id, cancel)
                ? new Conflict("conflict", t["This file is being imported already, or was."])
                : new NotFound();
        runner.Start(new ImportJob(owner, id, mapping, choices, ownHosts, CultureInfo.CurrentUICulture));
        return Nothing.Value;
    }
}
