using JobTracker.Testing;

namespace JobTracker.Tests.Features.Applications;

public sealed class IfMatchTests(SharedApp shared)
{
    public static TheoryData<string, string, string> Writes =>
        new()
        {
            { "PUT", "", """{"company": "Changed", "position": "x"}""" },
            { "PATCH", "", """{"company": "Changed"}""" },
            { "POST", "/status", """{"status": "applied"}""" },
            { "DELETE", "", "" },
        };

    [Theory, MemberData(nameof(Writes))]
    public async Task A_stale_write_changes_nothing_and_shows_the_row_as_it_is(string method, string route, string body)
    {
        using var user = await shared.App.RegisterAsync();
        var path = $"/api/applications/{(await user.AddAsync())["id"]}";
        using var newer = await user.SendAsync(HttpMethod.Patch, path, new { salary = "more" });
        var current = await newer.ReadAsync(200);

        using var answer = await WriteAsync(user, method, path + route, body, "\"1\"");
        var problem = await answer.ProblemAsync(412, "stale");
        Assert.Equal(current.ToJsonString(), problem["current"]!.ToJsonString());
        Assert.Equal(current.ToJsonString(), (await user.GetAsync(path)).ToJsonString());
        Assert.Equal(1, (await user.GetAsync("/meta"))["usage"]!["applications"]!.GetValue<int>());
    }

    [Theory, MemberData(nameof(Writes))]
    public async Task The_current_version_any_version_or_none_lets_the_write_through(string method, string route, string body)
    {
        using var user = await shared.App.RegisterAsync();
        foreach (var ifMatch in new[] { "\"1\"", "*", null })
        {
            using var answer = await WriteAsync(user, method, $"/api/applications/{(await user.AddAsync())["id"]}{route}", body, ifMatch);
            await answer.ReadAsync(method == "DELETE" ? 204 : 200);
        }
    }

    [Theory, MemberData(nameof(Writes))]
    public async Task What_is_no_version_is_a_mistake_and_not_a_wish_to_overwrite(string method, string route, string body)
    {
        using var user = await shared.App.RegisterAsync();
        var path = $"/api/applications/{(await user.AddAsync())["id"]}";
        foreach (var ifMatch in new[] { "1", "W/\"1\"", "\"one\"", "\"+1\"", "\"\"", "", "\"1\", \"2\"", "\"99999999999\"" })
        {
            using var answer = await WriteAsync(user, method, path + route, body, ifMatch);
            await answer.RefusesAsync("if_match");
        }
        Assert.Equal(1, (await user.GetAsync(path))["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_answer_with_a_row_carries_its_version_as_the_entity_tag()
    {
        using var user = await shared.App.RegisterAsync();
        var path = $"/api/applications/{(await user.AddAsync())["id"]}";
        using var read = await user.Client.GetAsync(path);
        Assert.Equal("\"1\"", read.Headers.ETag?.Tag);
        using var changed = await user.SendAsync(HttpMethod.Patch, path, new { salary = "more" }, ifVersion: 1);
        Assert.Equal($"\"{(await changed.ReadAsync(200))["version"]}\"", changed.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task Of_many_writes_that_saw_the_same_version_one_succeeds()
    {
        using var user = await shared.App.RegisterAsync();
        var path = $"/api/applications/{(await user.AddAsync())["id"]}";
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(n => user.SendAsync(HttpMethod.Patch, path, new { salary = $"{n}" }, ifVersion: 1))
        );
        Assert.Equal([200, .. Enumerable.Repeat(412, 19)], answers.Select(answer => (int)answer.StatusCode).Order());
    }

    private static Task<HttpResponseMessage> WriteAsync(TestUser user, string method, string path, string body, string? ifMatch) =>
        user.SendAsync(new HttpMethod(method), path, body.Length == 0 ? null : System.Text.Json.Nodes.JsonNode.Parse(body), ifMatch);
}
