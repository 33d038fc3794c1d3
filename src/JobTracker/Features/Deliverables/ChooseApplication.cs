using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Deliverables;

/// <summary>An application that a deliverable can be added to.</summary>
/// <param name="IsClosed">Nothing more is expected to happen there.</param>
public sealed record ApplicationChoice(Guid Id, string Company, string Position, bool IsClosed);

/// <summary>All applications by name, for choosing one.</summary>
public sealed class ChooseApplication(JobTrackerDb db)
{
    public async Task<IReadOnlyList<ApplicationChoice>> RunAsync(UserId owner, CancellationToken cancel)
    {
        var rows = await db
            .Applications.OwnedBy(owner)
            .OrderBy(row => row.CompanyKey)
            .ThenBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.Company,
                row.Position,
                row.Status,
            })
            .ToListAsync(cancel);
        return rows.ConvertAll(row => new ApplicationChoice(row.Id, row.Company, row.Position, Statuses.IsClosed(row.Status)));
    }
}
