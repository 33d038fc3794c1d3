using JobTracker.Data;
using JobTracker.Data.Throttling;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Limits;

/// <summary>A message to the coach that may be sent: it is counted until it is settled, given back, or its holder has died.</summary>
public sealed record Reservation(Guid Id, Purse Purse);

/// <summary>
/// What people may use of the coach: taken before a question is sent, corrected when its answer has ended. Each limit is one atomic
/// statement, so it holds over any number of processes. Rows are always locked in one order: reservations, the person's day, everybody's day;
/// a caller with rows of its own to lock in the same transaction locks them before.
/// </summary>
public sealed class CoachAllowance(
    JobTrackerDb db,
    CoachLimits limits,
    DayOfOne one,
    TokensOfAll all,
    Throttles throttles,
    TimeProvider clock
)
{
    /// <summary>How long a reservation stands without being renewed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>How often its holder says that it is alive.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(10);

    /// <summary>Takes one message and as many tokens as it may need. Refused with <see cref="OverQuota"/> or <see cref="TooMany"/>; then nothing is taken, and a transaction that was joined is to be given up.</summary>
    public async Task<Outcome<Reservation>> ReserveAsync(UserId owner, Purse purse, long tokens, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (await throttles.HitAsync(Throttles.Coach, owner.ToString(), cancel) is { } tooMany)
            return tooMany;
        await GiveBackExpiredAsync(owner, cancel);
        var day = limits.Today;
        if (!await one.OpenAsync(owner, day, purse, cancel))
            return new AccountGone();
        if (await one.TakeAsync(owner, day, purse, tokens, cancel) is { } over)
            return over;
        if (await all.TakeAsync(day, purse, tokens, cancel) is { } overAll)
        {
            await one.CorrectAsync(owner, day, purse, messages: -1, -tokens, cancel);
            return overAll;
        }
        var now = clock.Now();
        var reservation = new Reservation(Guid.CreateVersion7(now), purse);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into coach_reservations (user_id, id, day, purse, tokens, expires_at)
            values ({owner.Value}, {reservation.Id}, {day}, {Wire.Name(purse)}, {tokens}, {now + Lease})
            """,
            cancel
        );
        await work.CommitAsync(cancel);
        return reservation;
    }

    /// <summary>Says that the holder is alive. A reservation that is gone stays so.</summary>
    public Task RenewAsync(UserId owner, Guid reservation, CancellationToken cancel)
    {
        var until = clock.Now() + Lease;
        return db
            .CoachReservations.OwnedBy(owner)
            .Where(row => row.Id == reservation)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, until), cancel);
    }

    /// <summary>Awaits an answer, and says meanwhile that its holder is alive.</summary>
    public async Task<T> WhileAsync<T>(UserId owner, Guid reservation, Task<T> answering, CancellationToken cancel)
    {
        while (await Task.WhenAny(answering, Task.Delay(Renewal, clock, CancellationToken.None)) != answering)
            await RenewAsync(owner, reservation, cancel);
        return await answering;
    }

    /// <summary>The answer has ended, whole or not: the message counts, with the tokens really used in place of those reserved.</summary>
    public Task SettleAsync(UserId owner, Guid reservation, long tokens, CancellationToken cancel) =>
        EndAsync(owner, reservation, messages: 0, tokens, cancel);

    /// <summary>Nothing came: message and tokens go back.</summary>
    public Task RefundAsync(UserId owner, Guid reservation, CancellationToken cancel) =>
        EndAsync(owner, reservation, messages: -1, tokens: 0, cancel);

    /// <summary>Gives back what dead processes held. How many there were.</summary>
    public async Task<int> GiveBackExpiredAsync(UserId owner, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        var now = clock.Now();
        var gone = await db
            .Database.SqlQuery<Taken>(
                $"""
                delete from coach_reservations where user_id = {owner.Value} and expires_at <= {now}
                returning day as "Day", purse as "Purse", tokens as "Tokens"
                """
            )
            .ToListAsync(cancel);
        foreach (var day in gone.GroupBy(taken => (taken.Day, taken.Purse)))
            await EndAsync(owner, day.Key.Day, day.Key.Purse, -day.Count(), -day.Sum(taken => taken.Tokens), cancel);
        await work.CommitAsync(cancel);
        return gone.Count;
    }

    /// <summary>The row that says a reservation is open decides: whoever removes it ends it, so a second end does nothing.</summary>
    private async Task EndAsync(UserId owner, Guid reservation, int messages, long tokens, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        var taken = await db
            .Database.SqlQuery<Taken>(
                $"""
                delete from coach_reservations where user_id = {owner.Value} and id = {reservation}
                returning day as "Day", purse as "Purse", tokens as "Tokens"
                """
            )
            .ToListAsync(cancel);
        foreach (var held in taken)
            await EndAsync(owner, held.Day, held.Purse, messages, tokens - held.Tokens, cancel);
        await work.CommitAsync(cancel);
    }

    private async Task EndAsync(UserId owner, DateOnly day, string purse, int messages, long tokens, CancellationToken cancel)
    {
        var whose = Wire.Parse<Purse>(purse);
        await one.CorrectAsync(owner, day, whose, messages, tokens, cancel);
        await all.CorrectAsync(day, whose, tokens, cancel);
    }

    private sealed record Taken(DateOnly Day, string Purse, long Tokens);
}
