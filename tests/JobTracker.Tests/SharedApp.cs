using JobTracker.Testing;
using JobTracker.Tests;

[assembly: AssemblyFixture(typeof(SharedApp))]

namespace JobTracker.Tests;

/// <summary>One app for all tests that need no settings of their own; each test registers its own people.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    private JobTrackerApp? app;

    public JobTrackerApp App => app!;

    public async ValueTask InitializeAsync() => app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", ""));

    public ValueTask DisposeAsync() => app?.DisposeAsync() ?? ValueTask.CompletedTask;
}
