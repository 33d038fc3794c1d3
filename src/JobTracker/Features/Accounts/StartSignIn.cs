using JobTracker.Data;
using JobTracker.Kernel;

namespace JobTracker.Features.Accounts;

/// <summary>Writes down a new sign-in, always under a new id.</summary>
public sealed class StartSignIn(JobTrackerDb db, TimeProvider clock)
{
    /// <summary>A browser's cookie lasts so long at most.</summary>
    public static readonly TimeSpan BrowserLifetime = TimeSpan.FromDays(30);

    /// <summary>A program's token lasts so long.</summary>
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromDays(7);

    public async Task<SignIn> RunAsync(UserId owner, Caller caller, CancellationToken cancel)
    {
        var now = clock.Now();
        var signIn = new SignIn
        {
            Id = Guid.CreateVersion7(now),
            UserId = owner.Value,
            Kind = caller.Kind,
            Device = caller.Device,
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + (caller.Kind == SignInKind.Browser ? BrowserLifetime : TokenLifetime),
        };
        db.Add(signIn);
        await db.SaveChangesAsync(cancel);
        return signIn;
    }
}

/// <summary>Where a request of somebody not yet signed in comes from.</summary>
/// <param name="Network">The address, or an IPv6 /64: what limits are counted by.</param>
/// <param name="Device">Browser and system, in words.</param>
/// <param name="Kind">Cookie or token.</param>
public sealed record Caller(string Network, string Device, SignInKind Kind);
