using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Keys;

/// <summary>Says whose model answers when there are keys for both.</summary>
public sealed class ChooseProvider(JobTrackerDb db, TimeProvider clock)
{
    /// <param name="provider">Null leaves it to the app.</param>
    public async Task<Outcome<Nothing>> RunAsync(UserId owner, AiProvider? provider, CancellationToken cancel)
    {
        if (await db.Accounts.OwnedBy(owner).SingleOrDefaultAsync(cancel) is not { } account)
            return new AccountGone();
        account.Prefer(provider, clock.Now());
        await db.SaveChangesAsync(cancel);
        return Nothing.Value;
    }
}
