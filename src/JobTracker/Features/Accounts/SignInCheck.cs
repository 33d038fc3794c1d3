using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Accounts;

/// <summary>Whether a sign-in still holds: asked on every request, remembered for <see cref="Remembered"/> on this process.</summary>
public sealed class SignInCheck(JobTrackerDb db, IMemoryCache cache, TimeProvider clock, IOptionsMonitor<AdminOptions> admins)
{
    /// <summary>The longest that a sign-in ended on another process goes on here.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    /// <summary>Without any use for so long, a sign-in ends.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(7);
    private static readonly TimeSpan SeenAgain = TimeSpan.FromMinutes(5);

    /// <summary>Null when it does not hold.</summary>
    /// <param name="signInId">Its id, out of the cookie or token.</param>
    /// <param name="fresh">Reads the database whatever is remembered: for changes of password, keys, devices and the like.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<SignedInPerson?> RunAsync(Guid signInId, bool fresh, CancellationToken cancel)
    {
        if (!fresh && cache.TryGetValue(KeyOf(signInId), out SignedInPerson? known))
            return known;
        var person = await ReadAsync(signInId, cancel);
        cache.Set(KeyOf(signInId), person, Remembered);
        return person;
    }

    /// <summary>It holds no more on this process, even before the transaction that ends it is done.</summary>
    public void End(Guid signInId) => cache.Set(KeyOf(signInId), (SignedInPerson?)null, Remembered);

    /// <summary>What was remembered no longer counts on this process.</summary>
    public void Forget(Guid signInId) => cache.Remove(KeyOf(signInId));

    private async Task<SignedInPerson?> ReadAsync(Guid signInId, CancellationToken cancel)
    {
        var now = clock.Now();
        var found = await db
            .SignIns.AsNoTracking()
            .Where(row => row.Id == signInId)
            .Join(
                db.Users,
                row => row.UserId,
                user => user.Id,
                (row, user) =>
                    new
                    {
                        SignIn = row,
                        Email = user.Email!,
                        user.EmailConfirmed,
                        user.IsAdmin,
                        user.DeactivatedAt,
                    }
            )
            .SingleOrDefaultAsync(cancel);
        if (
            found is not { SignIn: var signIn }
            || found.DeactivatedAt is not null
            || signIn.RevokedAt is not null
            || signIn.ExpiresAt <= now
            || signIn.LastSeenAt + Idle <= now
        )
            return null;
        if (signIn.LastSeenAt + SeenAgain <= now)
            await db
                .SignIns.Where(row => row.Id == signInId && row.LastSeenAt < now)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, now), cancel);
        var isAdmin = admins.CurrentValue.Names(found.IsAdmin, found.Email, found.EmailConfirmed);
        return await db
            .Accounts.OwnedBy(new UserId(signIn.UserId))
            .Select(account => new SignedInPerson(
                account.UserId,
                account.Locale,
                account.TimeZone,
                found.Email,
                found.EmailConfirmed,
                isAdmin
            ))
            .SingleOrDefaultAsync(cancel);
    }

    private static string KeyOf(Guid signInId) => $"sign-in {signInId}";
}
