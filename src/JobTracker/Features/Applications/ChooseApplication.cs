using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Applications;

/// <summary>An application to choose: for what is added to one.</summary>
/// <param name="IsClosed">Nothing more is expected to happen there.</param>
public sealed record ApplicationChoice(Guid Id, string Company, string Position, bool IsClosed);

/// <summary>All applications for choosing one: those that still go on first, then by company.</summary>
public sealed class ChooseApplication(JobTrackerDb db)
{
    public async Task<IReadOnlyList<ApplicationChoice>> RunAsync(UserId owner, CancellationToken cancel)
    {
        var rows = await db
            .Applications.OwnedBy(owner)
            .OrderBy(row => row.CompanyKey)
            .ThenBy(row => row.Id)
            .Select(row => new ApplicationChoice(row.Id, row.Company, row.Position, Statuses.IsClosed(row.Status)))
            .ToListAsync(cancel);
        return [.. rows.OrderBy(row => row.IsClosed)];
    }
}
