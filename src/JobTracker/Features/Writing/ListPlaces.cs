using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Writing;

/// <summary>The applications that a note can belong to: those changed last, by name.</summary>
public sealed class ListPlaces(JobTrackerDb db)
{
    private const int Most = 200;

    public sealed record Place(Guid Id, string Company, string Position);

    /// <param name="owner">Whose.</param>
    /// <param name="also">Is in the list whenever it was changed.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IReadOnlyList<Place>> RunAsync(UserId owner, Guid? also, CancellationToken cancel)
    {
        var rows = await db
            .Applications.OwnedBy(owner)
            .OrderByDescending(row => row.Id == also)
            .ThenByDescending(row => row.UpdatedAt)
            .Take(Most)
            .Select(row => new { row.CompanyKey, Place = new Place(row.Id, row.Company, row.Position) })
            .ToListAsync(cancel);
        return [.. rows.OrderBy(row => row.CompanyKey, StringComparer.Ordinal).Select(row => row.Place)];
    }
}
