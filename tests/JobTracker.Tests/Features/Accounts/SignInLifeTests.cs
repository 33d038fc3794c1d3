using JobTracker.Features.Accounts;
using JobTracker.Kernel;
using JobTracker.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Accounts;

public sealed class SignInLifeTests
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task A_token_lives_7_days()
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var user = await app.RegisterAsync();
        app.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        await user.GetAsync("/api/auth/me");
        app.Clock.Advance(TimeSpan.FromMinutes(1) + Remembered);
        using var answer = await user.Client.GetAsync("/api/auth/me");
        await answer.ProblemAsync(401, "unauthenticated");
    }

    [Fact]
    public async Task A_browser_that_comes_back_every_week_stays_signed_in_for_30_days()
    {
        await using var app = await JobTrackerApp.StartAsync();
        var signIn = await BrowserAsync(app);
        for (var day = 6; day < 30; day += 6)
        {
            app.Clock.Advance(TimeSpan.FromDays(6));
            Assert.True(await HoldsAsync(app, signIn));
        }
        app.Clock.Advance(TimeSpan.FromDays(6));
        Assert.False(await HoldsAsync(app, signIn));
    }

    [Fact]
    public async Task A_browser_that_stays_away_for_7_days_is_signed_out()
    {
        await using var app = await JobTrackerApp.StartAsync();
        var signIn = await BrowserAsync(app);
        app.Clock.Advance(TimeSpan.FromDays(6));
        Assert.True(await HoldsAsync(app, signIn));
        app.Clock.Advance(TimeSpan.FromDays(7));
        Assert.False(await HoldsAsync(app, signIn));
    }

    [Fact]
    public async Task Another_JWT_SECRET_ends_every_token()
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var user = await app.RegisterAsync();
        await using var after = app.StartAnother(("JWT_SECRET", "nW5s-another-test-Hc7vK1xP9bT3mQ8rJ4yL6zD"));
        using var client = user.On(after);
        using var answer = await client.GetAsync("/api/auth/me");
        await answer.ProblemAsync(401, "unauthenticated");
        using var again = await user.SignInAgainAsync(after);
        await again.GetAsync("/api/auth/me");
    }

    private static async Task<SignIn> BrowserAsync(JobTrackerApp app)
    {
        using var user = await app.RegisterAsync();
        await using var scope = app.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<StartSignIn>()
            .RunAsync(new UserId(user.Id), new Caller("127.0.0.1", "Firefox, Linux", SignInKind.Browser), default);
    }

    private static async Task<bool> HoldsAsync(JobTrackerApp app, SignIn signIn)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SignInCheck>().RunAsync(signIn.Id, fresh: false, default) is not null;
    }
}
