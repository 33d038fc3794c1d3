using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Quotas;

/// <summary>Users in total: the gate row is taken in the transaction that adds or removes the account.</summary>
public sealed class UserQuota(JobTrackerDb db, IOptionsMonitor<QuotasOptions> options)
{
    public const string Name = "users_total";

    /// <summary>Takes a place. Null when there was one.</summary>
    public async Task<OverQuota?> TakeAsync(CancellationToken cancel)
    {
        var limit = options.CurrentValue.MaxUsers ?? int.MaxValue;
        var taken = await Gate()
            .Where(gate => gate.Value < limit)
            .ExecuteUpdateAsync(set => set.SetProperty(gate => gate.Value, gate => gate.Value + 1), cancel);
        return taken == 1 ? null : new OverQuota(Name, limit, await CountAsync(cancel));
    }

    /// <summary>Gives a place back, in the transaction that deletes the account.</summary>
    public Task GiveBackAsync(CancellationToken cancel) =>
        Gate().ExecuteUpdateAsync(set => set.SetProperty(gate => gate.Value, gate => gate.Value - 1), cancel);

    /// <summary>How many accounts there are.</summary>
    public Task<long> CountAsync(CancellationToken cancel) => Gate().Select(gate => gate.Value).SingleAsync(cancel);

    /// <summary>The configured limit; null means unlimited.</summary>
    public int? Limit => options.CurrentValue.MaxUsers;

    private IQueryable<SystemCounter> Gate() => db.SystemCounters.Where(counter => counter.Name == SystemCounter.Users);
}
