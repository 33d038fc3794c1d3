using JobTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Accounts;

/// <summary>Proving a password takes a while, in which the account may get another one.</summary>
internal static class StillProven
{
    /// <summary>
    /// False when password or second factor are no longer those of the person that was read. Otherwise nobody changes them until the open
    /// transaction ends.
    /// </summary>
    public static async Task<bool> HoldAsync(this JobTrackerDb db, User seen, CancellationToken cancel)
    {
        var held = await db
            .Database.SqlQuery<Guid>(
                $"""select id as "Value" from users where id = {seen.Id} and security_stamp = {seen.SecurityStamp} for no key update"""
            )
            .ToListAsync(cancel);
        return held.Count == 1;
    }
}
