using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Admin;

/// <summary>Shuts an account without touching what is in it, and opens it again.</summary>
public sealed class SetActive(JobTrackerDb db, LastAdmin last, EndSignIns end, ActLog log, ListUsers list, TimeProvider clock)
{
    /// <summary>Nobody signs in to it any more, its calendar is gone and its reminders are silent, until it is reactivated.</summary>
    public async Task<Outcome<UserLine>> DeactivateAsync(UserId admin, Guid id, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (await last.CheckAsync(id, cancel) is { } refused)
            return refused;
        var now = clock.Now();
        var changed = await db
            .Users.Where(user => user.Id == id && user.DeactivatedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, now), cancel);
        if (changed == 1)
        {
            await end.AllAsync(new UserId(id), except: null, cancel);
            // A link that is on its way would change the account from outside.
            await db.MailedLinks.Where(link => link.UserId == id).ExecuteDeleteAsync(cancel);
            await KeepAsync(work, admin, AdminActKind.Deactivated, id, cancel);
        }
        return await list.OneAsync(admin, id, cancel);
    }

    public async Task<Outcome<UserLine>> ReactivateAsync(UserId admin, Guid id, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        var changed = await db
            .Users.Where(user => user.Id == id && user.DeactivatedAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, (DateTimeOffset?)null), cancel);
        if (changed == 1)
            await KeepAsync(work, admin, AdminActKind.Reactivated, id, cancel);
        return await list.OneAsync(admin, id, cancel);
    }

    private async Task KeepAsync(Work work, UserId admin, AdminActKind kind, Guid id, CancellationToken cancel)
    {
        log.Add(admin, kind, new UserId(id));
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
    }
}
