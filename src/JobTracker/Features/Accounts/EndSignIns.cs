using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Accounts;

/// <summary>Signs out: here, or everywhere.</summary>
public sealed class EndSignIns(JobTrackerDb db, SignInCheck check, TimeProvider clock)
{
    /// <summary>Ends one sign-in of this person.</summary>
    public async Task<Outcome<Nothing>> OneAsync(UserId owner, Guid signInId, CancellationToken cancel)
    {
        var ended = await EndAsync(
            db.SignIns.Where(row => row.UserId == owner.Value && row.Id == signInId && row.RevokedAt == null),
            cancel
        );
        return ended == 0 ? new NotFound() : Nothing.Value;
    }

    /// <summary>Ends all sign-ins of this person but one, if one is to stay.</summary>
    public async Task<Outcome<Nothing>> AllAsync(UserId owner, Guid? except, CancellationToken cancel)
    {
        await EndAsync(db.SignIns.Where(row => row.UserId == owner.Value && row.Id != except && row.RevokedAt == null), cancel);
        return Nothing.Value;
    }

    private async Task<int> EndAsync(IQueryable<SignIn> signIns, CancellationToken cancel)
    {
        var ids = await signIns.Select(row => row.Id).ToListAsync(cancel);
        var now = clock.Now();
        var ended = await signIns
            .Where(row => ids.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), cancel);
        ids.ForEach(check.End);
        return ended;
    }
}
