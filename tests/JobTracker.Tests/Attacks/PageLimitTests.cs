using System.Net.Http.Json;
using JobTracker.Features.Accounts.Passwords;
using JobTracker.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Attacks;

/// <summary>Tries on pages and over the API are counted together, and whoever tried too often reads so on a page (the API's part: ThrottleTests).</summary>
public sealed class PageLimitTests
{
    private const string Wrong = "wrong horse battery";

    [Theory]
    [InlineData("Limits:LoginPerMinutePerAccount")]
    [InlineData("Limits:LoginPerMinutePerIp")]
    public async Task Wrong_passwords(string limit)
    {
        await using var app = await JobTrackerApp.StartAsync((limit, "2"));
        using var user = await app.RegisterAsync();
        using var browser = TestBrowser.Open(app);
        using var api = await user.Client.PostAsJsonAsync("/api/auth/login", new { email = user.Email, password = Wrong });
        await api.ReadAsync(401);
        using var page = await SignInAsync(browser, user.Email);
        Assert.NotEqual(429, (int)page.StatusCode);

        await AssertTooManyAsync(() => SignInAsync(browser, user.Email), TimeSpan.FromMinutes(1));
        using var over = await user.Client.PostAsJsonAsync("/api/auth/login", new { email = user.Email, password = TestUser.Password });
        await over.ProblemAsync(429, "rate_limited");
    }

    [Fact]
    public async Task New_accounts()
    {
        await using var app = await JobTrackerApp.StartAsync(("Limits:RegisterPerHour", "2"));
        using var user = await app.RegisterAsync();
        using var first = TestBrowser.Open(app);
        using var registered = await RegisterAsync(first);
        Assert.Equal(302, (int)registered.StatusCode);
        using var second = TestBrowser.Open(app);
        await AssertTooManyAsync(() => RegisterAsync(second), TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Requests_for_new_passwords_from_one_network()
    {
        await using var app = await JobTrackerApp.StartAsync(("Limits:LoginPerMinutePerIp", "1"));
        using var browser = TestBrowser.Open(app);
        using var client = app.CreateClient();
        using var api = await client.PostAsJsonAsync("/api/auth/forgot-password", new { email = "nobody@example.org" });
        await api.ReadAsync(202);
        await AssertTooManyAsync(
            () => browser.PostAsync("/account/forgot", [new("Input.Email", "nobody@example.org")], formOn: "/account/forgot"),
            TimeSpan.FromMinutes(1)
        );
    }

    [Fact]
    public async Task Passwords_to_be_checked_at_once()
    {
        await using var app = await JobTrackerApp.StartAsync(("Limits:HashQueue", "0"));
        using var user = await app.RegisterAsync();
        using var browser = TestBrowser.Open(app);
        using var open = new ManualResetEventSlim();
        var gate = app.Services.GetRequiredService<HashingGate>();
        var busy = Enumerable
            .Range(0, Environment.ProcessorCount)
            .Select(_ => gate.RunAsync(() => open.Wait(TimeSpan.FromMinutes(1)), default))
            .ToList();

        using var api = await user.Client.PostAsJsonAsync("/api/auth/login", new { email = user.Email, password = TestUser.Password });
        await api.ProblemAsync(429, "rate_limited");
        Assert.NotNull(api.Headers.RetryAfter);
        await AssertTooManyAsync(() => SignInAsync(browser, user.Email), TimeSpan.FromSeconds(10));
        open.Set();
        await Task.WhenAll(busy);
        using var later = await SignInAsync(browser, user.Email, TestUser.Password);
        Assert.Equal(302, (int)later.StatusCode);
    }

    private static async Task AssertTooManyAsync(Func<Task<HttpResponseMessage>> attempt, TimeSpan most)
    {
        using var answer = await attempt();
        Assert.Equal((429, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), most);
        Assert.Contains("Too many tries. Wait ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SignInAsync(TestBrowser browser, string email, string password = Wrong) =>
        browser.PostAsync("/account/sign-in", [new("Input.Email", email), new("Input.Password", password)], formOn: "/account/sign-in");

    private static Task<HttpResponseMessage> RegisterAsync(TestBrowser browser) =>
        browser.PostAsync(
            "/account/register",
            [new("Input.Email", $"{Guid.CreateVersion7():N}@example.org"), new("Input.Password", TestUser.Password)],
            formOn: "/account/register"
        );
}
