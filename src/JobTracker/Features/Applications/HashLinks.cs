using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Applications;

/// <summary>Gives the rows from before the index of links what that index holds. Once they have it, this finds nothing, in an index that is empty.</summary>
public sealed class HashLinks(JobTrackerDb db)
{
    private const int Batch = 500;

    /// <summary>Of one person. Two may be at it at once.</summary>
    public async Task RunAsync(UserId owner, CancellationToken cancel)
    {
        while (true)
        {
            var without = await db
                .Applications.OwnedBy(owner)
                .IgnoreQueryFilters([JobApplicationMapping.Deleted])
                .Where(row => row.Link != null && row.LinkHash == null)
                .Select(row => new { row.Id, row.Link })
                .Take(Batch)
                .ToListAsync(cancel);
            if (without.Count == 0)
                return;
            var (ids, links) = (without.Select(row => row.Id).ToArray(), without.Select(row => row.Link!).ToArray());
            var hashes = links.Select(link => LinkKey.HashOf(link)!.Value).ToArray();
            // Not where somebody has changed the link meanwhile.
            await db.Database.ExecuteSqlAsync(
                $"""
                update applications as row set link_hash = made.hash
                from unnest({ids}, {links}, {hashes}) as made (id, link, hash)
                where row.user_id = {owner.Value} and row.id = made.id and row.link = made.link and row.link_hash is null
                """,
                cancel
            );
        }
    }
}
