using FluentValidation;
using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Features.Quotas;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.SearchSessions;

/// <summary>
/// Closes a session and takes chosen entries over into the tracker: as many as there are places, in the order chosen. A closed session can
/// still have entries taken over, and none is taken over twice.
/// </summary>
public sealed class FinishSession(
    JobTrackerDb db,
    FinishSession.Rules rules,
    ApplicationQuota quota,
    AddApplications add,
    TimeProvider clock
)
{
    public sealed record Input
    {
        /// <summary>Entries in the order in which they get a place.</summary>
        public IReadOnlyList<Guid> AddToTracker { get; init; } = [];
    }

    /// <param name="Added">Those that are in the tracker now and were not before.</param>
    /// <param name="Left">Those that were chosen and found no place.</param>
    public sealed record Answer(SessionRow Session, IReadOnlyList<EntryRow> Added, IReadOnlyList<EntryRow> Left);

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t) =>
            RuleFor(input => input.AddToTracker)
                .Must(ids => ids.Count <= SearchSession.MostEntries)
                .WithMessage(_ => t["Choose at most {0} entries.", SearchSession.MostEntries]);
    }

    public async Task<Outcome<Answer>> RunAsync(UserId owner, Guid id, Input input, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        await using var work = await Work.BeginAsync(db, cancel);
        // With no places it only locks the account: first, as everywhere, so that no two requests wait for each other.
        await quota.GiveBackAsync(owner, 0, cancel);
        if (await db.LockSessionAsync(owner, id, cancel) is not { } session)
            return new NotFound();
        var chosen = input.AddToTracker.Distinct().ToList();
        var entries = await db.EntriesOf(owner, id).Where(row => chosen.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        if (entries.Count < chosen.Count)
            return new NotFound();

        var now = clock.Now();
        session.Finish(now);
        var wanted = chosen.ConvertAll(chosenId => entries[chosenId]).FindAll(entry => entry.AddedAt is null);
        var taken = await TakeOverAsync(owner, wanted, now, cancel);
        if (taken is not Done<int> { Value: var count })
            return ((Failed<int>)taken).Failure;
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return new Answer(
            SessionRow.Of(session, now),
            [.. wanted.Take(count).Select(EntryRow.Of)],
            [.. wanted.Skip(count).Select(EntryRow.Of)]
        );
    }

    /// <summary>How many of them there was a place for.</summary>
    private async Task<Outcome<int>> TakeOverAsync(UserId owner, List<SearchEntry> wanted, DateTimeOffset now, CancellationToken cancel)
    {
        if (wanted.Count == 0)
            return 0;
        var zone = await db.Accounts.OwnedBy(owner).Select(account => account.TimeZone).SingleAsync(cancel);
        var outcome = await add.RunAsync(owner, wanted.ConvertAll(entry => FactsOf(entry, zone)), cancel);
        if (outcome is not Done<IReadOnlyList<Guid>> { Value.Count: var count })
            return ((Failed<IReadOnlyList<Guid>>)outcome).Failure;
        foreach (var entry in wanted.Take(count))
            entry.MarkAdded(now);
        return count;
    }

    private static ApplicationFacts FactsOf(SearchEntry entry, string zone) =>
        new()
        {
            Company = entry.Company,
            Position = entry.Mission,
            Location = entry.City,
            Link = entry.Link,
            Status = ApplicationStatus.Applied,
            AppliedOn = Calendar.DayOf(entry.CreatedAt, zone),
        };
}
