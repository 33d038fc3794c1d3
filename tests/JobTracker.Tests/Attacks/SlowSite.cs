using JobTracker.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Attacks;

/// <summary>An app whose patience is short, so that tests of it are.</summary>
public sealed class SlowSite : IAsyncLifetime
{
    /// <summary>Bytes a second that a body has to come at.</summary>
    public const int Rate = 240;

    private JobTrackerApp? app;

    public JobTrackerApp App => app!;

    public async ValueTask InitializeAsync() =>
        app = await JobTrackerApp.StartAsync(services =>
            services.PostConfigure<KestrelServerOptions>(kestrel =>
            {
                kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(2);
                // The server allows no less than a second of grace.
                kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(Rate, TimeSpan.FromSeconds(1.5));
            })
        );

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
    }
}
