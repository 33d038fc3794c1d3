using System.Net.Http.Json;
using JobTracker.Features.Accounts.Events;
using JobTracker.Features.Upkeep;
using JobTracker.Testing;
using JobTracker.Testing.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Accounts;

public sealed class SecurityEventsTests : IAsyncLifetime
{
    private JobTrackerApp? app;

    private JobTrackerApp App => app!;

    public async ValueTask InitializeAsync() => app = await JobTrackerApp.StartAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task What_happens_to_an_account_is_written_down_in_order()
    {
        using var user = await App.RegisterAsync();
        using var phone = await user.SignInAgainAsync(App);
        var other = (await user.ItemsAsync("/api/auth/devices"))[1].Text("id");
        using var revoked = await user.SendAsync(HttpMethod.Delete, $"/api/auth/devices/{other}");
        var two = await TwoFactorOn.SwitchAsync(App, user);
        Assert.Equal(200, await LogInAsync(user, TestUser.Password, two.Codes[0]));
        using var changed = await user.Client.PutAsJsonAsync(
            "/api/auth/change-password",
            new { current_password = TestUser.Password, new_password = "another long sentence" }
        );
        using var asked = await user.Client.PostAsJsonAsync("/api/auth/forgot-password", new { email = user.Email });
        var token = (await App.Mail.NextAsync(user.Email, "reset_password")).Token();
        using var reset = await user.Client.PostAsJsonAsync(
            "/api/auth/reset-password",
            new
            {
                email = user.Email,
                token,
                new_password = TestUser.Password,
            }
        );
        await reset.ReadAsync(204);
        SecurityEventKind[] expected =
        [
            SecurityEventKind.Registered,
            SecurityEventKind.SignedIn,
            SecurityEventKind.DeviceRevoked,
            SecurityEventKind.TwoFactorOn,
            SecurityEventKind.RecoveryCodeUsed,
            SecurityEventKind.SignedIn,
            SecurityEventKind.PasswordChanged,
            SecurityEventKind.PasswordReset,
        ];
        Assert.Equal(expected, (await EventsAsync(user)).Select(row => row.Kind));
    }

    [Fact]
    public async Task Failed_sign_ins_of_an_hour_are_one_line_with_their_number()
    {
        using var user = await App.RegisterAsync();
        await using var second = App.StartAnother();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(n => LogInAsync(user, "wrong horse battery", on: n % 2 == 0 ? App : second)));
        Assert.Equal(12, (await FailedAsync(user, times: 12)).Times);
        App.Clock.Advance(TimeSpan.FromHours(1));
        await LogInAsync(user, "wrong horse battery");
        await FailedAsync(user, times: 1);
        using var browser = await TestBrowser.SignInAsync(App, user);
        var page = await browser.Client.GetStringAsync("/settings/security");
        Assert.Contains("12 failed sign-ins within an hour", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_network_address_and_no_password_stands_there()
    {
        using var user = await App.RegisterAsync();
        await LogInAsync(user, "wrong horse battery");
        await FailedAsync(user, times: 1);
        var all = await App.ReadAsync(db =>
            db.Database.SqlQuery<string>($"select row_to_json(e)::text as \"Value\" from security_events e").ToListAsync()
        );
        Assert.All(all, row => Assert.DoesNotMatch("127\\.0\\.0\\.1|::1|horse", row));
    }

    [Fact]
    public async Task After_ninety_days_it_goes()
    {
        using var user = await App.RegisterAsync();
        App.Clock.Advance(TimeSpan.FromDays(89));
        using var again = await user.SignInAgainAsync(App);
        App.Clock.Advance(TimeSpan.FromDays(2));
        await using var scope = App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CleanUp>().RunAsync(default);
        Assert.Equal(SecurityEventKind.SignedIn, Assert.Single(await EventsAsync(user)).Kind);
    }

    /// <summary>Failed ones are written after the answer was given: waits for the line.</summary>
    private async Task<SecurityEvent> FailedAsync(TestUser user, int times)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            if ((await EventsAsync(user)).Find(row => row.Kind == SecurityEventKind.SignInFailed && row.Times == times) is { } found)
                return found;
        }
    }

    private Task<List<SecurityEvent>> EventsAsync(TestUser user) =>
        App.ReadAsync(db => db.SecurityEvents.Where(row => row.UserId == user.Id).OrderBy(row => row.Id).ToListAsync());

    private async Task<int> LogInAsync(TestUser user, string password, string? code = null, JobTrackerApp? on = null)
    {
        using var client = (on ?? App).CreateClient();
        using var answer = await client.PostAsJsonAsync(
            "/api/auth/login",
            new
            {
                email = user.Email,
                password,
                two_factor_code = code,
            }
        );
        return (int)answer.StatusCode;
    }
}
