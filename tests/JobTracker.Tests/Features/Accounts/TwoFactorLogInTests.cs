using System.Net.Http.Json;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.Accounts;

public sealed class TwoFactorLogInTests : IAsyncLifetime
{
    private JobTrackerApp? app;
    private TestUser? user;

    private JobTrackerApp App => app!;
    private TestUser User => user!;

    public async ValueTask InitializeAsync()
    {
        app = await JobTrackerApp.StartAsync();
        user = await app.RegisterAsync();
    }

    public async ValueTask DisposeAsync()
    {
        User.Dispose();
        await App.DisposeAsync();
    }

    [Fact]
    public async Task The_password_alone_lets_nobody_in_and_a_wrong_one_tells_nothing_of_the_second_factor()
    {
        var two = await TwoFactorOn.SwitchAsync(App, User);
        using var missing = await LogInAsync(code: null);
        await missing.ProblemAsync(401, "two_factor_required");
        using var wrong = await LogInAsync(Present(two), "not the password");
        await wrong.ProblemAsync(401, "bad_credentials");
        using var right = await LogInAsync(Present(two));
        Assert.True((await right.ReadAsync(200))["user"]!["two_factor_enabled"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_code_is_taken_once_and_the_next_one_again()
    {
        var two = await TwoFactorOn.SwitchAsync(App, User);
        var code = Present(two);
        using var first = await LogInAsync(code);
        await first.ReadAsync(200);
        using var again = await LogInAsync(code);
        await again.ProblemAsync(401, "two_factor_required");
        App.Clock.Advance(TimeSpan.FromSeconds(30));
        using var next = await LogInAsync($"{Present(two)[..3]} {Present(two)[3..]}");
        await next.ReadAsync(200);
    }

    [Fact]
    public async Task Of_many_sign_ins_at_once_with_one_code_one_succeeds()
    {
        var two = await TwoFactorOn.SwitchAsync(App, User);
        await using var second = App.StartAnother();
        foreach (var code in new[] { Present(two), two.Codes[0] })
        {
            var statuses = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => StatusAsync(n % 2 == 0 ? App : second, code)));
            Assert.Equal([200, .. Enumerable.Repeat(401, 9)], statuses.Order());
        }
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once_however_it_is_written()
    {
        var two = await TwoFactorOn.SwitchAsync(App, User);
        Assert.Equal(10, two.Codes.Distinct().Count());
        using var first = await LogInAsync(two.Codes[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal));
        await first.ReadAsync(200);
        using var again = await LogInAsync(two.Codes[3]);
        await again.ProblemAsync(401, "two_factor_required");
        Assert.Equal(9, await App.ReadAsync(db => db.RecoveryCodes.CountAsync()));
    }

    [Theory]
    [InlineData("000000")]
    [InlineData("12345")]
    [InlineData("aaaa-aaaa-aaaa-aaaa")]
    [InlineData("’; drop table users")]
    public async Task Whatever_is_no_code_of_this_account_is_refused(string code)
    {
        await TwoFactorOn.SwitchAsync(App, User);
        using var other = await App.RegisterAsync();
        var others = await TwoFactorOn.SwitchAsync(App, other);
        foreach (var typed in new[] { code, Present(others), others.Codes[0] })
        {
            using var answer = await LogInAsync(typed);
            await answer.ProblemAsync(401, "two_factor_required");
        }
    }

    [Fact]
    public async Task Neither_the_secret_nor_the_recovery_codes_can_be_read_in_the_database()
    {
        var two = await TwoFactorOn.SwitchAsync(App, User);
        var stored = await App.ReadAsync(async db =>
            (await db.Authenticators.SingleAsync()).SealedSecret
            + string.Concat((await db.RecoveryCodes.ToListAsync()).Select(row => Convert.ToHexString(row.CodeHash)))
        );
        Assert.All(two.Codes, code => Assert.DoesNotContain(code, stored, StringComparison.OrdinalIgnoreCase));
        Assert.StartsWith("CfDJ8", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_cannot_be_tried_out_by_somebody_who_knows_the_password()
    {
        await using var limited = App.StartAnother(("Limits:LoginPerMinutePerAccount", "3"));
        var two = await TwoFactorOn.SwitchAsync(App, User);
        for (var round = 0; round < 3; round++)
        {
            // Each comes a minute after the other: the limit of passwords alone would let all of them through.
            limited.Clock.Advance(TimeSpan.FromSeconds(61));
            Assert.Equal(401, await StatusAsync(limited, "000000"));
        }
        limited.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(429, await StatusAsync(limited, two.Phone.CodeAt(limited.Clock.GetUtcNow())));
        Assert.Equal(429, await StatusAsync(limited, two.Codes[0]));
        limited.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(200, await StatusAsync(limited, two.Phone.CodeAt(limited.Clock.GetUtcNow())));
    }

    private string Present(TwoFactorOn two) => two.Phone.CodeAt(App.Clock.GetUtcNow());

    private async Task<int> StatusAsync(JobTrackerApp process, string code)
    {
        using var answer = await LogInAsync(code, on: process);
        return (int)answer.StatusCode;
    }

    private async Task<HttpResponseMessage> LogInAsync(string? code, string password = TestUser.Password, JobTrackerApp? on = null)
    {
        using var client = (on ?? App).CreateClient();
        return await client.PostAsJsonAsync(
            "/api/auth/login",
            new
            {
                email = User.Email,
                password,
                two_factor_code = code,
            }
        );
    }
}
