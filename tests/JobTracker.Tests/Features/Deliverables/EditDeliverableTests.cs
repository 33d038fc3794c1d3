using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Deliverables;

public sealed class EditDeliverableTests(SharedApp shared)
{
    [Fact]
    public async Task Put_replaces_everything_and_patch_only_what_is_given()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        var note = await shared.App.AddNoteAsync(user, "Maps.");
        var row = await user.AddThingAsync(
            application,
            ("kind", "essay"),
            ("due_on", "2026-05-01"),
            ("content", "Text"),
            ("source_writing_id", note.ToString())
        );
        var patched = await user.PatchThingAsync(row, new { title = "Essay", due_on = (string?)null });
        Assert.Equal(("Essay", null, "Text"), (patched.Text("title"), patched.Text("due_on"), patched.Text("content")));
        Assert.Equal(("essay", note.ToString()), (patched.Text("kind"), patched.Text("source_writing_id")));

        using var put = await user.SendAsync(HttpMethod.Put, $"{Things.Path}/{row["id"]}", new { title = "Plain" });
        var replaced = await put.ReadAsync(200);
        Assert.Equal(("Plain", "other", null), (replaced.Text("title"), replaced.Text("kind"), replaced.Text("content")));
        Assert.Equal((null, application.Text("id")), (replaced.Text("source_writing_id"), replaced.Text("application_id")));
        Assert.Equal(3, replaced["version"]!.GetValue<int>());
        Assert.True(replaced["updated_at"]!.GetValue<DateTimeOffset>() > row["updated_at"]!.GetValue<DateTimeOffset>());
        Assert.Equal(row.Text("created_at"), replaced.Text("created_at"));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task It_stays_with_its_application(string method)
    {
        using var user = await shared.App.RegisterAsync();
        var (application, other) = (await user.AddAsync(), await user.AddAsync());
        var row = await user.AddThingAsync(application);
        using var same = await SendAsync(user, method, row, Things.Of(application, ("title", "Same")));
        await same.ReadAsync(200);
        foreach (var elsewhere in new[] { other.Text("id"), Guid.CreateVersion7().ToString() })
        {
            using var moved = await SendAsync(user, method, row, Things.Of(application, ("application_id", elsewhere)));
            await moved.RefusesAsync("application_id");
        }
        Assert.Equal(application.Text("id"), (await user.ReadThingAsync(row)).Text("application_id"));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task A_source_that_is_not_there_is_a_404(string method)
    {
        using var user = await shared.App.RegisterAsync();
        using var other = await shared.App.RegisterAsync();
        var row = await user.AddThingAsync(await user.AddAsync());
        foreach (var note in new[] { await shared.App.AddNoteAsync(other, "Theirs."), Guid.CreateVersion7() })
        {
            using var answer = await SendAsync(
                user,
                method,
                row,
                new JsonObject { ["title"] = "Taken", ["source_writing_id"] = note.ToString() }
            );
            await answer.ProblemAsync(404, "not_found");
        }
        Assert.Equal(row.ToJsonString(), (await user.ReadThingAsync(row)).ToJsonString());
    }

    [Fact]
    public async Task Only_who_saw_the_newest_version_may_write_when_asked_for()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddThingAsync(await user.AddAsync());
        var path = $"{Things.Path}/{row["id"]}";
        using var read = await user.Client.GetAsync(path);
        Assert.Equal("\"1\"", read.Headers.ETag?.Tag);
        using var first = await user.SendAsync(HttpMethod.Patch, path, new { title = "First" }, 1);
        Assert.Equal("\"2\"", first.Headers.ETag?.Tag);
        foreach (var method in new[] { HttpMethod.Patch, HttpMethod.Put, HttpMethod.Delete })
        {
            using var stale = await user.SendAsync(method, path, method == HttpMethod.Delete ? null : new { title = "Late" }, 1);
            var problem = await stale.ProblemAsync(412, "stale");
            Assert.Equal("First", problem["current"]!.Text("title"));
        }
        using var gone = await user.SendAsync(HttpMethod.Delete, path, body: null, 2);
        await gone.ReadAsync(204);
        using var again = await user.SendAsync(HttpMethod.Delete, path);
        await again.ProblemAsync(404, "not_found");
    }

    [Fact]
    public async Task Of_many_writes_with_the_same_version_one_wins()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddThingAsync(await user.AddAsync());
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n => user.SendAsync(HttpMethod.Patch, $"{Things.Path}/{row["id"]}", new { title = $"Title {n}" }, 1))
        );
        Assert.Single(answers, answer => (int)answer.StatusCode == 200);
        Assert.Equal(7, answers.Count(answer => (int)answer.StatusCode == 412));
        Assert.Equal(2, (await user.ReadThingAsync(row))["version"]!.GetValue<int>());
    }

    private static Task<HttpResponseMessage> SendAsync(TestUser user, string method, JsonNode row, JsonObject body) =>
        user.SendAsync(new HttpMethod(method), $"{Things.Path}/{row["id"]}", body);
}
