using JobTracker.Testing;

namespace JobTracker.Tests.Web;

public sealed class CrossOriginTests(SharedApp shared)
{
    private const string Friend = "https://tools.example.org";

    [Fact]
    public async Task Without_a_setting_no_other_site_may_read_an_answer()
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await SendAsync(user.Client, HttpMethod.Get, "/api/applications", Friend);
        await answer.ReadAsync(200);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        using var asked = await SendAsync(user.Client, HttpMethod.Options, "/api/applications", Friend, "POST");
        Assert.Equal(405, (int)asked.StatusCode);
    }

    [Fact]
    public async Task A_site_that_is_named_may_use_the_API_with_a_token_and_without_cookies()
    {
        await using var app = await JobTrackerApp.StartAsync(("Cors:Origins", $"https://Other.example:443/; {Friend}"));
        using var user = await app.RegisterAsync();
        using var asked = await SendAsync(user.Client, HttpMethod.Options, "/api/applications", Friend, "POST");
        Assert.Equal(204, (int)asked.StatusCode);
        Assert.Equal(Friend, asked.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("Idempotency-Key", asked.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.Ordinal);
        Assert.False(asked.Headers.Contains("Access-Control-Allow-Credentials"));

        foreach (var origin in (string[])[Friend, "https://other.example"])
        {
            using var answer = await SendAsync(user.Client, HttpMethod.Get, "/api/applications", origin);
            await answer.ReadAsync(200);
            Assert.Equal(origin, answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.Contains("ETag", answer.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/api/applications", "https://tools.example.org.evil.example")]
    [InlineData("/api/applications", "http://tools.example.org")]
    [InlineData("/api/applications", "null")]
    [InlineData("/meta", Friend)]
    [InlineData("/submit", Friend)]
    [InlineData("/account/sign-in", Friend)]
    public async Task Nobody_else_may_and_nothing_else_is_open(string path, string origin)
    {
        await using var app = await JobTrackerApp.StartAsync(("Cors:Origins", Friend));
        using var client = app.CreateClient();
        using var answer = await SendAsync(client, HttpMethod.Get, path, origin);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task An_error_can_be_read_there_too()
    {
        await using var app = await JobTrackerApp.StartAsync(("Cors:Origins", Friend));
        using var client = app.CreateClient();
        using var answer = await SendAsync(client, HttpMethod.Get, "/api/applications", Friend);
        await answer.ProblemAsync(401, "unauthenticated");
        Assert.Equal(Friend, answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client,
        HttpMethod method,
        string path,
        string origin,
        string? wanted = null
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Origin", origin);
        if (wanted is not null)
        {
            request.Headers.Add("Access-Control-Request-Method", wanted);
            request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,idempotency-key");
        }
        return await client.SendAsync(request);
    }
}
