using System.Net.Http.Json;
using JobTracker.Features.Accounts.Invitations;
using JobTracker.Kernel;
using JobTracker.Testing;
using JobTracker.Testing.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Accounts;

public sealed class InvitationTests : IAsyncLifetime
{
    private JobTrackerApp? app;

    private JobTrackerApp App => app!;

    public async ValueTask InitializeAsync() =>
        app = await JobTrackerApp.StartAsync(
            ("Registration:Mode", "Invite"),
            ("Quotas:MaxUsers", "3"),
            ("Public:BaseUrl", "https://jobs.example.org")
        );

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task Without_an_invitation_nobody_gets_in_and_the_site_says_so()
    {
        using var client = App.CreateClient();
        using var answer = await RegisterAsync(null);
        await answer.ProblemAsync(403, "forbidden");
        using var meta = await client.GetAsync("/meta");
        var told = await meta.ReadAsync(200);
        Assert.Equal(("invite", "false"), (told.Text("registration"), told.Text("registration_open")));
        var page = await client.GetStringAsync("/account/register");
        Assert.Contains("By invitation", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form method=\"post\" class=\"panel\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_who_use_one_invitation_at_once_one_gets_in()
    {
        await using var second = App.StartAnother(("Registration:Mode", "Invite"));
        var token = TokenOf(await InviteAsync());
        var statuses = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => StatusAsync(token, n % 2 == 0 ? App : second)));
        Assert.Equal([201, .. Enumerable.Repeat(400, 7)], statuses.Order());
        Assert.Equal(1, await App.ReadAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Without_a_place_the_invitation_stays_good()
    {
        foreach (var _ in Enumerable.Range(0, 3))
            Assert.Equal(201, await StatusAsync(TokenOf(await InviteAsync())));
        var token = TokenOf(await InviteAsync());
        using var full = await RegisterAsync(token);
        await full.ProblemAsync(403, "quota_exceeded");
        Assert.Equal(1, await App.ReadAsync(db => db.Invitations.CountAsync()));
    }

    [Fact]
    public async Task Wrong_used_and_old_ones_get_one_answer()
    {
        var used = TokenOf(await InviteAsync());
        Assert.Equal(201, await StatusAsync(used));
        var old = TokenOf(await InviteAsync());
        App.Clock.Advance(TimeSpan.FromDays(14) + TimeSpan.FromMinutes(1));
        foreach (var token in new[] { "wrong", used, old })
        {
            using var answer = await RegisterAsync(token);
            await answer.RefusesAsync("invitation");
        }
    }

    [Fact]
    public async Task One_for_an_address_is_mailed_there_and_good_for_nobody_else()
    {
        var made = await InviteAsync("Ada@Example.org");
        Assert.True(made.IsMailed);
        var mail = await App.Mail.NextAsync("Ada@Example.org", "invitation");
        Assert.Equal(made.Link, mail.Link());
        using var client = App.CreateClient();
        Assert.Contains("value=\"ada@example.org\"", await client.GetStringAsync(made.Path), StringComparison.Ordinal);
        using var eve = await RegisterAsync(TokenOf(made), "eve@example.org");
        await eve.RefusesAsync("invitation");
        using var ada = await RegisterAsync(TokenOf(made), "ADA@example.org");
        await ada.ReadAsync(201);
    }

    [Fact]
    public async Task The_page_takes_it_up_from_the_link()
    {
        var made = await InviteAsync();
        using var browser = TestBrowser.Open(App);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.Email"] = "ada@example.org",
            ["Input.Password"] = TestUser.Password,
            ["Input.Invitation"] = TokenOf(made),
        };
        using var answer = await browser.PostAsync("/account/register", fields, formOn: made.Path);
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task On_an_open_site_an_invitation_is_not_needed_and_not_used_up()
    {
        await using var open = App.StartAnother(("Registration:Mode", "Open"));
        var token = TokenOf(await InviteAsync());
        Assert.Equal(201, await StatusAsync(token, open));
        Assert.Equal(1, await App.ReadAsync(db => db.Invitations.CountAsync()));
    }

    [Fact]
    public async Task A_closed_site_lets_nobody_in_with_one()
    {
        await using var closed = App.StartAnother(("Registration:Mode", "Closed"));
        Assert.Equal(403, await StatusAsync(TokenOf(await InviteAsync()), closed));
        using var client = closed.CreateClient();
        Assert.Contains("Registration is closed", await client.GetStringAsync("/account/register"), StringComparison.Ordinal);
    }

    private async Task<Invite.Made> InviteAsync(string? email = null)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<Invite>().RunAsync(new Invite.Input(email), default);
        return Assert.IsType<Done<Invite.Made>>(outcome).Value;
    }

    private static string TokenOf(Invite.Made made) => made.Path[(made.Path.IndexOf('=', StringComparison.Ordinal) + 1)..];

    private async Task<int> StatusAsync(string token, JobTrackerApp? on = null)
    {
        using var answer = await RegisterAsync(token, on: on);
        return (int)answer.StatusCode;
    }

    private async Task<HttpResponseMessage> RegisterAsync(string? invitation, string? email = null, JobTrackerApp? on = null)
    {
        using var client = (on ?? App).CreateClient();
        return await client.PostAsJsonAsync(
            "/api/auth/register",
            new
            {
                email = email ?? $"person.{Guid.CreateVersion7():N}@example.org",
                password = TestUser.Password,
                invitation,
            }
        );
    }
}
