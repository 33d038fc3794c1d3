using JobTracker.Data;
using JobTracker.Features.Accounts.Invitations;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Admin;

/// <summary>The places that were offered and not taken yet.</summary>
public sealed class OfferPlaces(JobTrackerDb db, Invite invite, ActLog log, TimeProvider clock)
{
    /// <param name="Email">The only address that may use it; null leaves that open.</param>
    public sealed record Row(Guid Id, string? Email, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

    /// <summary>Those that still work, the newest first.</summary>
    public async Task<Page<Row>> ListAsync(UserId admin, CancellationToken cancel)
    {
        var now = clock.Now();
        return new Page<Row>(
            await db
                .Invitations.Where(row => row.ExpiresAt > now)
                .OrderByDescending(row => row.CreatedAt)
                .ThenBy(row => row.Id)
                .Take(Paging.MostLimit)
                .Select(row => new Row(row.Id, row.Email, row.CreatedAt, row.ExpiresAt))
                .ToListAsync(cancel)
        );
    }

    /// <summary>The link is in the answer and never again.</summary>
    public async Task<Outcome<Invite.Made>> AddAsync(UserId admin, Invite.Input input, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        // Saved together with the invitation itself; refused input saves neither.
        var made = await invite.RunAsync(input with { Email = Tidy.Line(input.Email) }, cancel);
        if (made is Done<Invite.Made>)
        {
            log.Add(admin, AdminActKind.Invited, about: null);
            await db.SaveChangesAsync(cancel);
            await work.CommitAsync(cancel);
        }
        return made;
    }

    public async Task<Outcome<Nothing>> RevokeAsync(UserId admin, Guid id, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.Invitations.Where(row => row.Id == id).ExecuteDeleteAsync(cancel) == 0)
            return new NotFound();
        log.Add(admin, AdminActKind.InvitationRevoked, about: null);
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return Nothing.Value;
    }
}
