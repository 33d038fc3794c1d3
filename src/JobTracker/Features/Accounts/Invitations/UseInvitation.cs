using JobTracker.Data;
using JobTracker.Features.Accounts.Links;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Accounts.Invitations;

/// <summary>Who may open an account: everybody, whoever has an invitation, or nobody.</summary>
public sealed class UseInvitation(
    JobTrackerDb db,
    IOptionsMonitor<RegistrationOptions> registration,
    TimeProvider clock,
    IStringLocalizer<Texts> t
)
{
    private const string Field = "Invitation";

    /// <summary>Whether there is any sense in going on; null when there is.</summary>
    public async Task<Failure?> CheckAsync(string? token, string? email, CancellationToken cancel) =>
        registration.CurrentValue.Mode switch
        {
            RegistrationMode.Open => null,
            RegistrationMode.Closed => new NotAllowed("forbidden", t["Registration is closed on this site."]),
            // The form's own rules say so next.
            _ when !Rules.IsStorable(email ?? "") => null,
            _ when string.IsNullOrEmpty(token) => new NotAllowed("forbidden", t["This site is open to people with an invitation."]),
            _ => await Valid(token, email).AnyAsync(cancel) ? null : Broken(),
        };

    /// <summary>Takes the invitation in the transaction that takes the place: of two people with one link, one gets in.</summary>
    /// <returns>What is wrong, or null; the second value tells whether one was used.</returns>
    public async Task<(Failure? Failure, bool WasUsed)> TakeAsync(string? token, string? email, CancellationToken cancel)
    {
        if (registration.CurrentValue.Mode != RegistrationMode.Invite)
            return (null, false);
        return await Valid(token, email).ExecuteDeleteAsync(cancel) == 1 ? (null, true) : (Broken(), false);
    }

    /// <summary>The address that an invitation is for, to fill the form in; null if there is none, or no such invitation.</summary>
    public async Task<string?> EmailOfAsync(string? token, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(token) || token.Length > LinkToken.Most)
            return null;
        var (hash, now) = (LinkToken.HashOf(token), clock.Now());
        return await db
            .Invitations.Where(row => row.TokenHash == hash && row.ExpiresAt > now)
            .Select(row => row.Email)
            .SingleOrDefaultAsync(cancel);
    }

    private IQueryable<Invitation> Valid(string? token, string? email)
    {
        var (hash, now) = (LinkToken.HashOf(token ?? ""), clock.Now());
        var address = email?.ToLowerInvariant();
        return db.Invitations.Where(row => row.TokenHash == hash && row.ExpiresAt > now && (row.Email == null || row.Email == address));
    }

    private Refused Broken() =>
        new(Field, t["This invitation does not work: it was used, is older than two weeks, or is for another address."]);
}
