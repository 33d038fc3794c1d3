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

    /// <summary>Planned and not yet over. The first bound on the start is for the index.</summary>
    public static IQueryable<Interview> Upcoming(this IQueryable<Interview> rows, DateTimeOffset now)
    {
        var earliest = now - Longest;
        return rows.Where(row =>
            row.Status == InterviewStatus.Planned && row.StartsAt > earliest && row.StartsAt.AddMinutes(row.DurationMinutes) > now
        );
    }

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
