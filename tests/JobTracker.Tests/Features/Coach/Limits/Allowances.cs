using JobTracker.Features.Coach.Limits;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using JobTracker.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Coach.Limits;

/// <summary>Taking and giving back as a request of its own does it.</summary>
internal static class Allowances
{
    public static async Task<T> WithAsync<T>(this JobTrackerApp app, Func<CoachAllowance, Task<T>> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<CoachAllowance>());
    }

    public static Task<Outcome<Reservation>> ReserveAsync(
        this JobTrackerApp app,
        TestUser user,
        long tokens = 100,
        Purse purse = Purse.Server
    ) => app.WithAsync(allowance => allowance.ReserveAsync(new UserId(user.Id), purse, tokens, default));

    public static async Task<Guid> MustReserveAsync(this JobTrackerApp app, TestUser user, long tokens = 100, Purse purse = Purse.Server) =>
        Assert.IsType<Done<Reservation>>(await app.ReserveAsync(user, tokens, purse)).Value.Id;

    public static Task SettleAsync(this JobTrackerApp app, TestUser user, Guid reservation, long tokens) =>
        app.WithAsync(async allowance =>
        {
            await allowance.SettleAsync(new UserId(user.Id), reservation, tokens, default);
            return 0;
        });

    public static Task RefundAsync(this JobTrackerApp app, TestUser user, Guid reservation) =>
        app.WithAsync(async allowance =>
        {
            await allowance.RefundAsync(new UserId(user.Id), reservation, default);
            return 0;
        });

    public static Task RenewAsync(this JobTrackerApp app, TestUser user, Guid reservation) =>
        app.WithAsync(async allowance =>
        {
            await allowance.RenewAsync(new UserId(user.Id), reservation, default);
            return 0;
        });

    public static async Task<CoachStanding> StandingAsync(this JobTrackerApp app, TestUser user)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ReadStanding>().RunAsync(new UserId(user.Id), default))!;
    }

    /// <summary>What is left for somebody on the operator's key.</summary>
    public static async Task<(int? Messages, long? Tokens)> LeftAsync(this JobTrackerApp app, TestUser user)
    {
        var standing = await app.StandingAsync(user);
        return (standing.MessagesLeft, standing.TokensLeft);
    }

    public static OverQuota Over(this Outcome<Reservation> outcome) =>
        Assert.IsType<OverQuota>(Assert.IsType<Failed<Reservation>>(outcome).Failure);
}
