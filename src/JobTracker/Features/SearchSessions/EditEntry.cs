using JobTracker.Data;
using JobTracker.Kernel;

namespace JobTracker.Features.SearchSessions;

/// <summary>Changes what was taken down of one submission. An application that was made of it stays as it is.</summary>
public sealed class EditEntry(JobTrackerDb db, EntryFacts.Rules rules)
{
    /// <param name="owner">Whose.</param>
    /// <param name="session">Of which session.</param>
    /// <param name="id">Which.</param>
    /// <param name="change">From the fields as they stand to the fields as wanted; runs while the row is locked.</param>
    /// <param name="ownHosts">Where this server is reached.</param>
    /// <param name="ifVersion">What the caller last saw; null lets the last write win.</param>
    /// <param name="cancel">Stops the work; nothing is changed then.</param>
    public async Task<Outcome<EntryRow>> RunAsync(
        UserId owner,
        Guid session,
        Guid id,
        Func<EntryFacts, Outcome<EntryFacts>> change,
        IReadOnlyCollection<string> ownHosts,
        int? ifVersion,
        CancellationToken cancel
    )
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockEntryAsync(owner, session, id, cancel) is not { } entry)
            return new NotFound();
        if (ifVersion is { } seen && seen != entry.Version)
            return new Stale(EntryRow.Of(entry));

        var wanted = change(entry.Facts());
        if (wanted is not Done<EntryFacts> { Value: var input })
            return ((Failed<EntryFacts>)wanted).Failure;
        var facts = input.Tidied(ownHosts);
        if (rules.Check(facts) is { } refused)
            return refused;

        entry.Take(facts);
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return EntryRow.Of(entry);
    }
}
