using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Accounts.Devices;

/// <summary>The browsers and programs that are signed in.</summary>
public sealed class ListDevices(JobTrackerDb db, TimeProvider clock)
{
    /// <param name="Label">Browser and system, as far as they could be recognised.</param>
    /// <param name="IsCurrent">The one that asks.</param>
    public sealed record Device(
        Guid Id,
        SignInKind Kind,
        string Label,
        DateTimeOffset CreatedAt,
        DateTimeOffset LastSeenAt,
        DateTimeOffset ExpiresAt,
        bool IsCurrent
    );

    public sealed record Answer(IReadOnlyList<Device> Items);

    /// <summary>This one first, then the one last seen.</summary>
    public async Task<Answer> RunAsync(UserId owner, Guid currentSignIn, CancellationToken cancel)
    {
        var now = clock.Now();
        var idle = now - SignInCheck.Idle;
        return new Answer(
            await db
                .SignIns.Where(row => row.UserId == owner.Value && row.RevokedAt == null && row.ExpiresAt > now && row.LastSeenAt > idle)
                .OrderBy(row => row.Id == currentSignIn ? 0 : 1)
                .ThenByDescending(row => row.LastSeenAt)
                .ThenByDescending(row => row.Id)
                .Select(row => new Device(
                    row.Id,
                    row.Kind,
                    row.Device,
                    row.CreatedAt,
                    row.LastSeenAt,
                    row.ExpiresAt,
                    row.Id == currentSignIn
                ))
                .ToListAsync(cancel)
        );
    }
}
