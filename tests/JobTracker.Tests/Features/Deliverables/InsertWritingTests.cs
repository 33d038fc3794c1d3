using System.Text.Json.Nodes;
using JobTracker.Features.Deliverables;
using JobTracker.Kernel;
using JobTracker.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Deliverables;

public sealed class InsertWritingTests(SharedApp shared)
{
    [Fact]
    public async Task An_empty_deliverable_gets_the_text_and_remembers_where_it_came_from()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddThingAsync(await user.AddAsync());
        var note = await shared.App.AddNoteAsync(user, "# Maps\n\nhave brought me home.");
        Assert.Equal(new InsertWriting.Answer("Why maps", "Cover letter"), Value(await InsertAsync(user, row, note)));
        var after = await user.ReadThingAsync(row);
        Assert.Equal(("# Maps\n\nhave brought me home.", note.ToString()), (after.Text("content"), after.Text("source_writing_id")));
        Assert.Equal(("not_started", "2"), (after.Text("state"), after.Text("version")));
    }

    [Fact]
    public async Task What_is_written_already_stays_and_the_text_comes_after_it()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddThingAsync(await user.AddAsync(), ("content", "Dear Ms Lind,"), ("state", "done"));
        var (first, second) = (await shared.App.AddNoteAsync(user, "One."), await shared.App.AddNoteAsync(user, "Two."));
        await InsertAsync(user, row, first);
        await InsertAsync(user, row, second);
        var after = await user.ReadThingAsync(row);
        Assert.Equal("Dear Ms Lind,\n\nOne.\n\nTwo.", after.Text("content"));
        Assert.Equal((second.ToString(), "done"), (after.Text("source_writing_id"), after.Text("state")));
    }

    [Fact]
    public async Task It_is_a_copy_that_later_changes_of_the_writing_do_not_reach()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddThingAsync(await user.AddAsync());
        var note = await shared.App.AddNoteAsync(user, "As it was.");
        await InsertAsync(user, row, note);
        await shared.App.ExecuteAsync($"update writing_notes set content = 'Changed.' where user_id = {user.Id} and id = {note}");
        Assert.Equal("As it was.", (await user.ReadThingAsync(row)).Text("content"));
    }

    [Fact]
    public async Task What_would_become_too_long_is_refused_whole()
    {
        using var user = await shared.App.RegisterAsync();
        var note = await shared.App.AddNoteAsync(user, "0123456789");
        var application = await user.AddAsync();
        var full = await user.AddThingAsync(application, ("content", new string('x', 50_000 - 11)));
        var refused = Assert.IsType<Refused>(Assert.IsType<Failed<InsertWriting.Answer>>(await InsertAsync(user, full, note)).Failure);
        Assert.Equal("Content", Assert.Single(refused.Errors).Key);
        Assert.Equal(full.ToJsonString(), (await user.ReadThingAsync(full)).ToJsonString());
        var fits = await user.AddThingAsync(application, ("content", new string('x', 50_000 - 12)));
        Value(await InsertAsync(user, fits, note));
        Assert.Equal(50_000, (await user.ReadThingAsync(fits)).Text("content")!.Length);
    }

    [Fact]
    public async Task Both_must_be_ones_own_and_there()
    {
        using var user = await shared.App.RegisterAsync();
        using var other = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        var row = await user.AddThingAsync(application);
        var (mine, theirs) = (await shared.App.AddNoteAsync(user, "Mine."), await shared.App.AddNoteAsync(other, "Theirs."));
        var tied = await user.AddAsync();
        var hidden = await shared.App.AddNoteAsync(user, "Hidden.", tied);
        await user.DeleteApplicationAsync(tied);
        foreach (var note in new[] { theirs, hidden, Guid.CreateVersion7() })
            AssertNotFound(await InsertAsync(user, row, note));
        AssertNotFound(await InsertAsync(other, row, theirs));
        Assert.Equal(row.ToJsonString(), (await user.ReadThingAsync(row)).ToJsonString());
        await user.DeleteApplicationAsync(application);
        AssertNotFound(await InsertAsync(user, row, mine));
    }

    [Fact]
    public async Task Inserts_at_once_all_arrive()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddThingAsync(await user.AddAsync());
        var note = await shared.App.AddNoteAsync(user, "Again.");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => InsertAsync(user, row, note)));
        Assert.Equal(string.Join("\n\n", Enumerable.Repeat("Again.", 6)), (await user.ReadThingAsync(row)).Text("content"));
    }

    private async Task<Outcome<InsertWriting.Answer>> InsertAsync(TestUser user, JsonNode row, Guid note)
    {
        await using var scope = shared.App.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<InsertWriting>()
            .RunAsync(new UserId(user.Id), Guid.Parse(row.Text("id")!), note, CancellationToken.None);
    }

    private static InsertWriting.Answer Value(Outcome<InsertWriting.Answer> outcome) =>
        Assert.IsType<Done<InsertWriting.Answer>>(outcome).Value;

    private static void AssertNotFound(Outcome<InsertWriting.Answer> outcome) =>
        Assert.IsType<NotFound>(Assert.IsType<Failed<InsertWriting.Answer>>(outcome).Failure);
}
