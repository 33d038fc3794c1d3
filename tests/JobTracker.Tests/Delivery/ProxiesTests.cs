using System.Net.Http.Json;
using System.Text.RegularExpressions;
using JobTracker.Testing;

namespace JobTracker.Tests.Delivery;

/// <summary>Behind proxies the client's address is what they wrote; nothing that came with the request counts.</summary>
[Collection(ProcessesAlone.Name)]
public sealed partial class ProxiesTests
{
    private const string Client = "203.0.113.7";
    private const string Another = "203.0.113.8";
    private const string OuterProxy = "198.51.100.4";

    [Fact]
    public async Task Without_proxies_the_header_changes_nothing()
    {
        await using var app = await StartAsync(proxies: 0);
        await AssertCountedTogetherAsync(app, "192.0.2.1", "192.0.2.2", "192.0.2.3");
    }

    [Fact]
    public async Task One_proxy_is_believed_about_its_neighbour_and_nobody_about_the_rest()
    {
        await using var app = await StartAsync(proxies: 1);
        await AssertCountedTogetherAsync(app, $"192.0.2.1, {Client}", $"192.0.2.2, {Client}", $"127.0.0.1, 192.0.2.3, {Client}");
        Assert.Equal(401, await TryAsync(app, $"{Client}, {Another}"));
    }

    [Fact]
    public async Task With_two_proxies_the_client_stands_second_from_the_right()
    {
        await using var app = await StartAsync(proxies: 2);
        await AssertCountedTogetherAsync(
            app,
            $"{Client}, {OuterProxy}",
            $"192.0.2.2, {Client}, {OuterProxy}",
            $"x, {Client}, 198.51.100.5"
        );
        Assert.Equal(401, await TryAsync(app, $"{Client}, {Another}, {OuterProxy}"));
    }

    [Fact]
    public async Task What_is_no_address_does_not_escape_the_limit()
    {
        await using var app = await StartAsync(proxies: 1);
        await AssertCountedTogetherAsync(app, "unknown", "<script>", ", ,");
    }

    [Fact]
    public async Task The_addresses_of_one_customer_are_counted_together_and_another_customers_apart()
    {
        await using var app = await StartAsync(proxies: 1);
        await AssertCountedTogetherAsync(app, "2001:db8:1:2::1", "[2001:db8:1:2:ffff::9]:4711", "2001:0db8:0001:0002:aaaa:bbbb:cccc:dddd");
        Assert.Equal(401, await TryAsync(app, "2001:db8:1:3::1"));
        // The same IPv4 address, written as IPv6 writes it.
        await AssertCountedTogetherAsync(app, Client, $"::ffff:{Client}", "::ffff:cb00:7107");
        Assert.Equal(401, await TryAsync(app, Another));
    }

    [Fact]
    public async Task Behind_a_proxy_that_speaks_https_the_sign_in_cookie_is_bound_to_the_host_and_works()
    {
        await using var database = await TestDatabase.CreateAsync("jobtracker", JobTrackerApp.MigrateAsync);
        var environment = Environments.Production(database.ConnectionString, ("ForwardedHeaders__Limit", "1"));
        await using var process = JobTrackerProcess.Start(environment);
        using var user = await TestUser.RegisterAsync(await process.CreateClientAsync(), "ada@example.org");
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        client.BaseAddress = await process.ListeningAsync();
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", Client);
        // HSTS is not for the machine's own name.
        client.DefaultRequestHeaders.Host = "jobs.example";

        using var page = await client.GetAsync("/account/sign-in");
        Assert.Contains("max-age", page.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        using var signedIn = await SignInAsync(client, page, user.Email);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("__Host-jobtracker=", StringComparison.Ordinal));
        Assert.All(["secure", "httponly", "samesite=lax", "path=/"], part => Assert.Contains(part, cookie, StringComparison.Ordinal));

        using var request = new HttpRequestMessage(HttpMethod.Get, "/settings");
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var settings = await client.SendAsync(request);
        Assert.Contains(user.Email, await settings.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<JobTrackerApp> StartAsync(int proxies) =>
        JobTrackerApp.StartAsync(("ForwardedHeaders:Limit", $"{proxies}"), ("Limits:LoginPerMinutePerIp", "2"));

    /// <summary>Two tries are within the limit; the third shows that all came from one address.</summary>
    private static async Task AssertCountedTogetherAsync(JobTrackerApp app, string first, string second, string third)
    {
        Assert.Equal(401, await TryAsync(app, first));
        Assert.Equal(401, await TryAsync(app, second));
        Assert.Equal(429, await TryAsync(app, third));
    }

    private static async Task<int> TryAsync(JobTrackerApp app, string forwardedFor)
    {
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", forwardedFor);
        using var answer = await client.PostAsJsonAsync(
            "/api/auth/login",
            new { email = $"{Guid.CreateVersion7():N}@example.org", password = "wrong horse battery" }
        );
        return (int)answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient client, HttpResponseMessage page, string email)
    {
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups["token"].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in");
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(set => set.Split(';')[0]));
        request.Content = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["Input.Email"] = email,
                ["Input.Password"] = TestUser.Password,
                ["__RequestVerificationToken"] = token,
            }
        );
        return await client.SendAsync(request);
    }

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Token();
}
