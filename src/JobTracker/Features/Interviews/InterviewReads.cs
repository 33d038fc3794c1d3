using System.Linq.Expressions;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Interviews;

/// <summary>The reads that several use cases of this feature begin with.</summary>
internal static class InterviewReads
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(InterviewFacts.Rules.LongestDuration);

    /// <summary>The row, locked until the transaction ends.</summary>
    public static Task<Interview?> LockInterviewAsync(this JobTrackerDb db, UserId owner, Guid id, CancellationToken cancel) =>
        db
            .Interviews.FromSql($"select * from interviews where user_id = {owner.Value} and id = {id} for update")
            .OwnedBy(owner)
            .SingleOrDefaultAsync(cancel);

    private static readonly Expression<Func<IQueryable<Interview>, DateTimeOffset, DateTimeOffset, IQueryable<Interview>>> UpcomingAt = (
        rows,
        now,
        earliest
    ) =>
        rows.Where(row =>
            row.Status == InterviewStatus.Planned && row.StartsAt > earliest && row.StartsAt.AddMinutes(row.DurationMinutes) > now
        );

    /// <summary>Planned and not yet over.</summary>
    public static IQueryable<Interview> Upcoming(this IQueryable<Interview> rows, DateTimeOffset now) =>
        rows.Provider.CreateQuery<Interview>(Upcoming(rows.Expression, Inlining.Captured(now), Inlining.Captured(EarliestUpcoming(now))));

    /// <summary>The same, for a compiled query.</summary>
    /// <param name="rows">Interviews.</param>
    /// <param name="now">The moment.</param>
    /// <param name="earliest">What <see cref="EarliestUpcoming"/> says of it: a bound for the index.</param>
    public static Expression Upcoming(Expression rows, Expression now, Expression earliest) => UpcomingAt.Inline(rows, now, earliest);

    /// <summary>The earliest beginning of what is not yet over.</summary>
    public static DateTimeOffset EarliestUpcoming(DateTimeOffset now) => now - Longest;

    /// <summary>All others: over, completed or cancelled.</summary>
    public static IQueryable<Interview> Past(this IQueryable<Interview> rows, DateTimeOffset now) =>
        rows.Where(row => row.Status != InterviewStatus.Planned || row.StartsAt.AddMinutes(row.DurationMinutes) <= now);

    /// <summary>With the names of the application, which is read with it anyway to know that it is not deleted.</summary>
    public static IQueryable<AgendaEntry> WithApplication(this IQueryable<Interview> rows) =>
        rows.Select(row => new AgendaEntry
        {
            Company = row.Application!.Company,
            Position = row.Application.Position,
            HasDebrief = row.Debrief != null,
            Id = row.Id,
            ApplicationId = row.ApplicationId,
            StartsAt = row.StartsAt,
            TimeZone = row.TimeZone,
            DurationMinutes = row.DurationMinutes,
            Type = row.Type,
            Format = row.Format,
            Location = row.Location,
            Status = row.Status,
            Interviewer = row.Interviewer,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            Version = row.Version,
        });
}
