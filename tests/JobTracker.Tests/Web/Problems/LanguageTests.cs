using System.Text.Json.Nodes;
using JobTracker.Testing;
using JobTracker.Tests.Features.Applications;

namespace JobTracker.Tests.Web.Problems;

public sealed class LanguageTests(SharedApp shared)
{
    [Theory]
    [InlineData("GET", "/api/nothing", "", 404)]
    [InlineData("PUT", "/api/applications", "{}", 405)]
    [InlineData("POST", "/api/applications", "{", 400)]
    [InlineData("POST", "/api/applications", """{"unknown": 1}""", 400)]
    [InlineData("POST", "/api/applications", """{"company": "A", "company": "B"}""", 400)]
    [InlineData("POST", "/api/applications", """{"company": 5}""", 400)]
    [InlineData("POST", "/api/applications", """{"company": "A"}""", 400)]
    [InlineData("POST", "/api/applications", """{"company": "A", "position": "B", "link": "x"}""", 400)]
    [InlineData("POST", "/api/applications", """{"company": "A", "position": "B", "due_on": "1900-01-01"}""", 400)]
    [InlineData("GET", "/api/applications?limit=0", "", 400)]
    [InlineData("GET", "/api/applications?limit=x", "", 400)]
    [InlineData("GET", "/api/applications?cursor=x", "", 400)]
    [InlineData("POST", "/api/auth/login", """{"email": "nobody@example.org", "password": "x"}""", 401)]
    [InlineData("POST", "/api/auth/register", """{"email": "x", "password": "x"}""", 400)]
    [InlineData(
        "POST",
        "/api/auth/register",
        """{"email": "a@example.org", "password": "1234567890", "locale": "x", "time_zone": "x"}""",
        400
    )]
    [InlineData("PUT", "/api/auth/update-profile", """{"digest_hour": 99, "follow_up_days": 99}""", 400)]
    [InlineData("PUT", "/api/auth/change-password", """{"current_password": "x", "new_password": "another horse battery"}""", 400)]
    [InlineData("POST", "/api/applications/bulk-update", """{"ids": []}""", 400)]
    public async Task What_is_wrong_is_said_in_the_language_that_was_asked_for(string method, string path, string body, int status)
    {
        using var user = await shared.App.RegisterAsync();
        var said = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var language in new[] { "en", "fr" })
        {
            using var answer = await user.Client.SendRawAsync(new HttpMethod(method), path, body, language: language);
            said[language] = Sentences(await answer.ReadAsync(status));
        }
        Assert.Equal(said["en"].Count, said["fr"].Count);
        Assert.All(said["en"].Zip(said["fr"]), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.All(said["en"].Concat(said["fr"]), sentence => Assert.NotEqual("", sentence));
    }

    [Fact]
    public async Task So_is_every_refusal_of_a_good_request()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", "1"), ("Quotas:MaxUsers", "1"));
        using var user = await app.RegisterAsync();
        user.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr-FR,fr;q=0.9,en;q=0.8");
        var path = $"/api/applications/{(await user.AddAsync())["id"]}";
        using var full = await user.SendAsync(HttpMethod.Post, "/api/applications", Facts.Of());
        Assert.Equal("La limite est atteinte.", (await full.ProblemAsync(403, "quota_exceeded")).Text("title"));
        using var stale = await user.SendAsync(HttpMethod.Patch, path, new { salary = "1" }, ifVersion: 9);
        Assert.NotEqual("It was changed in the meantime.", (await stale.ProblemAsync(412, "stale")).Text("title"));
        using var unknown = await user.SendAsync(HttpMethod.Get, $"/api/applications/{Guid.CreateVersion7()}");
        Assert.NotEqual("There is nothing here.", (await unknown.ProblemAsync(404, "not_found")).Text("title"));
        user.Client.DefaultRequestHeaders.Authorization = null;
        using var stranger = await user.Client.GetAsync(path);
        Assert.NotEqual("Sign in first.", (await stranger.ProblemAsync(401, "unauthenticated")).Text("title"));
    }

    [Theory]
    [InlineData("de", "There is nothing here.")]
    [InlineData("*", "There is nothing here.")]
    [InlineData("en-GB", "There is nothing here.")]
    public async Task Any_other_language_is_English(string language, string title)
    {
        using var client = shared.App.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var answer = await client.GetAsync("/api/nothing");
        Assert.Equal(title, (await answer.ProblemAsync(404, "not_found")).Text("title"));
    }

    /// <summary>Title, detail and the messages of every field.</summary>
    private static List<string> Sentences(JsonNode problem)
    {
        var errors = problem["errors"]?.AsObject().SelectMany(field => field.Value!.AsArray().Select(message => message!.ToString())) ?? [];
        return [problem.Text("title")!, .. new[] { problem.Text("detail") }.OfType<string>(), .. errors];
    }
}
