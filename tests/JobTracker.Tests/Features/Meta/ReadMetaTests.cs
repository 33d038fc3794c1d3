using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Meta;

public sealed class ReadMetaTests(SharedApp shared)
{
    [Fact]
    public async Task Anybody_sees_the_limits_and_the_words()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxUsers", "10"), ("Quotas:MaxApplicationsPerUser", "5"));
        using var user = await app.RegisterAsync();
        await user.AddAsync();
        using var client = app.CreateClient();
        var meta = await MetaAsync(client);
        Assert.Equal((10, 1, 5), (Number(meta, "max_users_total"), Number(meta, "users_total"), Number(meta, "max_apps_per_user")));
        Assert.Equal("draft applied screening interview offer accepted rejected withdrawn no_response", Words(meta, "allowed_statuses"));
        Assert.Equal("cdi cdd stage alternance freelance interim", Words(meta, "employment_types"));
        Assert.Equal("linkedin company_website email indeed apec pole_emploi referral other", Words(meta, "channels"));
        Assert.Equal("essay question resume cover_letter form other", Words(meta, "deliverable_kinds"));
        Assert.Equal("not_started in_progress done", Words(meta, "deliverable_states"));
        Assert.Equal(("open", true), (meta.Text("registration"), meta["registration_open"]!.GetValue<bool>()));
        Assert.NotEqual("", meta.Text("version"));
        Assert.DoesNotContain("usage", meta.AsObject().Select(field => field.Key));
    }

    [Fact]
    public async Task Whoever_is_signed_in_sees_what_they_use_too_and_nobody_keeps_that_answer()
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync();
        using var answer = await user.Client.GetAsync("/meta");
        Assert.Equal(1, (await answer.ReadAsync(200))["usage"]!["applications"]!.GetValue<int>());
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("Bearer nonsense")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task A_bad_token_is_no_token(string authorization)
    {
        using var client = shared.App.CreateClient();
        client.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(authorization);
        Assert.Null((await MetaAsync(client))["usage"]);
    }

    [Fact]
    public async Task No_limit_is_null()
    {
        using var client = shared.App.CreateClient();
        var meta = (await MetaAsync(client)).AsObject();
        Assert.True(meta.ContainsKey("max_users_total") && meta["max_users_total"] is null);
        Assert.True(meta.ContainsKey("max_apps_per_user") && meta["max_apps_per_user"] is null);
        Assert.True(meta["registration_open"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_site_that_takes_nobody_says_so_and_keeps_to_it()
    {
        await using var app = await JobTrackerApp.StartAsync(("Registration:Mode", "Closed"));
        using var client = app.CreateClient();
        var meta = await MetaAsync(client);
        Assert.Equal(("closed", false), (meta.Text("registration"), meta["registration_open"]!.GetValue<bool>()));
        using var refused = await client.PostAsJsonAsync(
            "/api/auth/register",
            new { email = "a@example.org", password = TestUser.Password }
        );
        await refused.ProblemAsync(403, "forbidden");
    }

    private static async Task<JsonNode> MetaAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/meta");
        return await answer.ReadAsync(200);
    }

    private static int Number(JsonNode meta, string field) => meta[field]!.GetValue<int>();

    private static string Words(JsonNode meta, string field) => string.Join(' ', meta[field]!.AsArray());
}
