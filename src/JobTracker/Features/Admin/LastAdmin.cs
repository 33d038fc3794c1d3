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
        var named = admins.CurrentValue.Normalized().ToArray();
        var active = await db
            .Users.FromSql(
                $"""
                select * from users
                where deactivated_at is null and (is_admin or (email_confirmed and normalized_email = any({named})))
                order by id for update
                """
            )
            .Select(user => user.Id)
            .ToListAsync(cancel);
        return active is [var only] && only == id
            ? new Conflict("conflict", t["This is the last administrator: name another one first."])
            : null;
    }
}
