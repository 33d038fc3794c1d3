using System.Globalization;
using JobTracker.Data;
using JobTracker.Features.Coach.Providers;
using JobTracker.Features.Quotas;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Limits;

/// <summary>Tokens on the operator's key per UTC day, of all people together: a gate row for each day, made when the limit is on.</summary>
public sealed class TokensOfAll(JobTrackerDb db, CoachLimits limits)
{
    public const string Name = "coach_tokens_per_day_total";

    private const string Prefix = "coach_tokens ";

    /// <summary>Takes tokens. Null when they were there. It is the last row to be locked: everybody's messages pass through it.</summary>
    public async Task<OverQuota?> TakeAsync(DateOnly day, Purse purse, long tokens, CancellationToken cancel)
    {
        if (limits.TokensOfAll(purse) is not { } most)
            return null;
        var gate = GateOf(day);
        await db.Database.ExecuteSqlAsync(
            $"insert into system_counters (name, value) values ({gate}, 0) on conflict (name) do nothing",
            cancel
        );
        var taken = await Gate(day)
            .Where(row => row.Value + tokens <= most)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, row => row.Value + tokens), cancel);
        return taken == 1 ? null : new OverQuota(Name, most, await Gate(day).Select(row => row.Value).SingleAsync(cancel));
    }

    /// <summary>Takes what was used beyond a reservation, or gives back what was not. Without a gate for the day there is nothing to correct.</summary>
    public async Task CorrectAsync(DateOnly day, Purse purse, long by, CancellationToken cancel)
    {
        if (purse == Purse.Server && by != 0)
            await Gate(day).ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, row => Math.Max(0, row.Value + by)), cancel);
    }

    /// <summary>How many are taken today; null where nobody counts them.</summary>
    public async Task<long?> ReadAsync(CancellationToken cancel) =>
        limits.TokensOfAll(Purse.Server) is null
            ? null
            : await Gate(limits.Today).Select(row => (long?)row.Value).SingleOrDefaultAsync(cancel) ?? 0;

    /// <summary>Removes the gates of past days, but for yesterday's: answers that began before midnight may still end.</summary>
    public Task<int> ForgetAsync(CancellationToken cancel)
    {
        var (today, yesterday) = (GateOf(limits.Today), GateOf(limits.Today.AddDays(-1)));
        return db
            .SystemCounters.Where(row => row.Name.StartsWith(Prefix) && row.Name != today && row.Name != yesterday)
            .ExecuteDeleteAsync(cancel);
    }

    private IQueryable<SystemCounter> Gate(DateOnly day)
    {
        var gate = GateOf(day);
        return db.SystemCounters.Where(row => row.Name == gate);
    }

    private static string GateOf(DateOnly day) => Prefix + day.ToString("O", CultureInfo.InvariantCulture);
}
