using System.Security.Cryptography;
using System.Text;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace JobTracker.Data.Throttling;

/// <summary>Limits that protect accounts, counted in the database, so that they hold over all processes: one atomic statement for each try.</summary>
public sealed class Throttles(JobTrackerDb db, IOptionsMonitor<LimitsOptions> options, TimeProvider clock)
{
    public static readonly Limit LoginByNetwork = new("login-network", TimeSpan.FromMinutes(1), limits => limits.LoginPerMinutePerIp);
    public static readonly Limit LoginByAccount = new("login-account", TimeSpan.FromMinutes(1), limits => limits.LoginPerMinutePerAccount);

    /// <summary>Codes of the second step: six digits must not be tried out by somebody who knows the password.</summary>
    public static readonly Limit CodeByAccount = new("code", TimeSpan.FromMinutes(15), limits => limits.LoginPerMinutePerAccount);
    public static readonly Limit Reset = new("reset", TimeSpan.FromDays(1), limits => limits.ResetPerDay);
    public static readonly Limit Register = new("register", TimeSpan.FromHours(1), limits => limits.RegisterPerHour);
    public static readonly Limit Coach = new("coach", TimeSpan.FromMinutes(1), limits => limits.CoachPerMinute);

    /// <param name="Name">Begins the bucket's name.</param>
    /// <param name="Window">Tries are counted from the first one for so long.</param>
    /// <param name="Most">Reads the configured number; 0 means no limit.</param>
    public sealed record Limit(string Name, TimeSpan Window, Func<LimitsOptions, int> Most);

    /// <summary>Counts a try. Null when it is still within the limit.</summary>
    public async Task<TooMany?> HitAsync(Limit limit, string whom, CancellationToken cancel)
    {
        var most = limit.Most(options.CurrentValue);
        if (most == 0)
            return null;
        var now = clock.Now();
        var end = now + limit.Window;
        var counted = await db
            .Database.SqlQuery<Count>(
                $"""
                insert into throttles as it (bucket, window_ends_at, hits) values ({BucketOf(limit, whom)}, {end}, 1)
                on conflict (bucket) do update set
                    hits = case when it.window_ends_at <= {now} then 1 else it.hits + 1 end,
                    window_ends_at = case when it.window_ends_at <= {now} then {end} else it.window_ends_at end
                returning hits as "Hits", window_ends_at as "WindowEndsAt"
                """
            )
            .ToListAsync(cancel);
        return counted[0].Hits <= most ? null : new TooMany(counted[0].WindowEndsAt - now);
    }

    /// <summary>Forgets the tries: a success proves that they were honest.</summary>
    public Task ClearAsync(Limit limit, string whom, CancellationToken cancel)
    {
        var bucket = BucketOf(limit, whom);
        return db.Throttles.Where(row => row.Bucket == bucket).ExecuteDeleteAsync(cancel);
    }

    private static string BucketOf(Limit limit, string whom) =>
        $"{limit.Name} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whom)))}";

    private sealed record Count(int Hits, DateTimeOffset WindowEndsAt);
}
