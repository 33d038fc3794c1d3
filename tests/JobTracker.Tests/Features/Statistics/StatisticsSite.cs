using JobTracker.Features.Statistics;
using JobTracker.Kernel;
using JobTracker.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Statistics;

/// <summary>An app with a clock of its own, and somebody whose applications are written straight into the tables.</summary>
public sealed class StatisticsSite : IAsyncLifetime
{
    private JobTrackerApp? app;
    private TestUser? user;

    public JobTrackerApp App => app!;

    public TestUser User => user!;

    public async ValueTask InitializeAsync()
    {
        app = await JobTrackerApp.StartAsync();
        user = await app.RegisterAsync();
    }

    internal async Task<Outcome<Overview>> ReadAsync(Situation situation)
    {
        App.Clock.MoveTo(situation.Now);
        await Story.WriteAsync(App, User.Id, situation.Zone, situation.Stories);
        await using var scope = App.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ReadOverview>()
            .RunAsync(new UserId(User.Id), situation.Input, TestContext.Current.CancellationToken);
    }

    /// <summary>The figures of a hand-made situation: in Paris, at noon on a Saturday, 21 November 2026.</summary>
    internal async Task<Overview> FiguresAsync(IReadOnlyList<Story> stories, ReadOverview.Input? input = null)
    {
        var noon = new DateTimeOffset(2026, 11, 21, 11, 0, 0, TimeSpan.Zero);
        return Assert.IsType<Done<Overview>>(await ReadAsync(new Situation("Europe/Paris", noon, stories, input ?? new()))).Value;
    }

    public async ValueTask DisposeAsync()
    {
        User.Dispose();
        await App.DisposeAsync();
    }
}
