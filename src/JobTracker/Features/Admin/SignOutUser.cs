using JobTracker.Data;
using JobTracker.Features.Accounts.Devices;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Admin;

/// <summary>Ends every sign-in of somebody: for a lost phone whose owner asks for help.</summary>
public sealed class SignOutUser(JobTrackerDb db, RevokeDevices revoke, ActLog log)
{
    public async Task<Outcome<Nothing>> RunAsync(UserId admin, Guid id, CancellationToken cancel)
    {
        if (!await db.Users.AnyAsync(user => user.Id == id, cancel))
            return new NotFound();
        await using var work = await Work.BeginAsync(db, cancel);
        log.Add(admin, AdminActKind.SignedOut, new UserId(id));
        // Its own part is saved together with the act, and the person finds it among the security events.
        if (await revoke.AllAsync(new UserId(id), except: null, cancel) is Failed<Nothing>)
            return new NotFound();
        await work.CommitAsync(cancel);
        return Nothing.Value;
    }
}
