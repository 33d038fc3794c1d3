using JobTracker.Data;
using JobTracker.Features.Accounts.Events;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Accounts.Devices;

/// <summary>Signs out other browsers and programs, and writes it down.</summary>
public sealed class RevokeDevices(JobTrackerDb db, EndSignIns end, SecurityLog log)
{
    /// <summary>One of them; it may be this one.</summary>
    public async Task<Outcome<Nothing>> OneAsync(UserId owner, Guid signInId, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        var device = await db
            .SignIns.Where(row => row.UserId == owner.Value && row.Id == signInId)
            .Select(row => row.Device)
            .SingleOrDefaultAsync(cancel);
        if (await end.OneAsync(owner, signInId, cancel) is Failed<Nothing> { Failure: var nothing })
            return nothing;
        return await KeepAsync(work, owner, SecurityEventKind.DeviceRevoked, device, cancel);
    }

    /// <summary>All of them, or all but one.</summary>
    public async Task<Outcome<Nothing>> AllAsync(UserId owner, Guid? except, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        await end.AllAsync(owner, except, cancel);
        return await KeepAsync(work, owner, SecurityEventKind.SignedOutEverywhere, device: null, cancel);
    }

    private async Task<Outcome<Nothing>> KeepAsync(
        Work work,
        UserId owner,
        SecurityEventKind kind,
        string? device,
        CancellationToken cancel
    )
    {
        log.Add(owner, kind, device);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException orphan) when (orphan.MissesAccount())
        {
            return new AccountGone();
        }
        await work.CommitAsync(cancel);
        return Nothing.Value;
    }
}
