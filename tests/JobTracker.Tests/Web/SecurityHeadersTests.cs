using JobTracker.Testing;

namespace JobTracker.Tests.Web;

public sealed class SecurityHeadersTests(SharedApp shared)
{
    [Theory]
    [InlineData("GET", "/health/live", "", 200)]
    [InlineData("GET", "/meta", "", 200)]
    [InlineData("GET", "/", "", 302)]
    [InlineData("GET", "/privacy", "", 200)]
    [InlineData("GET", "/favicon.svg", "", 200)]
    [InlineData("GET", "/no-such-page", "", 404)]
    [InlineData("GET", "/api/applications", "", 200)]
    [InlineData("POST", "/api/applications", """{"company": "A", "position": "B"}""", 201)]
    [InlineData("POST", "/api/applications", "{}", 400)]
    [InlineData("POST", "/api/applications", "{", 400)]
    [InlineData("POST", "/api/applications", "text", 415)]
    [InlineData("GET", "/api/applications?limit=x", "", 400)]
    [InlineData("GET", "/api/applications/x", "", 404)]
    [InlineData("PUT", "/api/applications", "{}", 405)]
    [InlineData("GET", "/api/auth/me", "", 200)]
    [InlineData("POST", "/api/auth/logout", "", 204)]
    public async Task Every_kind_of_answer_tells_browsers_what_they_must_not_do(string method, string path, string body, int status)
    {
        using var user = await shared.App.RegisterAsync();
        var type = body == "text" ? "text/plain" : "application/json";
        if (path == "/")
            user.Client.DefaultRequestHeaders.Authorization = null;
        using var answer = await user.Client.SendRawAsync(new HttpMethod(method), path, body, type);
        Assert.True(status == (int)answer.StatusCode || (path == "/" && (int)answer.StatusCode == 200));
        AssertSecured(answer);
        if (path.StartsWith("/api", StringComparison.Ordinal))
            Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task So_do_the_answers_to_strangers_and_of_a_site_in_trouble()
    {
        using var stranger = shared.App.CreateClient();
        using var refused = await stranger.GetAsync("/api/applications");
        await refused.ProblemAsync(401, "unauthenticated");
        AssertSecured(refused);
        Assert.True(refused.Headers.CacheControl?.NoStore);

        await using var app = shared.App.StartAnother(("DATABASE_URL", "Host=127.0.0.1;Port=1;Username=nobody;Database=nothing"));
        using var client = app.CreateClient();
        using var away = await client.GetAsync("/meta");
        await away.ProblemAsync(503, "unavailable");
        AssertSecured(away);
    }

    private static void AssertSecured(HttpResponseMessage answer)
    {
        var policy = Header(answer, "Content-Security-Policy");
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("strict-origin-when-cross-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.NotEqual("", Header(answer, "Permissions-Policy"));
        Assert.Empty(answer.Headers.Server);
        Assert.False(answer.Headers.Contains("X-Powered-By"));
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        string.Join(" | ", answer.Headers.TryGetValues(name, out var values) ? values : []);
}
