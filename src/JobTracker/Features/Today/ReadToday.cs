using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Today;

/// <summary>What needs a person today: what is late or due within a week, and where it is time to ask again.</summary>
public sealed class ReadToday(JobTrackerDb db, TimeProvider clock)
{
    /// <summary>How many days ahead count as near.</summary>
    public const int Horizon = 7;

    /// <summary>More than anybody does in a day; the pages of each thing show the rest.</summary>
    private const int Most = 50;

    /// <summary>What is due.</summary>
    public enum DueKind
    {
        Deliverable,

        /// <summary>The day until which one can apply.</summary>
        Deadline,

        /// <summary>An offer that waits for an answer.</summary>
        Offer,
    }

    /// <param name="Id">The deliverable's, or the application's.</param>
    /// <param name="Title">A deliverable's; null for the others, whose kind says it.</param>
    public sealed record Due(
        DueKind Kind,
        Guid Id,
        Guid ApplicationId,
        string? Title,
        string Company,
        string Position,
        DateOnly On,
        int Version
    );

    /// <summary>An application without an answer for too long.</summary>
    public sealed record Silent(Guid Id, string Company, string Position, DateOnly AppliedOn, DateOnly? LastFollowUpOn, int Version);

    public sealed record Answer(DateOnly Today, IReadOnlyList<Due> Due, IReadOnlyList<Silent> Silent)
    {
        public IEnumerable<Due> Late => Due.Where(due => due.On < Today);

        public IEnumerable<Due> Near => Due.Where(due => due.On >= Today);
    }

    public async Task<Answer> RunAsync(UserId owner, string timeZone, CancellationToken cancel)
    {
        var today = clock.Today(timeZone);
        var last = today.AddDays(Horizon);
        var deliverables = await db
            .Deliverables.OwnedBy(owner)
            .Where(row => row.CompletedAt == null && row.DueOn <= last)
            .OrderBy(row => row.DueOn)
            .ThenBy(row => row.Id)
            .Take(Most)
            .Select(row => new Due(
                DueKind.Deliverable,
                row.Id,
                row.ApplicationId,
                row.Title,
                row.Application!.Company,
                row.Application.Position,
                row.DueOn!.Value,
                row.Version
            ))
            .ToListAsync(cancel);
        var deadlines = await db.OpenDeadlines(owner)
            .Where(row => row.DueOn <= last)
            .OrderBy(row => row.DueOn)
            .ThenBy(row => row.Id)
            .Take(Most)
            .Select(row => new Due(
                row.Status == ApplicationStatus.Offer ? DueKind.Offer : DueKind.Deadline,
                row.Id,
                row.Id,
                null,
                row.Company,
                row.Position,
                row.DueOn!.Value,
                row.Version
            ))
            .ToListAsync(cancel);
        return new Answer(today, [.. deliverables.Concat(deadlines).OrderBy(due => due.On)], await SilentAsync(owner, today, cancel));
    }

    private Task<List<Silent>> SilentAsync(UserId owner, DateOnly today, CancellationToken cancel) =>
        db
            .Applications.OwnedBy(owner)
            .Where(row => row.Status == ApplicationStatus.Applied && row.AppliedOn != null)
            .Join(
                db.Accounts.OwnedBy(owner),
                row => row.UserId,
                account => account.UserId,
                (row, account) => new { row, FollowUpOn = row.FollowUpOn ?? row.AppliedOn!.Value.AddDays(account.FollowUpDays) }
            )
            .Where(pair => pair.FollowUpOn <= today)
            .OrderBy(pair => pair.FollowUpOn)
            .ThenBy(pair => pair.row.Id)
            .Take(Most)
            .Select(pair => new Silent(
                pair.row.Id,
                pair.row.Company,
                pair.row.Position,
                pair.row.AppliedOn!.Value,
                pair.row.LastFollowUpOn,
                pair.row.Version
            ))
            .ToListAsync(cancel);
}
