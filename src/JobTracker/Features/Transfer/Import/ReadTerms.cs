using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Transfer.Import;

/// <summary>What the account says about how a file is to be read.</summary>
public sealed class ReadTerms(JobTrackerDb db, TimeProvider clock, IStringLocalizer<Texts> t)
{
    /// <param name="owner">Whose.</param>
    /// <param name="ownHosts">Where this server is reached.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Outcome<ReadingTerms>> RunAsync(UserId owner, IReadOnlyCollection<string> ownHosts, CancellationToken cancel)
    {
        var zone = await db.Accounts.OwnedBy(owner).Select(account => account.TimeZone).SingleOrDefaultAsync(cancel);
        return zone is null ? new AccountGone() : new ReadingTerms(zone, clock.Today(zone), clock.Now(), ownHosts, t);
    }
}
