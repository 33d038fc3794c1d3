using System.Net.Mail;
using JobTracker.Data;
using JobTracker.Features.Mail.Delivery;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Mail;

/// <summary>
/// Takes letters. One is written in the caller's transaction: it exists when that is committed, and never if it is undone. It is sent
/// afterwards, by whichever process comes first.
/// </summary>
public sealed class Outbox(JobTrackerDb db, OutboxSeals seals, OutboxBell bell, SiteLinks links, MailStanding standing, TimeProvider clock)
{
    /// <exception cref="InvalidOperationException">This site sends no mail: <see cref="MailStanding.IsOn"/> is to be asked first.</exception>
    /// <exception cref="ArgumentException">The recipient is not an address.</exception>
    public async Task EnqueueAsync(Letter letter, CancellationToken cancel)
    {
        if (!standing.IsOn)
            throw new InvalidOperationException("This site sends no mail.");
        // More than one address, a name or a line break in here would let whoever chose it write to others.
        if (letter.To.Any(char.IsControl) || !MailAddress.TryCreate(letter.To, out var address) || address.Address != letter.To)
            throw new ArgumentException("The recipient is not an e-mail address.", nameof(letter));
        var now = clock.Now();
        var useful = letter.Until - now;
        var id = Guid.CreateVersion7(now);
        var closed = seals.Seal(id, WrittenLetter.Of(letter, links.Home));
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into outbox (id, user_id, kind, state, letter, created_at, due_at, until, attempts)
            values ({id}, {letter.Of?.Value}, {letter.Kind}, {Wire.Name(
                MailState.Waiting
            )}, {closed}, {now}, now(), now() + {useful}, 0)
            """,
            cancel
        );
        bell.Announce(db.Database.CurrentTransaction);
    }
}
