using System.Linq.Expressions;
using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Features.Interviews;
using JobTracker.Features.Quotas;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Shared;

/// <summary>What the layout shows of the person who is signed in.</summary>
/// <param name="ApplicationsMax">Null when the operator sets no limit.</param>
/// <param name="Interviews">Those to come.</param>
/// <param name="IsAdmin">Whether this person administers the site.</param>
/// <param name="Locale">Language tag: <c>en</c> or <c>fr</c>.</param>
/// <param name="FollowUpDays">How long this person waits for an answer before asking again.</param>
/// <param name="DeliverablesOpen">Still to hand in.</param>
/// <param name="DeliverablesOverdue">Those of them whose day is over where this person lives.</param>
public sealed record Frame(
    string? FullName,
    string Email,
    int ApplicationsUsed,
    int? ApplicationsMax,
    string Locale,
    int FollowUpDays,
    int DeliverablesOpen,
    int DeliverablesOverdue,
    int Interviews,
    bool IsAdmin
)
{
    public string Name => string.IsNullOrWhiteSpace(FullName) ? Email : FullName;

    public bool IsFull => ApplicationsUsed >= ApplicationsMax;

    /// <summary>One or two letters for the round account button.</summary>
    public string Initials =>
        string.Concat(
            Name.Split([' ', '-', '.', '@'], StringSplitOptions.RemoveEmptyEntries).Take(2).Select(word => char.ToUpperInvariant(word[0]))
        );
}

/// <summary>Reads the frame once for a request; null when nobody is signed in.</summary>
public sealed class CurrentFrame(JobTrackerDb db, CurrentUser user, IOptionsMonitor<QuotasOptions> quotas, TimeProvider clock)
{
    // Every page asks this.
    private static readonly CompiledQuery<
        Func<JobTrackerDb, Guid, int?, DateOnly, DateTimeOffset, DateTimeOffset, CancellationToken, Task<Row?>>
    > Reading = new(Compile);

    private Task<Frame?>? reading;

    public Task<Frame?> ReadAsync(CancellationToken cancel) =>
        reading ??= user.IsSignedIn ? FindAsync(user.Id, cancel) : Task.FromResult<Frame?>(null);

    /// <summary>The layout of pages for everybody: inside the frame for people who are signed in, else with the public header.</summary>
    public async Task<string> LayoutForEverybodyAsync(CancellationToken cancel) =>
        await ReadAsync(cancel) is null ? "_PublicLayout" : "_Layout";

    private async Task<Frame?> FindAsync(UserId owner, CancellationToken cancel)
    {
        var now = clock.Now();
        var configured = quotas.CurrentValue.MaxApplicationsPerUser;
        var earliest = InterviewReads.EarliestUpcoming(now);
        return await Reading.In(db)(db, owner.Value, configured, user.Today, now, earliest, cancel) is { } read
            ? new Frame(
                read.FullName,
                user.Email,
                read.ApplicationsUsed,
                read.ApplicationsMax,
                read.Locale,
                read.FollowUpDays,
                read.DeliverablesOpen,
                read.DeliverablesOverdue,
                read.Interviews,
                user.IsAdmin
            )
            : null;
    }

    private static Func<JobTrackerDb, Guid, int?, DateOnly, DateTimeOffset, DateTimeOffset, CancellationToken, Task<Row?>> Compile()
    {
        // What is open is compared with the few applications that are deleted, not joined with the many that are not.
        Expression<Func<JobTrackerDb, Guid, IQueryable<Guid>>> gone = (db, owner) =>
            db.Applications.Where(row => row.UserId == owner && row.DeletedAt != null).Select(row => row.Id);
        Expression<Func<JobTrackerDb, IQueryable<Interview>>> interviews = db => db.Interviews;
        Expression<Func<JobTrackerDb, Guid, int?, DateOnly, IQueryable<Guid>, IQueryable<Interview>, Row?>> frame = (
            db,
            owner,
            configured,
            today,
            deleted,
            upcoming
        ) =>
            db
                .Accounts.IgnoreQueryFilters(new[] { JobApplicationMapping.Deleted })
                .Where(account => account.UserId == owner)
                .Select(account => new Row(
                    account.FullName,
                    account.ApplicationsUsed,
                    account.ApplicationsMax ?? configured,
                    account.Locale,
                    account.FollowUpDays,
                    db.Deliverables.Count(row => row.UserId == owner && row.CompletedAt == null && !deleted.Contains(row.ApplicationId)),
                    db.Deliverables.Count(row =>
                        row.UserId == owner && row.CompletedAt == null && row.DueOn < today && !deleted.Contains(row.ApplicationId)
                    ),
                    upcoming.Count(row => row.UserId == owner && !deleted.Contains(row.ApplicationId))
                ))
                .SingleOrDefault();
        var given = frame.Parameters.Take(4).ToList();
        var (now, earliest) = (
            Expression.Parameter(typeof(DateTimeOffset), "now"),
            Expression.Parameter(typeof(DateTimeOffset), "earliest")
        );
        var upcoming = InterviewReads.Upcoming(interviews.Inline(given[0]), now, earliest);
        return EF.CompileAsyncQuery(
            Expression.Lambda<Func<JobTrackerDb, Guid, int?, DateOnly, DateTimeOffset, DateTimeOffset, CancellationToken, Row?>>(
                frame.Inline([.. given, gone.Inline(given[0], given[1]), upcoming]),
                [.. given, now, earliest, Expression.Parameter(typeof(CancellationToken), "cancel")]
            )
        );
    }

    private sealed record Row(
        string? FullName,
        int ApplicationsUsed,
        int? ApplicationsMax,
        string Locale,
        int FollowUpDays,
        int DeliverablesOpen,
        int DeliverablesOverdue,
        int Interviews
    );
}
