using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Admin;

/// <summary>Keeps the site from losing its last administrator.</summary>
public sealed class LastAdmin(JobTrackerDb db, IOptionsMonitor<AdminOptions> admins, IStringLocalizer<Texts> t)
{
    /// <summary>What is wrong with taking this one away; null when another is left. Holds all of them until the transaction ends, so that two cannot remove each other.</summary>
    public async Task<Conflict?> CheckAsync(Guid id, CancellationToken cancel)
    {
        var named = admins.CurrentValue.Normalized();
        var held = await db
            .Users.FromSql($"select * from users where is_admin or normalized_email = any({named}) order by id for update")
            .OrderBy(user => user.Id)
            .AsNoTracking()
            .ToListAsync(cancel);
        var active = held.FindAll(user => user.DeactivatedAt is null && admins.CurrentValue.Names(user));
        return active is [var only] && only.Id == id
            ? new Conflict("conflict", t["This is the last administrator: name another one first."])
            : null;
    }
}
