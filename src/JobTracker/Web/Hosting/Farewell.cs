using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace JobTracker.Web.Hosting;

/// <summary>How the app takes its leave (section <c>Shutdown</c>).</summary>
public sealed class ShutdownOptions
{
    public const string Section = "Shutdown";

    /// <summary>
    /// For so many seconds after SIGTERM <c>/health/ready</c> says no while everything is still answered, so that whoever spreads the requests
    /// has sent the last one before the app stops listening. Null: 3 behind a proxy, 0 without.
    /// </summary>
    [Range(0, 60)]
    public int? DrainSeconds { get; set; }
}

/// <summary>The first thing that happens when the app stops: nothing, for a while.</summary>
internal sealed class Farewell(IOptions<ShutdownOptions> options, IOptions<ProxiesOptions> proxies) : IHostedLifecycleService
{
    private const int UsualDrain = 3;

    /// <summary>Running requests may finish so long after the app has stopped listening.</summary>
    private const int Requests = 25;

    /// <summary>All of it. Hosts kill what is still there after 30 seconds, if nobody tells them otherwise.</summary>
    public static TimeSpan Most(ShutdownOptions options, ProxiesOptions proxies) =>
        TimeSpan.FromSeconds(Requests + Drain(options, proxies));

    public Task StoppingAsync(CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromSeconds(Drain(options.Value, proxies.Value)), TimeProvider.System, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static int Drain(ShutdownOptions options, ProxiesOptions proxies) =>
        options.DrainSeconds ?? (proxies.Limit > 0 ? UsualDrain : 0);
}
