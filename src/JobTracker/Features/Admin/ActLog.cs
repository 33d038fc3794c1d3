using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Admin;

/// <summary>Writes down what administrators do, and reads it to them.</summary>
public sealed class ActLog(JobTrackerDb db, TimeProvider clock)
{
    private const int MostShown = 50;

    /// <param name="By">The address of who did it; null for the command line and for accounts that are gone.</param>
    /// <param name="About">The address of whom it was about; null for nobody and for accounts that are gone.</param>
    public sealed record Line(
        Guid Id,
        AdminActKind Kind,
        Guid? AdminId,
        string? By,
        Guid? UserId,
        string? About,
        string? Before,
        string? After,
        DateTimeOffset OccurredAt
    );

    /// <summary>Is kept with whatever the caller saves next, so that neither is there without the other.</summary>
    public void Add(UserId? admin, AdminActKind kind, UserId? about, string? before = null, string? after = null)
    {
        var now = clock.Now();
        db.Add(
            new AdminAct
            {
                Id = Guid.CreateVersion7(now),
                AdminId = admin?.Value,
                Kind = kind,
                AboutId = about?.Value,
                Before = before,
                After = after,
                OccurredAt = now,
            }
        );
    }

    /// <summary>The newest first, of one account or of all.</summary>
    public async Task<IReadOnlyList<Line>> ReadAsync(UserId? about, CancellationToken cancel)
    {
        var acts = about is { } owner ? db.AdminActs.Where(row => row.AboutId == owner.Value) : db.AdminActs;
        return await (
            from act in acts.OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.Id).Take(MostShown)
            join admin in db.Users on act.AdminId equals (Guid?)admin.Id into admins
            from actor in admins.DefaultIfEmpty()
            join user in db.Users on act.AboutId equals (Guid?)user.Id into users
            from whom in users.DefaultIfEmpty()
            orderby act.OccurredAt descending, act.Id descending
            select new Line(
                act.Id,
                act.Kind,
                act.AdminId,
                actor == null ? null : actor.Email,
                act.AboutId,
                whom == null ? null : whom.Email,
                act.Before,
                act.After,
                act.OccurredAt
            )
        ).ToListAsync(cancel);
    }
}
