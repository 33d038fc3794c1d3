using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Accounts;

/// <summary>The person who is signed in.</summary>
public sealed class ReadMe(JobTrackerDb db, IOptionsMonitor<AdminOptions> admins)
{
    public async Task<Outcome<Me>> RunAsync(UserId owner, CancellationToken cancel)
    {
        var account = await db.Accounts.OwnedBy(owner).AsNoTracking().SingleOrDefaultAsync(cancel);
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == owner.Value, cancel);
        return account is null || user is null ? new AccountGone() : Me.Of(user, account, admins.CurrentValue);
    }
}
