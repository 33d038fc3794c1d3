using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Applications;

/// <summary>The reads that several use cases of this feature begin with.</summary>
internal static class ApplicationReads
{
    /// <summary>The row, locked until the transaction ends: changes of one application follow each other.</summary>
    public static Task<JobApplication?> LockAsync(this JobTrackerDb db, UserId owner, Guid id, CancellationToken cancel) =>
        db
            .Applications.FromSql($"select * from applications where user_id = {owner.Value} and id = {id} for update")
            .OwnedBy(owner)
            .SingleOrDefaultAsync(cancel);

    /// <summary>Those of the rows that are there, locked in the order of their ids, so that two such requests do not wait for each other.</summary>
    public static Task<List<JobApplication>> LockAsync(this JobTrackerDb db, UserId owner, Guid[] ids, CancellationToken cancel) =>
        db
            .Applications.FromSql($"select * from applications where user_id = {owner.Value} and id = any({ids}) order by id for update")
            .OwnedBy(owner)
            .ToListAsync(cancel);

    /// <summary>The whole history of one application, oldest first.</summary>
    public static async Task<List<StatusChange>> HistoryAsync(this JobTrackerDb db, UserId owner, Guid id, CancellationToken cancel) =>
        await db
            .StatusChanges.OwnedBy(owner)
            .Where(change => change.ApplicationId == id)
            .OrderBy(change => change.OccurredOn)
            .ThenBy(change => change.CreatedAt)
            .ThenBy(change => change.Id)
            .ToListAsync(cancel);

    /// <summary>The same, each entry with the status before it.</summary>
    public static async Task<IReadOnlyList<ReadHistory.Row>> WayAsync(this JobTrackerDb db, UserId owner, Guid id, CancellationToken cancel)
    {
        var history = await db.HistoryAsync(owner, id, cancel);
        return
        [
            .. history.Select(
                (change, at) =>
                    new ReadHistory.Row(
                        change.Id,
                        at == 0 ? null : history[at - 1].Status,
                        change.Status,
                        change.OccurredOn,
                        change.Note,
                        change.CreatedAt
                    )
            ),
        ];
    }

    /// <summary>Those whose day still asks for something: drafts that can be sent until then, and offers that wait for an answer.</summary>
    public static IQueryable<JobApplication> OpenDeadlines(this JobTrackerDb db, UserId owner) =>
        db
            .Applications.OwnedBy(owner)
            // Once there is an offer, a deadline from before it was the one to apply by.
            .Where(row =>
                row.DueOn != null
                && (
                    row.Status == ApplicationStatus.Draft
                    || row.Status == ApplicationStatus.Offer
                        && db.StatusChanges.OwnedBy(owner).Where(change => change.ApplicationId == row.Id).Max(change => change.OccurredOn)
                            <= row.DueOn
                )
            );

    /// <summary>What the person's settings say about days; null when the account is gone.</summary>
    public static Task<DaySettings?> DaysAsync(this JobTrackerDb db, UserId owner, CancellationToken cancel) =>
        db.Accounts.OwnedBy(owner).Select(account => new DaySettings(account.TimeZone, account.FollowUpDays)).SingleOrDefaultAsync(cancel);

    /// <summary>What stands around one application; null when the account is gone.</summary>
    public static Task<Surroundings?> SurroundingsAsync(
        this JobTrackerDb db,
        UserId owner,
        Guid id,
        DateTimeOffset now,
        CancellationToken cancel
    ) => db.SurroundingsOf(owner, id, now).SingleOrDefaultAsync(cancel);

    /// <summary>The same, for joining it to the row.</summary>
    public static IQueryable<Surroundings> SurroundingsOf(this JobTrackerDb db, UserId owner, Guid id, DateTimeOffset now)
    {
        var parts = db.ApplicationParts.OwnedBy(owner).Where(part => part.ApplicationId == id);
        return db
            .Accounts.OwnedBy(owner)
            .Select(account => new Surroundings(
                account.TimeZone,
                account.FollowUpDays,
                new ApplicationCounts(
                    parts.Count(part => part.Kind == PartKind.Deliverable),
                    parts.Count(part => part.Kind == PartKind.Deliverable && part.IsOpen),
                    parts.Count(part => part.Kind == PartKind.Writing),
                    parts.Count(part => part.Kind == PartKind.Interview)
                ),
                parts.Where(part => part.Kind == PartKind.Interview && part.IsOpen && part.StartsAt >= now).Min(part => part.StartsAt)
            ));
    }
}

/// <summary>What a row does not say itself: its person's settings, and how much stands under it.</summary>
/// <param name="TimeZone">IANA name: says which day is today.</param>
/// <param name="FollowUpDays">How long to wait for an answer.</param>
/// <param name="NextInterviewAt">The next planned one's beginning.</param>
internal sealed record Surroundings(string TimeZone, int FollowUpDays, ApplicationCounts Counts, DateTimeOffset? NextInterviewAt);
