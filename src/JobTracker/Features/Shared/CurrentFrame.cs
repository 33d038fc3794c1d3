using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Features.Deliverables;
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
    private Task<Frame?>? reading;

    public Task<Frame?> ReadAsync(CancellationToken cancel) =>
        reading ??= user.IsSignedIn ? FindAsync(user.Id, cancel) : Task.FromResult<Frame?>(null);

    /// <summary>The layout of pages for everybody: inside the frame for people who are signed in, else with the public header.</summary>
    public async Task<string> LayoutForEverybodyAsync(CancellationToken cancel) =>
        await ReadAsync(cancel) is null ? "_PublicLayout" : "_Layout";

    private async Task<Frame?> FindAsync(UserId owner, CancellationToken cancel)
    {
        var configured = quotas.CurrentValue.MaxApplicationsPerUser;
        var today = user.Today;
        // Every page asks this. What is open is compared with the few applications that are deleted, not joined with the many that are not.
        var deleted = db.Applications.OwnedBy(owner).Where(row => row.DeletedAt != null).Select(row => row.Id);
        var open = db.OpenDeliverables(owner).Where(row => !deleted.Contains(row.ApplicationId));
        var interviews = db.Interviews.OwnedBy(owner).Upcoming(clock.Now()).Where(row => !deleted.Contains(row.ApplicationId));
        var account = await db
            .Accounts.OwnedBy(owner)
            .IgnoreQueryFilters([JobApplicationMapping.Deleted])
            .Select(row => new
            {
                row.FullName,
                row.ApplicationsUsed,
                ApplicationsMax = row.ApplicationsMax ?? configured,
                row.Locale,
                row.FollowUpDays,
                DeliverablesOpen = open.Count(),
                DeliverablesOverdue = open.Count(deliverable => deliverable.DueOn < today),
                Interviews = interviews.Count(),
            })
            .SingleOrDefaultAsync(cancel);
        return account is null
            ? null
            : new Frame(
                account.FullName,
                user.Email,
                account.ApplicationsUsed,
                account.ApplicationsMax,
                account.Locale,
                account.FollowUpDays,
                account.DeliverablesOpen,
                account.DeliverablesOverdue,
                account.Interviews,
                user.IsAdmin
            );
    }
}
