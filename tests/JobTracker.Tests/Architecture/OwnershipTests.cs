using System.Text.Json.Nodes;
using JobTracker.Testing;
using JobTracker.Tests.Features.Files;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Architecture;

/// <summary>Every route of the API that names a row answers 404 to anybody but its owner, word for word as for a row that does not exist.</summary>
public sealed class OwnershipTests(SharedApp shared)
{
    /// <summary>Stands for a form with a file.</summary>
    private const string AFile = "a file";

    /// <summary>What the owner could send to each route that takes a body; null where there is none. Routes without an entry fail the test.</summary>
    private static readonly Dictionary<string, string?> Bodies = new(StringComparer.Ordinal)
    {
        ["PUT /api/applications/{id:guid}"] = """{"company": "Taken", "position": "over"}""",
        ["PATCH /api/applications/{id:guid}"] = """{"company": "Taken"}""",
        ["POST /api/applications/{id:guid}/restore"] = null,
        ["POST /api/applications/{id:guid}/favorite"] = null,
        ["POST /api/applications/{id:guid}/follow-up"] = """{"days": 7}""",
        ["POST /api/applications/{id:guid}/status"] = """{"status": "offer"}""",
        ["PATCH /api/applications/{id:guid}/history/{change_id:guid}"] = """{"note": "taken"}""",
        ["PUT /api/deliverables/{id:guid}"] = """{"title": "Taken"}""",
        ["PATCH /api/deliverables/{id:guid}"] = """{"state": "done"}""",
        ["PUT /api/interviews/{id:guid}"] = """{"starts_at": "2026-01-05T10:00:00Z"}""",
        ["PATCH /api/interviews/{id:guid}"] = """{"status": "cancelled"}""",
        ["PUT /api/writing/{id:guid}"] = """{"title": "Taken", "content": "over"}""",
        ["PATCH /api/writing/{id:guid}"] = """{"title": "Taken"}""",
        ["POST /api/search-sessions/{id:guid}/finish"] = "{}",
        ["PATCH /api/search-sessions/{id:guid}/entries/{entry_id:guid}"] = """{"city": "Taken"}""",
        ["POST /api/applications/{id:guid}/files"] = AFile,
        ["PATCH /api/coach/questions/{id:guid}"] = """{"text": "Taken?"}""",
        ["POST /api/applications/{id:guid}/chat"] = """{"message": "Taken?"}""",
        ["PATCH /api/coach/conversations/{id:guid}"] = """{"title": "Taken"}""",
        ["POST /api/coach/conversations/{id:guid}/messages"] = """{"text": "Taken?", "client_message_id": "taken"}""",
        ["POST /api/coach/conversations/{id:guid}/replies/{reply_id:guid}/stop"] = null,
        ["POST /api/coach/conversations/{id:guid}/replies/{reply_id:guid}/regenerate"] = null,
    };

    [Fact]
    public async Task A_row_of_somebody_else_is_a_row_that_does_not_exist()
    {
        var routes = Routes().ToList();
        Assert.NotEmpty(routes);
        // Nothing ever changes what they have.
        using var usual = await Possessions.CreateAsync(shared.App);
        using var deleted = await Possessions.CreateAsync(shared.App, deleted: true);
        foreach (var (method, pattern) in routes)
        {
            var route = $"{method} {pattern}";
            var body = BodyOf(method, route);
            var needsDeleted = pattern.EndsWith("/restore", StringComparison.Ordinal);
            using var owner = await Possessions.CreateAsync(shared.App, needsDeleted);
            var stranger = needsDeleted ? deleted : usual;
            var before = await owner.EverythingAsync();
            var beside = await stranger.EverythingAsync();

            using var nothing = await SendAsync(stranger.User, method, Address(pattern, _ => Guid.CreateVersion7().ToString()), body);
            // Once all ids are the owner's, once only the last one is.
            foreach (var address in new[] { Address(pattern, owner.Ids), Address(pattern, stranger.Ids, last: owner.Ids) })
            {
                using var foreign = await SendAsync(stranger.User, method, address, body);
                Assert.True((int)foreign.StatusCode == 404, $"{route} answers {(int)foreign.StatusCode} to somebody else.");
                Assert.Equal((await Possessions.BodyAsync(nothing)).ToJsonString(), (await Possessions.BodyAsync(foreign)).ToJsonString());
                Assert.Equal(Headers(nothing), Headers(foreign));
            }
            Assert.Equal(before, await owner.EverythingAsync());
            Assert.Equal(beside, await stranger.EverythingAsync());

            using var own = await SendAsync(owner.User, method, Address(pattern, owner.Ids), body);
            Assert.True(
                own.IsSuccessStatusCode,
                $"{route} answers {(int)own.StatusCode} to the owner: its body in OwnershipTests is not valid."
            );
        }
    }

    [Fact]
    public async Task Somebody_elses_rows_in_a_body_are_told_as_not_found_and_left_alone()
    {
        using var owner = await Possessions.CreateAsync(shared.App);
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
        {
            var notFound = (await answer.ReadAsync(200))["not_found"]!.AsArray().Select(id => id!.ToString());
            Assert.Equal(ids.Order(StringComparer.Ordinal), notFound.Order(StringComparer.Ordinal));
        }
        Assert.Equal(before, await owner.EverythingAsync());
    }

    /// <summary>Every method and pattern under <c>/api</c> with a parameter. Administrators' are nobody's own: see AdminRightsTests.</summary>
    private IEnumerable<(HttpMethod Method, string Pattern)> Routes() =>
        from endpoint in shared.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let pattern = endpoint.RoutePattern
        where pattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && pattern.Parameters.Count > 0
        where !pattern.RawText!.StartsWith("/api/admin/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (new HttpMethod(method), pattern.RawText!);

    private static string? BodyOf(HttpMethod method, string route)
    {
        if (method == HttpMethod.Get || method == HttpMethod.Delete)
            return null;
        Assert.True(
            Bodies.TryGetValue(route, out var body),
            $"{route} is new: add to OwnershipTests.Bodies what its owner could send there, or null if it takes no body."
        );
        return body;
    }

    private static Task<HttpResponseMessage> SendAsync(TestUser user, HttpMethod method, string path, string? body) =>
        body == AFile
            ? user.Client.PostAsync(path, Samples.Form("taken.pdf", Samples.Pdf))
            : user.SendAsync(method, path, body is null ? null : JsonNode.Parse(body));

    private static string Address(string pattern, Dictionary<string, string> ids, Dictionary<string, string>? last = null) =>
        Address(
            pattern,
            upTo =>
            {
                var of = last is not null && upTo.LastIndexOf('{') == pattern.LastIndexOf('{') ? last : ids;
                Assert.True(of.ContainsKey(upTo), $"{pattern} is new: give everybody such a row in Possessions, its id named \"{upTo}\".");
                return of[upTo];
            }
        );

    /// <summary>The pattern with its parameters filled in, each told by the pattern up to it.</summary>
    private static string Address(string pattern, Func<string, string> idOf)
    {
        var address = pattern;
        for (var at = pattern.IndexOf('{', StringComparison.Ordinal); at >= 0; at = pattern.IndexOf('{', at + 1))
        {
            var end = pattern.IndexOf('}', at) + 1;
            address = address.Replace(pattern[at..end], idOf(pattern[..end]), StringComparison.Ordinal);
        }
        return address;
    }

    private static string Headers(HttpResponseMessage answer) =>
        string.Join(
            '\n',
            answer.Headers.Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}")
        );
}
