using FluentValidation;
using JobTracker.Data;
using JobTracker.Features.Accounts.Links;
using JobTracker.Features.Mail;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts.Invitations;

/// <summary>Invites somebody: an act of whoever runs the site. The link is in the answer, and in a mail where there is an address and mail.</summary>
public sealed class Invite(
    JobTrackerDb db,
    Invite.Rules rules,
    AccountLetters letters,
    Outbox outbox,
    MailStanding mail,
    SiteLinks links,
    TimeProvider clock
)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <param name="Email">Null invites whoever gets the link.</param>
    public sealed record Input(string? Email);

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t) => RuleFor(input => input.Email).Email(t).When(input => input.Email is not null);
    }

    /// <param name="Path">From the site's root.</param>
    /// <param name="Link">The whole of it; null when nobody has said how the site is reached.</param>
    public sealed record Made(string Path, Uri? Link, bool IsMailed, DateTimeOffset ExpiresAt);

    public async Task<Outcome<Made>> RunAsync(Input input, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        var now = clock.Now();
        var token = LinkToken.New();
        var path = $"/account/register?invitation={token}";
        var mails = input.Email is not null && mail.IsOn;
        await using var work = await Work.BeginAsync(db, cancel);
        db.Add(
            new Invitation
            {
                Id = Guid.CreateVersion7(now),
                TokenHash = LinkToken.HashOf(token),
                Email = input.Email?.ToLowerInvariant(),
                CreatedAt = now,
                ExpiresAt = now + Lifetime,
            }
        );
        await db.SaveChangesAsync(cancel);
        if (mails)
            await outbox.EnqueueAsync(letters.Invitation(input.Email!, Locales.Current, path), cancel);
        await work.CommitAsync(cancel);
        return new Made(path, links.AreKnown ? links.To(path) : null, mails, now + Lifetime);
    }
}
