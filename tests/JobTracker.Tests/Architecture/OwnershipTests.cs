using System.Text.Json.Nodes;
using JobTracker.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Architecture;

/// <summary>Every route of the API that names a row answers 404 to anybody but its owner, word for word as for a row that does not exist.</summary>
public sealed class OwnershipTests(SharedApp shared)
{
    /// <summary>What the owner could send to each route that takes a body; null where there is none. Routes without an entry fail the test.</summary>
    private static readonly Dictionary<string, string?> Bodies = new(StringComparer.Ordinal)
    {
        ["PUT /api/applications/{id:guid}"] = """{"company": "Taken", "position": "over"}""",
        ["PATCH /api/applications/{id:guid}"] = """{"company": "Taken"}""",
        ["POST /api/applications/{id:guid}/restore"] = null,
        ["POST /api/applications/{id:guid}/favorite"] = null,
        ["POST /api/applications/{id:guid}/status"] = """{"status": "offer"}""",
        ["PATCH /api/applications/{id:guid}/history/{change_id:guid}"] = """{"note": "taken"}""",
    };

    /// <summary>Somebody with one row of each kind, and a way to see whether it is as it was.</summary>
    private sealed record Owner(TestUser User, Dictionary<string, string> Ids) : IDisposable
    {
        public static async Task<Owner> CreateAsync(JobTrackerApp app, string route)
        {
            var user = await app.RegisterAsync();
            var application = (await user.AddAsync()).Text("id")!;
            using var moved = await user.SendAsync(HttpMethod.Post, $"/api/applications/{application}/status", new { status = "applied" });
            await moved.ReadAsync(200);
            var change = (await user.ItemsAsync($"/api/applications/{application}/history"))[1].Text("id")!;
            if (route.EndsWith("/restore", StringComparison.Ordinal))
                using (var deleted = await user.SendAsync(HttpMethod.Delete, $"/api/applications/{application}"))
                    await deleted.ReadAsync(204);
            // By the pattern up to the parameter: the same name may mean another kind of row elsewhere.
            return new Owner(
                user,
                new(StringComparer.Ordinal)
                {
                    ["/api/applications/{id:guid}"] = application,
                    ["/api/applications/{id:guid}/history/{change_id:guid}"] = change,
                }
            );
        }

        public async Task<string> EverythingAsync()
        {
            var application = Ids["/api/applications/{id:guid}"];
            using var row = await User.Client.GetAsync($"/api/applications/{application}");
            using var history = await User.Client.GetAsync($"/api/applications/{application}/history");
            var deleted = await User.GetAsync("/api/applications/deleted");
            JsonNode[] all = [await BodyAsync(row), await BodyAsync(history), deleted];
            return string.Join('\n', all.Select(part => part.ToJsonString()));
        }

        public void Dispose() => User.Dispose();
    }

    [Fact]
    public async Task A_row_of_somebody_else_is_a_row_that_does_not_exist()
    {
        var routes = Routes().ToList();
        Assert.NotEmpty(routes);
        foreach (var (method, pattern) in routes)
        {
            var route = $"{method} {pattern}";
            var body = BodyOf(method, route);
            using var owner = await Owner.CreateAsync(shared.App, route);
            using var stranger = await shared.App.RegisterAsync();
            var before = await owner.EverythingAsync();

            using var foreign = await stranger.SendAsync(method, Address(pattern, owner.Ids), body);
            using var nothing = await stranger.SendAsync(method, Address(pattern, ids: null), body);
            Assert.True((int)foreign.StatusCode == 404, $"{route} answers {(int)foreign.StatusCode} to somebody else.");
            Assert.Equal((await BodyAsync(nothing)).ToJsonString(), (await BodyAsync(foreign)).ToJsonString());
            Assert.Equal(Headers(nothing), Headers(foreign));
            Assert.Equal(before, await owner.EverythingAsync());

            using var own = await owner.User.SendAsync(method, Address(pattern, owner.Ids), body);
            Assert.True(
                own.IsSuccessStatusCode,
                $"{route} answers {(int)own.StatusCode} to the owner: its body in OwnershipTests is not valid."
            );
        }
    }

    [Fact]
    public async Task Somebody_elses_rows_in_a_body_are_told_as_not_found_and_left_alone()
    {
        using var owner = await Owner.CreateAsync(shared.App, "");
        using var stranger = await shared.App.RegisterAsync();
        var before = await owner.EverythingAsync();
        string[] ids = [owner.Ids["/api/applications/{id:guid}"], Guid.CreateVersion7().ToString()];
        using var updated = await stranger.SendAsync(
            HttpMethod.Post,
            "/api/applications/bulk-update",
            new { ids, set = new { status = "offer" } }
        );
        using var deleted = await stranger.SendAsync(HttpMethod.Post, "/api/applications/bulk-delete", new { ids });
        foreach (var answer in new[] { updated, deleted })
            Assert.Equal(
                ids.Order(StringComparer.Ordinal),
                (await answer.ReadAsync(200))["not_found"]!.AsArray().Select(id => id!.ToString()).Order(StringComparer.Ordinal)
            );
        Assert.Equal(before, await owner.EverythingAsync());
    }

    /// <summary>Every method and pattern under <c>/api</c> with a parameter.</summary>
    private IEnumerable<(HttpMethod Method, string Pattern)> Routes() =>
        from endpoint in shared.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let pattern = endpoint.RoutePattern
        where pattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && pattern.Parameters.Count > 0
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (new HttpMethod(method), pattern.RawText!);

    private static JsonNode? BodyOf(HttpMethod method, string route)
    {
        if (method == HttpMethod.Get || method == HttpMethod.Delete)
            return null;
        Assert.True(
            Bodies.TryGetValue(route, out var body),
            $"{route} is new: add to OwnershipTests.Bodies what its owner could send there, or null if it takes no body."
        );
        return body is null ? null : JsonNode.Parse(body);
    }

    /// <summary>The pattern with the owner's ids, or with some that nobody has.</summary>
    private static string Address(string pattern, Dictionary<string, string>? ids)
    {
        var address = pattern;
        for (var at = pattern.IndexOf('{', StringComparison.Ordinal); at >= 0; at = pattern.IndexOf('{', at + 1))
        {
            var end = pattern.IndexOf('}', at) + 1;
            var id = Guid.CreateVersion7().ToString();
            Assert.True(
                ids is null || ids.TryGetValue(pattern[..end], out id!),
                $"{pattern} is new: make OwnershipTests.Owner own such a row, and name its id as \"{pattern[..end]}\"."
            );
            address = address.Replace(pattern[at..end], id, StringComparison.Ordinal);
        }
        return address;
    }

    private static string Headers(HttpResponseMessage answer) =>
        string.Join(
            '\n',
            answer.Headers.Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}")
        );

    private static async Task<JsonNode> BodyAsync(HttpResponseMessage answer)
    {
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        body.AsObject().Remove("trace_id");
        return body;
    }
}
