using System.Net.Http.Json;
using JobTracker.Testing;
using JobTracker.Tests.Features.Applications;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Web.Problems;

public sealed class UnreadableBodyTests(SharedApp shared)
{
    public static TheoryData<string> Bodies => [.. HostileBodies.All.Keys];

    [Theory, MemberData(nameof(Bodies))]
    public async Task A_body_that_makes_no_sense_is_a_400_everywhere_and_nothing_is_written(string name)
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Full());
        var me = await user.GetAsync("/api/auth/me");
        var path = $"/api/applications/{row["id"]}";
        var entry = Assert.Single(await user.ItemsAsync($"{path}/history"))["id"];
        foreach (
            var (method, route) in new[]
            {
                ("POST", "/api/applications"),
                ("PUT", path),
                ("PATCH", path),
                ("POST", $"{path}/status"),
                ("PATCH", $"{path}/history/{entry}"),
                ("POST", "/api/applications/bulk-update"),
                ("POST", "/api/applications/bulk-delete"),
                ("POST", "/api/auth/register"),
                ("POST", "/api/auth/login"),
                ("PUT", "/api/auth/update-profile"),
                ("PUT", "/api/auth/change-password"),
            }
        )
        {
            using var answer = await user.Client.SendRawAsync(new HttpMethod(method), route, HostileBodies.All[name]);
            var text = (await answer.ProblemAsync(400, "invalid")).ToJsonString();
            Assert.NotEmpty((await answer.ProblemAsync(400, "invalid"))["errors"]!.AsObject());
            foreach (var leak in new[] { "System.", "JobTracker", "LineNumber", "BytePosition", ".NET", "Exception" })
                Assert.DoesNotContain(leak, text, StringComparison.Ordinal);
        }
        Assert.Equal(row.ToJsonString(), (await user.GetAsync(path)).ToJsonString());
        Assert.Equal(me.ToJsonString(), (await user.GetAsync("/api/auth/me")).ToJsonString());
        Assert.Single(await user.ItemsAsync("/api/applications"));
        Assert.False(await shared.App.ReadAsync(db => db.Users.AnyAsync(it => it.Email == "a@example.org" || it.Email == "b@example.org")));
    }

    [Theory]
    [InlineData("nothing", "body")]
    [InlineData("null", "body")]
    [InlineData("a list", "body")]
    [InlineData("cut off", "body")]
    [InlineData("two documents", "body")]
    [InlineData("an unknown field", "no_such_field")]
    [InlineData("a doubled field, once escaped", "company")]
    [InlineData("the null character", "company")]
    [InlineData("half a surrogate pair", "company")]
    [InlineData("no UTF-8 in a value", "company")]
    [InlineData("no UTF-8 in a company", "company")]
    [InlineData("lists in lists", "company")]
    [InlineData("objects in objects", "company")]
    [InlineData("an endless number", "company")]
    [InlineData("an endless name", "body")]
    public async Task The_mistake_is_named_where_it_is(string name, string field)
    {
        using var user = await shared.App.RegisterAsync();
        var path = $"/api/applications/{(await user.AddAsync())["id"]}";
        foreach (var (method, route) in new[] { ("POST", "/api/applications"), ("PUT", path), ("PATCH", path) })
        {
            using var answer = await user.Client.SendRawAsync(new HttpMethod(method), route, HostileBodies.All[name]);
            await answer.RefusesAsync(field);
        }
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/xml")]
    public async Task Only_JSON_is_read(string mediaType)
    {
        using var user = await shared.App.RegisterAsync();
        var path = $"/api/applications/{(await user.AddAsync())["id"]}";
        foreach (
            var (method, route) in new[] { ("POST", "/api/applications"), ("PUT", path), ("PATCH", path), ("POST", "/api/auth/login") }
        )
        {
            using var content = new StringContent("{}");
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
            using var request = new HttpRequestMessage(new HttpMethod(method), route) { Content = content };
            using var answer = await user.Client.SendAsync(request);
            await answer.ProblemAsync(415, "unsupported_media_type");
        }
    }

    [Theory]
    [InlineData("application/json; charset=nonsense")]
    [InlineData("application/json; charset=utf-16")]
    public async Task JSON_is_UTF_8(string mediaType)
    {
        using var user = await shared.App.RegisterAsync();
        using var content = new StringContent("""{"company": "A", "position": "B"}""");
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        using var answer = await user.Client.PostAsync("/api/applications", content);
        await answer.ProblemAsync(415, "unsupported_media_type");
        Assert.Empty(await user.ItemsAsync("/api/applications"));
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(false, "a-key")]
    [InlineData(true, "a-key")]
    public async Task A_body_over_1_MiB_is_not_read(bool chunked, string? key)
    {
        using var user = await shared.App.RegisterAsync();
        // With a length, the rest of it is swallowed: whoever is still sending hears why it is refused, and not that the line broke.
        var body = new byte[chunked ? (1024 * 1024) + 1 : 4 * 1024 * 1024];
        Array.Fill(body, (byte)' ');
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/applications") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = chunked;
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var answer = await user.Client.SendAsync(request);
        await answer.ProblemAsync(413, "too_large");
        Assert.Empty(await user.ItemsAsync("/api/applications"));
    }
}
