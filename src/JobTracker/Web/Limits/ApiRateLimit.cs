using System.Security.Claims;
using System.Threading.RateLimiting;
using JobTracker.Data.Throttling;
using JobTracker.Web.Bearer;
using JobTracker.Web.Problems;
using Microsoft.Extensions.Options;

namespace JobTracker.Web.Limits;

/// <summary>Requests to <c>/api</c> and <c>/submit</c> per minute and user (or network, before sign-in), counted on each process: it keeps one client from slowing down the others.</summary>
public static class ApiRateLimit
{
    private const int MostUploads = 2;

    public static void AddApiRateLimit(this IServiceCollection services) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(PartitionOf),
                PartitionedRateLimiter.Create<HttpContext, string>(UploadsOf)
            );
            options.OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = wait.WholeSeconds();
                // People get the page that explains the status.
                if (!rejected.HttpContext.IsForPrograms())
                    return;
                await new Problem(StatusCodes.Status429TooManyRequests, "rate_limited") { RetryAfter = wait }.ExecuteAsync(
                    rejected.HttpContext
                );
            };
        });

    /// <summary>Large files of one person at the same time: said before a body is read, which would fill the disk first.</summary>
    private static RateLimitPartition<string> UploadsOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<TakesFileAttribute>() is { Most: > 0 } && HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetConcurrencyLimiter(WhomOf(context), _ => new ConcurrencyLimiterOptions { PermitLimit = MostUploads })
            : RateLimitPartition.GetNoLimiter("");

    private static string WhomOf(HttpContext context) =>
        context.User.FindFirstValue(BearerDefaults.UserIdClaim) ?? ClientNetwork.Of(context);

    private static bool IsCounted(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.Equals("/submit", StringComparison.OrdinalIgnoreCase);

    private static RateLimitPartition<string> PartitionOf(HttpContext context)
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
}
