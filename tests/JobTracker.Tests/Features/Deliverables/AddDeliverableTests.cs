using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing;
using JobTracker.Tests.Features.Applications;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.Deliverables;

public sealed class AddDeliverableTests(SharedApp shared)
{
    [Fact]
    public async Task Application_and_title_are_enough()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        using var answer = await user.SendAsync(HttpMethod.Post, Things.Path, Things.Of(application));
        var row = await answer.ReadAsync(201);
        Assert.Equal($"{Things.Path}/{row["id"]}", answer.Headers.Location?.ToString());
        Assert.Equal((application.Text("id"), "Cover letter"), (row.Text("application_id"), row.Text("title")));
        Assert.Equal(("other", "not_started", "false"), (row.Text("kind"), row.Text("state"), row.Text("is_done")));
        foreach (var field in new[] { "due_on", "content", "source_writing_id", "completed_at" })
            Assert.True(row.AsObject().ContainsKey(field) && row[field] is null, field);
        Assert.Equal(1, row["version"]!.GetValue<int>());
        Assert.Equal(row.ToJsonString(), (await user.ReadThingAsync(row)).ToJsonString());
    }

    [Fact]
    public async Task Every_field_is_kept_and_texts_are_tidied()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        var note = await shared.App.AddNoteAsync(user, "Maps.");
        var row = await user.AddThingAsync(
            application,
            ("title", "  Lettre\n de motivation "),
            ("kind", "cover_letter"),
            ("due_on", "2026-05-01"),
            ("state", "in_progress"),
            ("content", "\r\n# Madame,\r\n\r\nles cartes\r\n"),
            ("source_writing_id", note.ToString())
        );
        Assert.Equal(("Lettre  de motivation", "# Madame,\n\nles cartes"), (row.Text("title"), row.Text("content")));
        Assert.Equal(("cover_letter", "2026-05-01"), (row.Text("kind"), row.Text("due_on")));
        Assert.Equal(("in_progress", note.ToString()), (row.Text("state"), row.Text("source_writing_id")));
    }

    [Fact]
    public async Task An_application_counts_what_is_to_hand_in()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        await user.AddThingAsync(application);
        await user.AddThingAsync(application, ("state", "done"));
        var counts = (await user.GetAsync($"/api/applications/{application["id"]}"))["counts"]!;
        Assert.Equal(("2", "1"), (counts.Text("deliverables"), counts.Text("deliverables_open")));
    }

    public static TheoryData<string, string> Broken =>
        new()
        {
            { "application_id", "null" },
            { "application_id", Json("not an id") },
            { "title", "null" },
            { "title", Json(" \n ") },
            { "title", Json(new string('x', 201)) },
            { "title", Json("nul\0") },
            { "kind", Json("letter") },
            { "kind", "null" },
            { "kind", "3" },
            { "state", Json("Done") },
            { "state", "null" },
            { "due_on", Json("2026-02-30") },
            { "due_on", Json("1969-12-31") },
            { "due_on", Json("2101-01-01") },
            { "due_on", Json("2026-05-01T00:00:00Z") },
            { "content", Json(new string('x', 50_001)) },
            { "content", "7" },
            { "source_writing_id", Json("") },
            { "is_done", "true" },
            { "completed_at", Json("2026-05-01T10:00:00Z") },
            { "nickname", Json("x") },
        };

    [Theory, MemberData(nameof(Broken))]
    public async Task What_breaks_a_rule_is_refused_at_its_field_and_changes_nothing(string field, string value)
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        var row = await user.AddThingAsync(application);
        var body = Things.Of(application, (field, JsonNode.Parse(value)));
        using var added = await user.SendAsync(HttpMethod.Post, Things.Path, body);
        await added.RefusesAsync(field);
        using var patched = await user.SendAsync(
            HttpMethod.Patch,
            $"{Things.Path}/{row["id"]}",
            new JsonObject { [field] = JsonNode.Parse(value) }
        );
        await patched.RefusesAsync(field);
        Assert.Equal(row.ToJsonString(), (await user.ReadThingAsync(row)).ToJsonString());
        Assert.Single(await user.ItemsAsync(Things.Path));
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once_and_the_longest_texts_are_taken()
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await user.SendAsync(HttpMethod.Post, Things.Path, new { due_on = "1900-01-01" });
        await answer.RefusesAsync("application_id", "title", "due_on");
        var row = await user.AddThingAsync(
            await user.AddAsync(),
            ("title", new string('é', 200)),
            ("content", new string('x', 50_000)),
            ("due_on", "2100-12-31")
        );
        Assert.Equal(50_000, row.Text("content")!.Length);
    }

    [Fact]
    public async Task An_application_or_a_note_of_somebody_else_is_one_that_does_not_exist()
    {
        using var user = await shared.App.RegisterAsync();
        using var other = await shared.App.RegisterAsync();
        var (mine, theirs) = (await user.AddAsync(), await other.AddAsync());
        var note = (await shared.App.AddNoteAsync(other, "Theirs.")).ToString();
        foreach (
            var body in new[]
            {
                Things.Of(theirs),
                Things.Of(mine, ("application_id", Guid.CreateVersion7().ToString())),
                Things.Of(mine, ("source_writing_id", note)),
                Things.Of(mine, ("source_writing_id", Guid.CreateVersion7().ToString())),
            }
        )
        {
            using var answer = await user.SendAsync(HttpMethod.Post, Things.Path, body);
            await answer.ProblemAsync(404, "not_found");
        }
        Assert.Empty(await user.ItemsAsync(Things.Path));
        Assert.Empty(await other.ItemsAsync(Things.Path));
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_makes_one_row()
    {
        using var user = await shared.App.RegisterAsync();
        var body = Things.Of(await user.AddAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostAsync(user, "once", body)));
        var bodies = await Task.WhenAll(answers.Select(async answer => (await answer.ReadAsync(201)).ToJsonString()));
        Assert.Single(bodies.Distinct());
        Assert.Equal(1, await shared.App.ReadAsync(db => db.Deliverables.CountAsync(row => row.UserId == user.Id)));
        body["title"] = "Another";
        using var mismatch = await PostAsync(user, "once", body);
        await mismatch.ProblemAsync(422, "idempotency_mismatch");
    }

    private static Task<HttpResponseMessage> PostAsync(TestUser user, string key, JsonObject body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Things.Path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return user.Client.SendAsync(request);
    }

    private static string Json(string text) => JsonValue.Create(text).ToJsonString();
}
