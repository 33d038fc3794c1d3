using JobTracker.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace JobTracker.Web;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can serve, that is, the database is reachable and migrated, and it is not about to stop.</summary>
public static class Health
{
    private const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services) =>
        services
            .AddSingleton<SchemaSeen>()
            .AddHealthChecks()
            .AddCheck<DatabaseReady>(Ready, tags: [Ready])
            .AddCheck<NotStopping>("stopping", tags: [Ready]);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes
            .MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) })
            .AllowAnonymous();
    }

    /// <summary>
    /// Whether all migrations were there once. None is ever taken back, so one yes is enough; and while the next version's migrations work, they
    /// hold their table locked, which must not make the processes that serve look broken.
    /// </summary>
    private sealed class SchemaSeen
    {
        public volatile bool IsComplete;
    }

    private sealed class DatabaseReady(JobTrackerDb db, SchemaSeen schema) : IHealthCheck
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            try
            {
                if (schema.IsComplete)
                {
                    await db.Database.ExecuteSqlRawAsync("select 1", patience.Token);
                    return HealthCheckResult.Healthy();
                }
                var missing = await db.Database.GetPendingMigrationsAsync(patience.Token);
                if (missing.Any())
                    return HealthCheckResult.Unhealthy("Migrations are missing.");
                schema.IsComplete = true;
                return HealthCheckResult.Healthy();
            }
            catch (Exception away) when (away is not OutOfMemoryException)
            {
                return HealthCheckResult.Unhealthy("The database does not answer.");
            }
        }
    }

    private sealed class NotStopping(IHostApplicationLifetime lifetime) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(
                lifetime.ApplicationStopping.IsCancellationRequested
                    ? HealthCheckResult.Unhealthy("The process is stopping.")
                    : HealthCheckResult.Healthy()
            );
    }
}
