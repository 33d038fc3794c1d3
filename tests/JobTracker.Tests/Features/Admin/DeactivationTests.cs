using System.Net.Http.Json;
using JobTracker.Testing;
using JobTracker.Testing.Mail;
using JobTracker.Tests.Features.CalendarFeed;

namespace JobTracker.Tests.Features.Admin;

public sealed class DeactivationTests(SharedApp shared)
{
    private const string Users = "/api/admin/users";

    [Fact]
    public async Task A_deactivated_account_is_shut_and_keeps_what_is_in_it()
    {
        using var admin = await shared.App.RegisterAdminAsync();
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        await user.AddAsync();
        var calendar = await user.ShareCalendarAsync();

        using var shut = await admin.SendAsync(HttpMethod.Post, $"{Users}/{user.Id}/deactivate");
        Assert.NotNull((await shut.ReadAsync(200))["deactivated_at"]);
        using var me = await user.Client.GetAsync("/api/auth/me");
        await me.ProblemAsync(401, "unauthenticated");
        using var page = await browser.Client.GetAsync("/applications");
        Assert.Equal(302, (int)page.StatusCode);
        using var feed = await shared.App.CreateClient().GetAsync(calendar);
        Assert.Equal(404, (int)feed.StatusCode);

        using var again = await LogInAsync(user.Email, TestUser.Password);
        await again.ProblemAsync(403, "forbidden");
        using var wrong = await LogInAsync(user.Email, "not the password");
        await wrong.ProblemAsync(401, "bad_credentials");

        using var opened = await admin.SendAsync(HttpMethod.Post, $"{Users}/{user.Id}/reactivate");
        Assert.Null((await opened.ReadAsync(200))["deactivated_at"]);
        using var back = await user.SignInAgainAsync(shared.App);
        Assert.Single(await back.ItemsAsync("/api/applications"));
    }

    [Fact]
    public async Task A_link_that_was_mailed_before_is_worth_nothing()
    {
        using var admin = await shared.App.RegisterAdminAsync();
        using var user = await shared.App.RegisterAsync();
        using var asked = await shared.App.CreateClient().PostAsJsonAsync("/api/auth/forgot-password", new { email = user.Email });
        await asked.ReadAsync(202);
        var token = (await shared.App.Mail.NextAsync(user.Email, "reset_password")).Token();
        using var shut = await admin.SendAsync(HttpMethod.Post, $"{Users}/{user.Id}/deactivate");
        await shut.ReadAsync(200);
        using var reset = await shared
            .App.CreateClient()
            .PostAsJsonAsync(
                "/api/auth/reset-password",
                new
                {
                    email = user.Email,
                    token,
                    new_password = "another long sentence",
                }
            );
        await reset.ProblemAsync(400, "invalid");
    }

    [Fact]
    public async Task It_is_shut_on_another_process_as_soon_as_that_looks_again()
    {
        await using var app = await JobTrackerApp.StartAsync();
        await using var second = app.StartAnother();
        using var admin = await app.RegisterAdminAsync();
        using var user = await app.RegisterAsync();
        using var there = user.On(second);
        using var before = await there.GetAsync("/api/auth/devices");
        await before.ReadAsync(200);
        using var shut = await admin.SendAsync(HttpMethod.Post, $"{Users}/{user.Id}/deactivate");
        await shut.ReadAsync(200);
        using var after = await there.GetAsync("/api/auth/devices");
        await after.ProblemAsync(401, "unauthenticated");
    }

    [Fact]
    public async Task Somebody_is_signed_out_everywhere_and_finds_it_among_the_security_events()
    {
        using var admin = await shared.App.RegisterAdminAsync();
        using var user = await shared.App.RegisterAsync();
        using var out_ = await admin.SendAsync(HttpMethod.Post, $"{Users}/{user.Id}/sign-out");
        await out_.ReadAsync(204);
        using var me = await user.Client.GetAsync("/api/auth/me");
        await me.ProblemAsync(401, "unauthenticated");
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        Assert.Contains("Other devices signed out", await browser.Client.GetStringAsync("/settings/security"), StringComparison.Ordinal);
        using var nobody = await admin.SendAsync(HttpMethod.Post, $"{Users}/{Guid.CreateVersion7()}/sign-out");
        await nobody.ProblemAsync(404, "not_found");
    }

    private Task<HttpResponseMessage> LogInAsync(string email, string password) =>
        shared.App.CreateClient().PostAsJsonAsync("/api/auth/login", new { email, password });
}
