using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using JobTracker.Features.Applications;
using JobTracker.Kernel;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Deliverables;

/// <summary>What stands under an application goes and comes with it.</summary>
public sealed class HiddenDeliverablesTests(SharedApp shared)
{
    [Fact]
    public async Task Under_a_deleted_application_they_are_not_there_and_a_restored_one_brings_them_back()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        var row = await user.AddThingAsync(application, ("due_on", "2026-05-01"));
        await user.DeleteApplicationAsync(application);

        Assert.Equal("0", (await user.GetAsync($"{Things.Path}?count=true")).Text("total"));
        foreach (var (method, body) in new[] { ("GET", null), ("PUT", "{}"), ("PATCH", """{"state": "done"}"""), ("DELETE", null) })
        {
            using var answer = await user.SendAsync(
                new HttpMethod(method),
                $"{Things.Path}/{row["id"]}",
                method == "PUT" ? new JsonObject { ["title"] = "Taken" }
                    : body is null ? null
                    : JsonNode.Parse(body)
            );
            await answer.ProblemAsync(404, "not_found");
        }
        using var added = await user.SendAsync(HttpMethod.Post, Things.Path, Things.Of(application));
        await added.ProblemAsync(404, "not_found");

        Assert.Equal("0", await CountedAsync(user));
        using var restored = await user.SendAsync(HttpMethod.Post, $"/api/applications/{application["id"]}/restore");
        await restored.ReadAsync(200);
        Assert.Equal("1", await CountedAsync(user));
        Assert.Equal(row.ToJsonString(), (await user.ReadThingAsync(row)).ToJsonString());
        Assert.Single(await user.ItemsAsync(Things.Path));
    }

    /// <summary>What the sidebar says.</summary>
    private async Task<string> CountedAsync(TestUser user)
    {
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        return new HtmlParser()
            .ParseDocument(await browser.Client.GetStringAsync("/settings"))
            .QuerySelector("#count-deliverables")!
            .TextContent;
    }

    [Fact]
    public async Task Purging_an_application_takes_its_writing_and_leaves_the_copies_elsewhere_without_the_link()
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var user = await app.RegisterAsync();
        var (goes, stays, hidden) = (await user.AddAsync(), await user.AddAsync(), await user.AddAsync());
        var gone = await app.AddNoteAsync(user, "Of the one that goes.", goes);
        var kept = await app.AddNoteAsync(user, "Of the bank.");
        await user.AddThingAsync(goes, ("content", "Own"), ("source_writing_id", gone.ToString()));
        var copy = await user.AddThingAsync(stays, ("content", "Copy"), ("source_writing_id", gone.ToString()));
        var other = await user.AddThingAsync(stays, ("content", "Bank"), ("source_writing_id", kept.ToString()));
        var under = await user.AddThingAsync(hidden, ("content", "Under"), ("source_writing_id", gone.ToString()));
        await user.DeleteApplicationAsync(goes);
        app.Clock.Advance(TimeSpan.FromDays(4));
        await user.DeleteApplicationAsync(hidden);
        app.Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1));

        await using var scope = app.Services.CreateAsyncScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<PurgeDeleted>().RunAsync(new UserId(user.Id), default));

        using var again = await user.SignInAgainAsync(app);
        var left = await again.ReadThingAsync(copy);
        Assert.Equal(("Copy", null, "2"), (left.Text("content"), left.Text("source_writing_id"), left.Text("version")));
        Assert.Equal(other.ToJsonString(), (await again.ReadThingAsync(other)).ToJsonString());
        using var restored = await again.SendAsync(HttpMethod.Post, $"/api/applications/{hidden["id"]}/restore");
        await restored.ReadAsync(200);
        Assert.Null((await again.ReadThingAsync(under))["source_writing_id"]);
        Assert.Equal(3, await app.ReadAsync(db => db.Deliverables.CountAsync()));
        Assert.Equal([kept], await app.ReadAsync(db => db.WritingNotes.Select(note => note.Id).ToListAsync()));
    }

    [Fact]
    public async Task Deleting_the_account_takes_deliverables_and_the_writing_they_came_from()
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var user = await app.RegisterAsync();
        var (one, hidden) = (await user.AddAsync(), await user.AddAsync());
        var note = await app.AddNoteAsync(user, "Of the bank.");
        var tied = await app.AddNoteAsync(user, "Tied.", one);
        await user.AddThingAsync(one, ("source_writing_id", note.ToString()));
        await user.AddThingAsync(hidden, ("source_writing_id", tied.ToString()));
        await user.DeleteApplicationAsync(hidden);

        using var answer = await user.SendAsync(HttpMethod.Delete, "/api/auth/me", new { password = TestUser.Password });
        await answer.ReadAsync(204);
        Assert.Equal(0, await app.ReadAsync(db => db.Deliverables.IgnoreQueryFilters().CountAsync()));
        Assert.Equal(0, await app.ReadAsync(db => db.WritingNotes.IgnoreQueryFilters().CountAsync()));
    }
}
