using System.Net.Http.Json;
using JobTracker.Testing;
using JobTracker.Testing.Mail;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.Accounts;

public sealed class ResetPasswordTests : IAsyncLifetime
{
    private const string Kind = "reset_password";
    private const string New = "seven green bicycles";
    private JobTrackerApp? app;

    private JobTrackerApp App => app!;

    public async ValueTask InitializeAsync() => app = await JobTrackerApp.StartAsync(("Public:BaseUrl", "https://jobs.example.org"));

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task The_mailed_link_gives_a_new_password_and_ends_every_sign_in()
    {
        using var user = await App.RegisterAsync();
        using var phone = await user.SignInAgainAsync(App);
        var token = await AskAsync(user.Email.ToUpperInvariant(), user.Email);
        await ResetAsync(user.Email, token, 204);
        foreach (var signedIn in new[] { user, phone })
        {
            using var me = await signedIn.Client.GetAsync("/api/auth/me");
            await me.ProblemAsync(401, "unauthenticated");
        }
        Assert.Equal(401, await LogInAsync(user.Email, TestUser.Password));
        Assert.Equal(200, await LogInAsync(user.Email, New));
        // Whoever got the mail reads mail there.
        Assert.True(await App.ReadAsync(db => db.Users.Where(row => row.Id == user.Id).Select(row => row.EmailConfirmed).SingleAsync()));
        await App.Mail.NextAsync(user.Email, "password_changed");
    }

    [Fact]
    public async Task A_link_works_once_even_when_it_is_used_many_times_at_once()
    {
        using var user = await App.RegisterAsync();
        var token = await AskAsync(user.Email);
        await using var second = App.StartAnother();
        var statuses = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(n => StatusAsync(n % 2 == 0 ? App : second, user.Email, token, $"{New} {n}"))
        );
        Assert.Equal([204, .. Enumerable.Repeat(400, 7)], statuses.Order());
    }

    [Fact]
    public async Task Of_sign_ins_with_the_old_password_none_outlives_the_new_one()
    {
        for (var round = 0; round < 5; round++)
        {
            using var user = await App.RegisterAsync();
            var token = await AskAsync(user.Email);
            using var visitor = App.CreateClient();
            var signingIn = Enumerable
                .Range(0, 4)
                .Select(_ => visitor.PostAsJsonAsync("/api/auth/login", new { email = user.Email, password = TestUser.Password }))
                .ToList();
            await ResetAsync(user.Email, token, 204);
            foreach (var answer in await Task.WhenAll(signingIn))
            {
                if (!answer.IsSuccessStatusCode)
                    continue;
                using var old = App.CreateClient();
                old.DefaultRequestHeaders.Authorization = new("Bearer", (await answer.ReadAsync(200)).Text("access_token"));
                using var me = await old.GetAsync("/api/auth/me");
                await me.ProblemAsync(401, "unauthenticated");
            }
        }
    }

    [Fact]
    public async Task Wrong_used_replaced_old_and_foreign_links_get_one_answer()
    {
        using var user = await App.RegisterAsync();
        using var other = await App.RegisterAsync();
        var used = await AskAsync(user.Email);
        await ResetAsync(user.Email, used, 204);
        var replaced = await AskAsync(user.Email);
        var old = await AskAsync(user.Email);
        App.Clock.Advance(TimeSpan.FromMinutes(61));
        var foreign = await AskAsync(other.Email);
        var confirmation = (await App.Mail.NextAsync(user.Email, "confirm_address")).Token();
        var answers = new List<string>();
        foreach (var token in new[] { "x", "", used, replaced, old, foreign, confirmation, foreign + "A", new string('a', 5000) })
        {
            using var answer = await SendAsync(App, user.Email, token, New);
            var problem = await answer.ProblemAsync(400, "invalid");
            problem.AsObject().Remove("trace_id");
            answers.Add(problem.ToJsonString());
        }
        foreach (var email in new[] { "nobody@example.org", "not an address" })
        {
            using var answer = await SendAsync(App, email, foreign, New);
            var problem = await answer.ProblemAsync(400, "invalid");
            problem.AsObject().Remove("trace_id");
            answers.Add(problem.ToJsonString());
        }
        Assert.Single(answers.Distinct());
        Assert.Contains("\"token\"", answers[0], StringComparison.Ordinal);
        // And it was nobody else's try that used up the one that is good.
        await ResetAsync(other.Email, foreign, 204);
    }

    [Fact]
    public async Task A_new_password_voids_the_link()
    {
        using var user = await App.RegisterAsync();
        var token = await AskAsync(user.Email);
        using var changed = await user.Client.PutAsJsonAsync(
            "/api/auth/change-password",
            new { current_password = TestUser.Password, new_password = "another long sentence" }
        );
        await changed.ReadAsync(204);
        await ResetAsync(user.Email, token, 400);
    }

    [Fact]
    public async Task A_password_that_is_refused_leaves_the_link_good()
    {
        using var user = await App.RegisterAsync();
        var token = await AskAsync(user.Email);
        using var weak = await SendAsync(App, user.Email, token, "1234567890");
        await weak.RefusesAsync("new_password");
        await ResetAsync(user.Email, token, 204);
    }

    [Fact]
    public async Task Looking_at_the_link_changes_nothing()
    {
        using var user = await App.RegisterAsync();
        await AskAsync(user.Email);
        using var client = App.CreateClient();
        var link = App.Mail.To(user.Email).Single(mail => mail.Kind == Kind).Link();
        for (var look = 0; look < 3; look++)
            Assert.Contains("<form", await client.GetStringAsync(link.PathAndQuery), StringComparison.Ordinal);
        await ResetAsync(user.Email, App.Mail.To(user.Email).Single(mail => mail.Kind == Kind).Token(), 204);
    }

    [Fact]
    public async Task The_database_has_the_links_hash_alone()
    {
        using var user = await App.RegisterAsync();
        var token = await AskAsync(user.Email);
        var stored = await App.ReadAsync(db => db.MailedLinks.ToListAsync());
        Assert.All(stored, row => Assert.Equal(32, row.TokenHash.Length));
        Assert.DoesNotContain(stored, row => System.Text.Encoding.UTF8.GetString(row.TokenHash).Contains(token, StringComparison.Ordinal));
    }

    private async Task<string> AskAsync(string email, string? comesTo = null)
    {
        using var client = App.CreateClient();
        using var answer = await client.PostAsJsonAsync("/api/auth/forgot-password", new { email });
        await answer.ReadAsync(202);
        return (await App.Mail.NextAsync(comesTo ?? email, Kind)).Token();
    }

    private async Task ResetAsync(string email, string token, int status)
    {
        using var answer = await SendAsync(App, email, token, New);
        await answer.ReadAsync(status);
    }

    private static async Task<int> StatusAsync(JobTrackerApp process, string email, string token, string password)
    {
        using var answer = await SendAsync(process, email, token, password);
        return (int)answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(JobTrackerApp process, string email, string token, string password)
    {
        using var client = process.CreateClient();
        return await client.PostAsJsonAsync(
            "/api/auth/reset-password",
            new
            {
                email,
                token,
                new_password = password,
            }
        );
    }

    private async Task<int> LogInAsync(string email, string password)
    {
        using var client = App.CreateClient();
        using var answer = await client.PostAsJsonAsync("/api/auth/login", new { email, password });
        return (int)answer.StatusCode;
    }
}
