using System.Text.Json.Nodes;
using JobTracker.Testing;
using JobTracker.Testing.Ai;

namespace JobTracker.Tests.Features.Coach.Conversations;

public sealed class SendMessageTests(CoachSite site) : IClassFixture<CoachSite>
{
    [Fact]
    public async Task A_message_is_answered_in_the_background_and_both_are_kept()
    {
        using var talk = await Talk.BeginAsync(site.App);
        site.Gemini.Next(GeminiWords.Reply("From the posting: ", "Postgres."));
        var reply = await talk.AskAsync("Which topic comes first?\r\nAnd why?");
        Assert.Equal("done", reply.Text("status"));
        Assert.Equal("From the posting: Postgres.", reply.Text("text"));
        Assert.Equal("gemini", reply.Text("provider"));
        Assert.Equal(40, reply["usage"]!["input_tokens"]!.GetValue<int>());

        var whole = await talk.User.GetAsync(talk.Path);
        Assert.Equal("Which topic comes first?", whole.Text("title"));
        Assert.Equal(
            ["Which topic comes first?\nAnd why?", "From the posting: Postgres."],
            whole["messages"]!.AsArray().Select(message => message!.Text("text"))
        );
    }

    [Fact]
    public async Task The_same_message_sent_twice_is_one_message_and_one_call()
    {
        using var talk = await Talk.BeginAsync(site.App);
        var before = site.Gemini.Calls.Count;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => talk.TrySendAsync("Once.", "the-same")));
        var first = await answers[0].ReadAsync(202);
        foreach (var answer in answers)
            Assert.True(JsonNode.DeepEquals(first, await answer.ReadAsync(202)));
        await talk.EndAsync(first.Text("reply_id")!);
        Assert.Equal(first.Text("reply_id"), await talk.SendAsync("Once.", "the-same"));
        Assert.Equal(before + 1, site.Gemini.Calls.Count);
        using var other = await talk.TrySendAsync("Twice.", "the-same");
        await other.ProblemAsync(409, "conflict");
    }

    [Fact]
    public async Task Of_many_messages_at_once_one_runs_and_the_others_cost_nothing()
    {
        using var talk = await Talk.BeginAsync(site.App);
        var gate = new Gate();
        var before = site.Gemini.Calls.Count;
        site.Gemini.Next(Scripts.Then(GeminiWords.Text("One"), Scripts.Hold(gate), GeminiWords.Finish()));
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => talk.TrySendAsync($"Message {n}")));
        Assert.Equal([202, .. Enumerable.Repeat(409, 49)], answers.Select(answer => (int)answer.StatusCode).Order());
        foreach (var refused in answers.Where(answer => (int)answer.StatusCode == 409))
            await refused.ProblemAsync(409, "conflict");
        gate.Open();
        var reply = (await answers.Single(answer => (int)answer.StatusCode == 202).ReadAsync(202)).Text("reply_id")!;
        Assert.Equal("One", (await talk.EndAsync(reply)).Text("text"));
        Assert.Equal(before + 1, site.Gemini.Calls.Count);
        Assert.Equal(2, (await talk.User.GetAsync(talk.Path))["messages"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_running_reply_in_one_conversation_holds_up_the_others()
    {
        using var talk = await Talk.BeginAsync(site.App);
        var other = await Talk.BeginAsync(talk.User);
        var gate = new Gate();
        site.Gemini.Next(Scripts.Then(Scripts.Hold(gate), GeminiWords.Reply("Late")));
        var reply = await talk.SendAsync("First");
        using var refused = await other.TrySendAsync("Second");
        await refused.ProblemAsync(409, "conflict");
        gate.Open();
        await talk.EndAsync(reply);
        Assert.Equal("done", (await other.AskAsync("Second")).Text("status"));
    }

    [Theory]
    [InlineData("", "text")]
    [InlineData(" \r\n ", "text")]
    [InlineData("bell \u0007", "text")]
    [InlineData(null, "text")]
    public async Task What_cannot_be_said_is_refused_at_its_field(string? text, string field)
    {
        using var talk = await Talk.BeginAsync(site.App);
        var before = site.Gemini.Calls.Count;
        using var answer = await talk.TrySendAsync(text!);
        await answer.RefusesAsync(field);
        Assert.Equal(before, site.Gemini.Calls.Count);
    }

    [Fact]
    public async Task Four_thousand_characters_are_a_message_and_one_more_is_too_many()
    {
        using var talk = await Talk.BeginAsync(site.App);
        using var tooLong = await talk.TrySendAsync(new string('a', 4_001));
        await tooLong.RefusesAsync("text");
        using var without = await talk.User.SendAsync(HttpMethod.Post, $"{talk.Path}/messages", new { text = "Hello" });
        await without.RefusesAsync("client_message_id");
        Assert.Equal("done", (await talk.AskAsync(new string('a', 4_000))).Text("status"));
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_conversation_that_is_not_there_or_is_somebody_elses()
    {
        using var talk = await Talk.BeginAsync(site.App);
        using var stranger = await site.App.RegisterAsync();
        var before = site.Gemini.Calls.Count;
        using var foreign = await talk.TrySendAsync("Mine now", on: stranger.Client);
        await foreign.ProblemAsync(404, "not_found");
        using var nowhere = await (talk with { Path = $"/api/coach/conversations/{Guid.CreateVersion7()}" }).TrySendAsync("Hello");
        await nowhere.ProblemAsync(404, "not_found");
        Assert.Equal(before, site.Gemini.Calls.Count);
    }

    [Fact]
    public async Task Without_any_key_the_person_is_told_so()
    {
        await using var bare = await JobTrackerApp.StartAsync();
        using var talk = await Talk.BeginAsync(bare);
        using var answer = await talk.TrySendAsync("Hello");
        await answer.ProblemAsync(409, "ai_no_key");
        Assert.Empty((await talk.User.GetAsync(talk.Path))["messages"]!.AsArray());
    }
}
