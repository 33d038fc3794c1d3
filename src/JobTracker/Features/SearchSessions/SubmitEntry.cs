using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.SearchSessions;

/// <summary>Takes down one submission, in the open session or as the beginning of one.</summary>
public sealed class SubmitEntry(JobTrackerDb db, EntryFacts.Rules rules, TimeProvider clock, IStringLocalizer<Texts> t)
{
    /// <param name="Count">Of the session, with this one.</param>
    /// <param name="Ratio">Submissions per day, see <see cref="Pace"/>.</param>
    public sealed record Answer(int Count, double Ratio, Guid SessionId, Guid EntryId, DateTimeOffset StartedAt);

    /// <param name="owner">Whose.</param>
    /// <param name="input">What was typed.</param>
    /// <param name="ownHosts">Where this server is reached.</param>
    /// <param name="cancel">Stops the work; nothing is kept then.</param>
    public async Task<Outcome<Answer>> RunAsync(
        UserId owner,
        EntryFacts input,
        IReadOnlyCollection<string> ownHosts,
        CancellationToken cancel
    )
    {
        var facts = input.Tidied(ownHosts);
        if (rules.Check(facts) is { } refused)
            return refused;

        var now = clock.Now();
        await using var work = await Work.BeginAsync(db, cancel);
        // Of two that find no open session at the same moment one begins it, and the other waits for that and takes a place in it.
        if (!await TakePlaceAsync(owner, cancel) && !await StartAsync(owner, now, cancel) && !await TakePlaceAsync(owner, cancel))
            return await db.Accounts.OwnedBy(owner).AnyAsync(cancel) ? Full() : new AccountGone();
        // Its row is locked since its count was raised, so that nobody else changes what is read here.
        var session = await db.OpenSession(owner).AsNoTracking().SingleAsync(cancel);
        // Clocks of several processes differ: nothing in a session comes before its beginning.
        var entry = SearchEntry.Create(owner, session.Id, facts, now < session.StartedAt ? session.StartedAt : now);
        db.Add(entry);
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return new Answer(session.Entries, Pace.Of(session.Entries, session.StartedAt, now), session.Id, entry.Id, session.StartedAt);
    }

    private async Task<bool> TakePlaceAsync(UserId owner, CancellationToken cancel) =>
        await db.OpenSession(owner)
            .Where(row => row.Entries < SearchSession.MostEntries)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Entries, row => row.Entries + 1), cancel) == 1;

    /// <summary>A new session with a place for its first entry; false when there is an open one by now.</summary>
    private async Task<bool> StartAsync(UserId owner, DateTimeOffset now, CancellationToken cancel)
    {
        var session = SearchSession.Start(owner, now);
        return await db.Database.ExecuteSqlAsync(
                $"""
                insert into search_sessions (user_id, id, entries, started_at)
                select user_id, {session.Id}, 1, {session.StartedAt} from user_accounts where user_id = {owner.Value}
                on conflict (user_id) where finished_at is null do nothing
                """,
                cancel
            ) == 1;
    }

    private Conflict Full() =>
        new(
            "conflict",
            t["This session has {0} entries, and more do not fit. Finish it: the next entry begins a new one.", SearchSession.MostEntries]
        );
}
