using System.Net.Http.Json;
using JobTracker.Testing;
using JobTracker.Testing.Mail;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.Accounts;

public sealed class AskForResetTests
{
    private const string Kind = "reset_password";

    [Fact]
    public async Task Known_and_unknown_addresses_get_the_same_answer_and_one_mail_goes_out()
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var user = await app.RegisterAsync();
        using var client = app.CreateClient();
        var answers = new List<string>();
        foreach (var email in new[] { user.Email, "nobody@example.org", "not an address", "a@b\r\nbcc: eve@example.org" })
        {
            using var answer = await client.PostAsJsonAsync("/api/auth/forgot-password", new { email });
            Assert.Equal("", await answer.Content.ReadAsStringAsync());
            answers.Add(
                $"{(int)answer.StatusCode} {string.Join(',', answer.Headers.Select(header => header.Key).Order(StringComparer.Ordinal))}"
            );
        }
        Assert.StartsWith("202", Assert.Single(answers.Distinct()), StringComparison.Ordinal);
        await app.MailIsQuietAsync();
        Assert.Equal(user.Email, Assert.Single(app.Mail.Sent, mail => mail.Kind == Kind).Letter.To);
    }

    /// <summary>What a request costs says nothing about who has an account: here, at the sign-in, and where a link is used.</summary>
    [Theory]
    [InlineData("/api/auth/forgot-password", 202)]
    [InlineData("/api/auth/login", 401)]
    [InlineData("/api/auth/reset-password", 400)]
    public async Task Known_and_unknown_addresses_cost_the_same_statements(string path, int status)
    {
        await using var app = await JobTrackerApp.StartAsync(
            ("Limits:ResetPerDay", "100"),
            ("Limits:LoginPerMinutePerIp", "100"),
            ("Limits:LoginPerMinutePerAccount", "100")
        );
        using var user = await app.RegisterAsync();
        using var client = app.CreateClient();
        using var statements = new Statements();
        var cost = new List<string>();
        foreach (var email in new[] { user.Email, "nobody@example.org" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path);
            request.Content = path switch
            {
                "/api/auth/login" => JsonContent.Create(new { email, password = "wrong horse battery" }),
                "/api/auth/reset-password" => JsonContent.Create(
                    new
                    {
                        email,
                        token = "wrong",
                        new_password = "seven green bicycles",
                    }
                ),
                _ => JsonContent.Create(new { email }),
            };
            cost.Add(string.Join('\n', await statements.OfAsync(client, request, status)));
        }
        Assert.NotEqual("", cost[0]);
        Assert.Equal(cost[0], cost[1]);
    }

    [Fact]
    public async Task Of_fifty_requests_all_are_taken_and_five_become_mails()
    {
        await using var app = await JobTrackerApp.StartAsync(("Limits:ResetPerDay", "5"));
        await using var second = app.StartAnother(("Limits:ResetPerDay", "5"));
        using var user = await app.RegisterAsync();
        var statuses = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(n => AskAsync(n % 2 == 0 ? app : second, n % 3 == 0 ? user.Email.ToUpperInvariant() : user.Email))
        );
        Assert.All(statuses, status => Assert.Equal(202, status));
        await SentAsync(5, user.Email, app, second);
        foreach (var process in new[] { app, second })
            process.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        Assert.Equal(202, await AskAsync(app, user.Email));
        await SentAsync(6, user.Email, app, second);
    }

    [Fact]
    public async Task One_network_cannot_ask_for_everybody()
    {
        await using var app = await JobTrackerApp.StartAsync(("Limits:LoginPerMinutePerIp", "3"));
        for (var n = 0; n < 3; n++)
            Assert.Equal(202, await AskAsync(app, $"person{n}@example.org"));
        Assert.Equal(429, await AskAsync(app, "person3@example.org"));
    }

    [Fact]
    public async Task The_link_leads_to_the_configured_address_whatever_the_request_says_and_speaks_the_persons_language()
    {
        await using var app = await JobTrackerApp.StartAsync(("Public:BaseUrl", "https://jobs.example.org"));
        using var user = await app.RegisterAsync();
        await app.ExecuteAsync($"update user_accounts set locale = 'fr' where user_id = {user.Id}");
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/forgot-password")
        {
            Content = JsonContent.Create(new { email = user.Email }),
        };
        request.Headers.Host = "evil.example";
        request.Headers.TryAddWithoutValidation("X-Forwarded-Host", "evil.example");
        using var answer = await client.SendAsync(request);
        await answer.ReadAsync(202);
        var mail = await app.Mail.NextAsync(user.Email, Kind);
        Assert.Equal("https://jobs.example.org", mail.Link().GetLeftPart(UriPartial.Authority));
        Assert.DoesNotContain("evil.example", mail.Letter.Text + mail.Letter.Html, StringComparison.Ordinal);
        Assert.Contains("mot de passe", mail.Letter.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_asked_of_a_process_that_died_is_answered_by_another()
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var user = await app.RegisterAsync();
        await app.ExecuteAsync(
            $"insert into reset_requests (id, normalized_email, created_at) values ({Guid.CreateVersion7()}, {user.Email.ToUpperInvariant()}, now())"
        );
        await app.MailIsQuietAsync();
        await app.Mail.NextAsync(user.Email, Kind);
        Assert.Equal(0, await app.ReadAsync(db => db.ResetRequests.CountAsync()));
    }

    [Fact]
    public async Task A_site_without_mail_says_so()
    {
        await using var app = await JobTrackerApp.StartWithoutMailAsync();
        using var user = await app.RegisterAsync();
        using var client = app.CreateClient();
        using var answer = await client.PostAsJsonAsync("/api/auth/forgot-password", new { email = user.Email });
        await answer.ProblemAsync(403, "forbidden");
        Assert.Contains("sends no mail", await client.GetStringAsync("/account/forgot"), StringComparison.Ordinal);
    }

    /// <summary>Waits until so many have gone to this address from either process, and sees to it that no more follow.</summary>
    private static async Task SentAsync(int number, string email, params JobTrackerApp[] processes)
    {
        int Count() => processes.Sum(process => process.Mail.To(email, Kind).Count);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (Count() < number)
        {
            patience.Token.ThrowIfCancellationRequested();
            await processes[0].MailIsQuietAsync();
        }
        await processes[0].MailIsQuietAsync();
        Assert.Equal(number, Count());
    }

    private static async Task<int> AskAsync(JobTrackerApp app, string email)
    {
        using var client = app.CreateClient();
        using var answer = await client.PostAsJsonAsync("/api/auth/forgot-password", new { email });
        return (int)answer.StatusCode;
    }
}
