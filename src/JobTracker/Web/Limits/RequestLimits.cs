using System.Security.Claims;
using System.Threading.RateLimiting;
using JobTracker.Data.Throttling;
using JobTracker.Web.Bearer;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Options;

namespace JobTracker.Web.Limits;

/// <summary>
/// What keeps one person from slowing down the others, counted on each process: how many requests run at once, how many large files come at
/// once, and how often programs ask within a minute. Limits that protect accounts are others (<see cref="Throttles"/>).
/// </summary>
public static class RequestLimits
{
    /// <summary>Half of the connections to the database that a process has.</summary>
    private const int AtOnce = 20;

    /// <summary>A burst is served as fast as it can be, one after the other.</summary>
    private const int Waiting = 100;

    /// <summary>Open streams cost next to nothing while they are silent, but they are kept.</summary>
    private const int Streams = 20;
    private const int Uploads = 2;
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(5);

    public static void AddRequestLimits(this IServiceCollection services) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            // In this order: who has to wait for a place is counted once.
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(AtOnceOf),
                PartitionedRateLimiter.Create<HttpContext, string>(UploadsOf),
                PartitionedRateLimiter.Create<HttpContext, string>(PerMinuteOf)
            );
            options.OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : ComeBack;
                rejected.HttpContext.Response.Headers.RetryAfter = wait.WholeSeconds();
                // People get the page that explains the status.
                if (rejected.HttpContext.IsForPrograms())
                    await new Problem(StatusCodes.Status429TooManyRequests, "rate_limited") { RetryAfter = wait }.ExecuteAsync(
                        rejected.HttpContext
                    );
            };
        });

    private static RateLimitPartition<string> AtOnceOf(HttpContext context)
    {
        if (PersonOf(context) is not { } person || context.GetEndpoint() is not { } endpoint)
            return RateLimitPartition.GetNoLimiter("");
        return endpoint.Metadata.GetMetadata<DisableRequestTimeoutAttribute>() is null
            ? Places(person, AtOnce, Waiting)
            : Places($"{person} streams", Streams, waiting: 0);
    }

    /// <summary>Said before a body is read, which would fill the disk first.</summary>
    private static RateLimitPartition<string> UploadsOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<TakesFileAttribute>() is { Most: > 0 } && HttpMethods.IsPost(context.Request.Method)
            ? Places(WhomOf(context), Uploads, waiting: 0)
            : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> PerMinuteOf(HttpContext context)
    {
        var most = context.RequestServices.GetRequiredService<IOptionsMonitor<LimitsOptions>>().CurrentValue.ApiPerMinute;
        if (most == 0 || !IsCounted(context.Request.Path))
            return RateLimitPartition.GetNoLimiter("");
        return RateLimitPartition.GetFixedWindowLimiter(
            WhomOf(context),
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = most,
                Window = TimeSpan.FromMinutes(1),
                QueueLimit = 0,
            }
        );
    }

    private static RateLimitPartition<string> Places(string whom, int most, int waiting) =>
        RateLimitPartition.GetConcurrencyLimiter(whom, _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = waiting });

    private static string? PersonOf(HttpContext context) => context.User.FindFirstValue(BearerDefaults.UserIdClaim);

    private static string WhomOf(HttpContext context) => PersonOf(context) ?? ClientNetwork.Of(context);

    private static bool IsCounted(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.Equals("/submit", StringComparison.OrdinalIgnoreCase);
}
