using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Admin;

/// <summary>Makes somebody an administrator, and takes it back.</summary>
public sealed class GrantRights(
    JobTrackerDb db,
    LastAdmin last,
    ActLog log,
    ListUsers list,
    IOptionsMonitor<AdminOptions> admins,
    IStringLocalizer<Texts> t
)
{
    public Task<Outcome<UserLine>> GrantAsync(UserId admin, Guid id, CancellationToken cancel) =>
        SetAsync(admin, id, isAdmin: true, cancel);

    /// <summary>Whom the configuration names stays one.</summary>
    public Task<Outcome<UserLine>> RevokeAsync(UserId admin, Guid id, CancellationToken cancel) =>
        SetAsync(admin, id, isAdmin: false, cancel);

    /// <summary>From the command line, where nobody is signed in.</summary>
    /// <returns>False when nobody has an account with this address.</returns>
    public async Task<bool> GrantAsync(string email, CancellationToken cancel)
    {
        var normalized = Emails.Normalize(email.Trim());
        var id = await db.Users.Where(user => user.NormalizedEmail == normalized).Select(user => user.Id).SingleOrDefaultAsync(cancel);
        if (id == Guid.Empty)
            return false;
        await using var work = await Work.BeginAsync(db, cancel);
        if (await ChangeAsync(id, isAdmin: true, cancel))
            await KeepAsync(work, admin: null, AdminActKind.AdminGranted, id, cancel);
        return true;
    }

    private async Task<Outcome<UserLine>> SetAsync(UserId admin, Guid id, bool isAdmin, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (!isAdmin && (await last.CheckAsync(id, cancel) ?? await CheckSettingAsync(id, cancel)) is { } refused)
            return refused;
        if (await ChangeAsync(id, isAdmin, cancel))
            await KeepAsync(work, admin, isAdmin ? AdminActKind.AdminGranted : AdminActKind.AdminRevoked, id, cancel);
        return await list.OneAsync(admin, id, cancel);
    }

    /// <summary>Whom the setting names would stay an administrator without the right.</summary>
    private async Task<Conflict?> CheckSettingAsync(Guid id, CancellationToken cancel)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);
        return user is not null && admins.CurrentValue.Names(isGranted: false, user.Email!, user.EmailConfirmed)
            ? new Conflict("conflict", t["The setting Admin__Emails names this address: take it out there."])
            : null;
    }

    private async Task<bool> ChangeAsync(Guid id, bool isAdmin, CancellationToken cancel) =>
        await db
            .Users.Where(user => user.Id == id && user.IsAdmin != isAdmin)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.IsAdmin, isAdmin), cancel) == 1;

    private async Task KeepAsync(Work work, UserId? admin, AdminActKind kind, Guid id, CancellationToken cancel)
    {
        log.Add(admin, kind, new UserId(id));
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
    }
}
