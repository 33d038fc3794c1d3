using System.Net.Http.Json;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.SearchSessions;

public sealed class EditSessionTests(SharedApp shared)
{
    [Fact]
    public async Task An_entry_is_changed_field_by_field_with_its_link_cleaned()
    {
        using var user = await shared.App.RegisterAsync();
        var path = await EntryAsync(user);
        using var changed = await user.SendAsync(HttpMethod.Patch, path, new { city = (string?)null, link = "www.example.com/9" });
        var row = await changed.ReadAsync(200);
        Assert.Equal(
            ("Cobalt Foundry", null, "https://www.example.com/9", "2"),
            (row.Text("company"), row.Text("city"), row.Text("link"), row.Text("version"))
        );
        Assert.Equal("\"2\"", changed.Headers.ETag?.ToString());

        using var bad = await user.SendAsync(HttpMethod.Patch, path, new { link = "javascript:alert(1)", mission = "" });
        await bad.RefusesAsync("link", "mission");
        using var unknown = await user.SendAsync(HttpMethod.Patch, path, new { added_at = "2026-01-01T00:00:00Z" });
        await unknown.RefusesAsync("added_at");
    }

    [Fact]
    public async Task A_stale_write_is_refused_with_the_row_as_it_is()
    {
        using var user = await shared.App.RegisterAsync();
        var path = await EntryAsync(user);
        using var first = await user.SendAsync(HttpMethod.Patch, path, new { city = "Leeds" }, ifVersion: 1);
        await first.ReadAsync(200);
        using var edited = await user.SendAsync(HttpMethod.Patch, path, new { city = "York" }, ifVersion: 1);
        Assert.Equal("Leeds", (await edited.ProblemAsync(412, "stale"))["current"]!.Text("city"));
        using var deleted = await user.SendAsync(HttpMethod.Delete, path, ifVersion: 1);
        await deleted.ProblemAsync(412, "stale");
        Assert.Equal("1", (await user.CurrentAsync()).Text("count"));
    }

    [Fact]
    public async Task A_deleted_entry_leaves_the_beginning_where_it_was()
    {
        using var user = await shared.App.RegisterAsync();
        var path = await EntryAsync(user);
        var begun = (await user.CurrentAsync()).Text("started_at");
        await user.SubmitAsync("Second");
        using var deleted = await user.SendAsync(HttpMethod.Delete, path);
        await deleted.ReadAsync(204);
        using var again = await user.SendAsync(HttpMethod.Delete, path);
        await again.ProblemAsync(404, "not_found");
        var session = await user.CurrentAsync();
        Assert.Equal(("1", begun), (session.Text("count"), session.Text("started_at")));
        Assert.Equal(["Second"], session["entries"]!.Companies());
    }

    [Fact]
    public async Task Deletions_and_submissions_at_once_keep_the_count_true()
    {
        using var user = await shared.App.RegisterAsync();
        var session = (await user.SubmitAsync()).Text("session_id");
        var entries = new List<string?>();
        for (var n = 0; n < 8; n++)
            entries.Add((await user.SubmitAsync()).Text("entry_id"));
        await Task.WhenAll([
            .. entries.Select(entry => user.SendAsync(HttpMethod.Delete, $"{Sessions.All}/{session}/entries/{entry}")),
            .. entries.Select(entry => user.SendAsync(HttpMethod.Delete, $"{Sessions.All}/{session}/entries/{entry}")),
            .. entries.Select(_ => user.Client.PostAsJsonAsync("/submit", Sessions.Of())),
        ]);
        var current = await user.CurrentAsync();
        Assert.Equal(("9", 9), (current.Text("count"), current["entries"]!.AsArray().Count));
    }

    [Fact]
    public async Task An_entry_is_found_in_its_own_session_alone()
    {
        using var user = await shared.App.RegisterAsync();
        var first = await user.SubmitAsync();
        await user.FinishAsync(first["session_id"]);
        var second = await user.SubmitAsync();
        using var answer = await user.SendAsync(
            HttpMethod.Patch,
            $"{Sessions.All}/{second["session_id"]}/entries/{first["entry_id"]}",
            new { city = "x" }
        );
        await answer.ProblemAsync(404, "not_found");
    }

    [Fact]
    public async Task Sessions_are_listed_from_the_newest_in_pages_and_deleted_with_what_is_in_them()
    {
        using var user = await shared.App.RegisterAsync();
        var ids = new List<string?>();
        for (var n = 0; n < 3; n++)
        {
            var session = (await user.SubmitAsync())["session_id"];
            if (n < 2)
                await user.FinishAsync(session);
            ids.Insert(0, session!.ToString());
        }
        var first = await user.GetAsync($"{Sessions.All}?limit=2&count=true");
        Assert.Equal("3", first.Text("total"));
        var next = await user.GetAsync($"{Sessions.All}?limit=2&cursor={first["next_cursor"]}");
        Assert.Equal(ids, [.. first["items"]!.AsArray().Concat(next["items"]!.AsArray()).Select(row => row!.Text("id"))]);
        Assert.Null(next["next_cursor"]);
        Assert.Equal(2, (await user.ItemsAsync($"{Sessions.All}?finished=true")).Count);
        Assert.Equal(ids[0], Assert.Single(await user.ItemsAsync($"{Sessions.All}?finished=false")).Text("id"));
        using var cursor = await user.Client.GetAsync($"{Sessions.All}?cursor=nonsense");
        await cursor.RefusesAsync("cursor");

        foreach (var id in ids)
        {
            using var deleted = await user.SendAsync(HttpMethod.Delete, $"{Sessions.All}/{id}");
            await deleted.ReadAsync(204);
            using var gone = await user.Client.GetAsync($"{Sessions.All}/{id}");
            await gone.ProblemAsync(404, "not_found");
        }
    }

    private static async Task<string> EntryAsync(TestUser user)
    {
        var entry = await user.SubmitAsync();
        return $"{Sessions.All}/{entry["session_id"]}/entries/{entry["entry_id"]}";
    }
}
