using JobTracker.Data;
using JobTracker.Features.Coach.Keys;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Context;

/// <summary>Reads all that the coach may see of one application, and nothing else. Four statements, whatever there is.</summary>
public sealed class ReadMaterial(JobTrackerDb db, PickKey pick, ProviderClients providers, TokenRatio ratios)
{
    // More of one kind than anybody keeps; more of a text than its kind has room for.
    private const int MostItems = 200;
    private const int MostText = 16_000;

    internal async Task<Material?> RunAsync(UserId owner, Guid applicationId, CancellationToken cancel)
    {
        var found = await (
            from row in db.Applications.OwnedBy(owner).AsNoTracking()
            where row.Id == applicationId
            from account in db.Accounts.OwnedBy(owner)
            select new
            {
                row,
                account.Locale,
                account.TimeZone,
                Keys = new PickKey.OwnKeys(account.AiProvider, account.GoogleAiKey, account.OpenaiKey),
            }
        ).SingleOrDefaultAsync(cancel);
        if (found is null)
            return null;
        return new Material
        {
            Locale = found.Locale,
            TimeZone = found.TimeZone,
            CharactersPerToken = pick.Of(owner, found.Keys) is { Provider: var provider }
                ? ratios.Of(provider, providers.ModelOf(provider))
                : TokenRatio.Usual,
            Application = found.row,
            Interviews = await db
                .Interviews.OwnedBy(owner)
                .AsNoTracking()
                .Where(row => row.ApplicationId == applicationId)
                .OrderByDescending(row => row.StartsAt)
                .ThenBy(row => row.Id)
                .Take(MostItems)
                .ToListAsync(cancel),
            Deliverables = await db
                .Deliverables.OwnedBy(owner)
                .Where(row => row.ApplicationId == applicationId)
                .OrderBy(row => row.DueOn ?? DateOnly.MaxValue)
                .ThenBy(row => row.Id)
                .Take(MostItems)
                .Select(row => new Material.Deliverable(
                    row.Id,
                    row.Title,
                    row.Kind,
                    row.State,
                    row.DueOn,
                    row.Content!.Substring(0, MostText)
                ))
                .ToListAsync(cancel),
            Notes = await db
                .WritingNotes.OwnedBy(owner)
                .Where(row => row.ApplicationId == applicationId)
                .OrderByDescending(row => row.UpdatedAt)
                .ThenByDescending(row => row.Id)
                .Take(MostItems)
                .Select(row => new Material.Note(row.Id, row.Title, row.UpdatedAt, row.Content.Substring(0, MostText)))
                .ToListAsync(cancel),
        };
    }
}
