using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts.Links;

/// <summary>Makes links for mails, finds whose they are, and uses them up.</summary>
public sealed class MailedLinks(JobTrackerDb db, TimeProvider clock, IStringLocalizer<Texts> t)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>A token in place of the one there was, in the open transaction.</summary>
    public async Task<string> MakeAsync(UserId owner, LinkPurpose purpose, string email, CancellationToken cancel)
    {
        var token = LinkToken.New();
        var hash = LinkToken.HashOf(token);
        var now = clock.Now();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into mailed_links (user_id, purpose, token_hash, email, created_at, expires_at)
            values ({owner.Value}, {Wire.Name(purpose)}, {hash}, {email}, {now}, {now + Lifetime})
            on conflict (user_id, purpose) do update
                set token_hash = excluded.token_hash, email = excluded.email, created_at = excluded.created_at, expires_at = excluded.expires_at
            """,
            cancel
        );
        return token;
    }

    /// <summary>Whose link this is; the one answer for all that is wrong with it, so that it tells nothing about anybody.</summary>
    /// <param name="owner">Null: whoever has the link.</param>
    /// <param name="purpose">Links of another purpose are no links here.</param>
    /// <param name="token">As it came.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Outcome<MailedLink>> FindAsync(UserId? owner, LinkPurpose purpose, string? token, CancellationToken cancel)
    {
        if (token is null or { Length: 0 or > LinkToken.Most })
            return Broken();
        var hash = LinkToken.HashOf(token);
        var now = clock.Now();
        var found = await db
            .MailedLinks.AsNoTracking()
            .SingleOrDefaultAsync(row => row.TokenHash == hash && row.Purpose == purpose && row.ExpiresAt > now, cancel);
        return found is null || (owner is { } who && who.Value != found.UserId) ? Broken() : found;
    }

    /// <summary>True for whoever comes first, in the open transaction.</summary>
    public async Task<bool> UseAsync(MailedLink link, CancellationToken cancel)
    {
        var now = clock.Now();
        return await db
                .MailedLinks.Where(row => row.UserId == link.UserId && row.TokenHash == link.TokenHash && row.ExpiresAt > now)
                .ExecuteDeleteAsync(cancel) == 1;
    }

    /// <summary>Those of a purpose are worth nothing any more.</summary>
    public Task ForgetAsync(UserId owner, LinkPurpose purpose, CancellationToken cancel) =>
        db.MailedLinks.Where(row => row.UserId == owner.Value && row.Purpose == purpose).ExecuteDeleteAsync(cancel);

    /// <summary>A change of the address that was asked for and not finished is off; a link to confirm the present one stays good.</summary>
    public Task ForgetChangeAsync(UserId owner, string present, CancellationToken cancel) =>
        db
            .MailedLinks.Where(row => row.UserId == owner.Value && row.Purpose == LinkPurpose.ConfirmAddress && row.Email != present)
            .ExecuteDeleteAsync(cancel);

    public Refused Broken() =>
        new("Token", t["This link does not work any more: it was used, is older than an hour, or was replaced by a newer one."]);
}
