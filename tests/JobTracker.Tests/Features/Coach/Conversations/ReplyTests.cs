using System.Diagnostics;
using JobTracker.Testing;
using JobTracker.Testing.Ai;

namespace JobTracker.Tests.Features.Coach.Conversations;

/// <summary>What becomes of a reply: read as it comes, stopped, cut, asked for again.</summary>
public sealed class ReplyTests(CoachSite site) : IClassFixture<CoachSite>
{
    [Fact]
    public async Task A_reader_gets_the_text_as_it_comes_and_the_message_at_the_end()
    {
        using var talk = await Talk.BeginAsync(site.App);
        var gate = new Gate();
        site.Gemini.Next(Scripts.Then(GeminiWords.Text("First "), Scripts.Hold(gate), GeminiWords.Reply("second")));
        var reply = await talk.SendAsync("Go");
        var text = "";
        var kinds = new List<string>();
        await foreach (var news in talk.FollowAsync(reply))
        {
            kinds.Add(news.EventType);
            if (news.EventType != "delta")
                continue;
            text += System.Text.Json.Nodes.JsonNode.Parse(news.Data)!.Text("text");
            if (text == "First ")
            {
                var half = await talk.ReplyAsync(reply);
                Assert.Equal(("streaming", "First ", "1"), (half.Text("status"), half.Text("text"), half.Text("last_chunk")));
                gate.Open();
            }
        }
        Assert.Equal("First second", text);
        Assert.Equal(["delta", "delta", "done"], kinds);
    }

    [Fact]
    public async Task A_reader_who_comes_back_gets_only_what_was_missed()
    {
        using var talk = await Talk.BeginAsync(site.App);
        site.Gemini.Next(GeminiWords.Reply("All of it"));
        var reply = await talk.SendAsync("Go");
        var first = await talk.FollowAsync(reply).ToListAsync();
        Assert.Equal(["delta", "done"], first.Select(news => news.EventType));
        Assert.Equal("1", first[0].EventId);
        var again = await talk.FollowAsync(reply, after: 1).ToListAsync();
        Assert.Equal(["done"], again.Select(news => news.EventType));
    }

    [Fact]
    public async Task Stop_reaches_the_provider_at_once_and_keeps_what_there_is()
    {
        using var talk = await Talk.BeginAsync(site.App);
        var number = site.Gemini.Calls.Count + 1;
        site.Gemini.Next(Scripts.Then(GeminiWords.Text("Half an"), Scripts.Stall()));
        var reply = await talk.SendAsync("Go");
        await foreach (var news in talk.FollowAsync(reply))
        {
            if (news.EventType != "delta")
                continue;
            var asked = Stopwatch.GetTimestamp();
            await talk.PostAsync(reply, "stop");
            var call = await site.Gemini.CallAsync(number);
            var left = await call.HungUp.WaitAsync(TimeSpan.FromSeconds(30));
            Assert.InRange(Stopwatch.GetElapsedTime(asked, left).TotalMilliseconds, -1, 1_000);
        }
        var stopped = await talk.ReplyAsync(reply);
        Assert.Equal(("stopped", "Half an"), (stopped.Text("status"), stopped.Text("text")));
        Assert.Null(stopped["error"]);
        Assert.Equal("stopped", (await talk.PostAsync(reply, "stop")).Text("status"));
        Assert.Equal("done", (await talk.AskAsync("Next")).Text("status"));
    }

    [Fact]
    public async Task Stop_on_another_process_is_noticed_within_its_next_look()
    {
        await using var second = site.App.StartAnother(site.Settings());
        using var talk = await Talk.BeginAsync(site.App);
        var number = site.Gemini.Calls.Count + 1;
        site.Gemini.Next(Scripts.Then(GeminiWords.Text("Half"), Scripts.Stall()));
        var reply = await talk.SendAsync("Go");
        var call = await site.Gemini.CallAsync(number);
        using var elsewhere = talk.User.On(second);
        using (var asked = await elsewhere.PostAsync($"{talk.Path}/replies/{reply}/stop", content: null))
            await asked.ReadAsync(200);
        await call.HungUp.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("stopped", (await talk.EndAsync(reply)).Text("status"));
    }

    [Fact]
    public async Task A_cut_stream_keeps_its_text_and_another_version_stands_beside_it()
    {
        using var talk = await Talk.BeginAsync(site.App);
        // Cut before its first word it would be asked for again.
        var gate = new Gate();
        site.Gemini.Next(Scripts.Then(GeminiWords.Text("So far"), Scripts.Hold(gate), Scripts.Cut()));
        var reply = await talk.SendAsync("Go");
        var news = await talk.FollowAsync(reply)
            .Select(heard =>
            {
                gate.Open();
                return heard;
            })
            .ToListAsync();
        Assert.Equal("error", news[^1].EventType);
        Assert.Equal("ai_interrupted", System.Text.Json.Nodes.JsonNode.Parse(news[^1].Data)!.Text("code"));
        var cut = await talk.ReplyAsync(reply);
        Assert.Equal(("interrupted", "So far", "1"), (cut.Text("status"), cut.Text("text"), cut.Text("variant")));

        site.Gemini.Next(GeminiWords.Reply("Whole"));
        var again = (await talk.PostAsync(reply, "regenerate", 202)).Text("reply_id")!;
        var second = await talk.EndAsync(again);
        Assert.Equal(("done", "Whole", "2"), (second.Text("status"), second.Text("text"), second.Text("variant")));
        Assert.Equal(cut.Text("answers_id"), second.Text("answers_id"));
        Assert.Equal(3, (await talk.User.GetAsync(talk.Path))["messages"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_was_said_before_goes_along_of_each_reply_the_newest_version()
    {
        using var talk = await Talk.BeginAsync(site.App);
        site.Gemini.Next(GeminiWords.Reply("Old version"), GeminiWords.Reply("New version"), GeminiWords.Reply("End"));
        var first = await talk.AskAsync("First question");
        var again = (await talk.PostAsync(first.Text("id")!, "regenerate", 202)).Text("reply_id")!;
        await talk.EndAsync(again);
        var number = site.Gemini.Calls.Count + 1;
        await talk.AskAsync("Second question");
        var sent = (await site.Gemini.CallAsync(number)).Body!["contents"]!.ToJsonString();
        Assert.Contains("First question", sent, StringComparison.Ordinal);
        Assert.Contains("New version", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("Old version", sent, StringComparison.Ordinal);
        Assert.Contains("Second question", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_the_conversation_ends_the_call()
    {
        using var talk = await Talk.BeginAsync(site.App);
        var number = site.Gemini.Calls.Count + 1;
        site.Gemini.Next(Scripts.Then(GeminiWords.Text("Never"), Scripts.Stall()));
        var reply = await talk.SendAsync("Go");
        var call = await site.Gemini.CallAsync(number);
        using (var deleted = await talk.User.SendAsync(HttpMethod.Delete, talk.Path))
            await deleted.ReadAsync(204);
        await call.HungUp.WaitAsync(TimeSpan.FromSeconds(30));
        using var gone = await talk.User.Client.GetAsync($"{talk.Path}/replies/{reply}/stream");
        await gone.ProblemAsync(404, "not_found");
    }

    [Fact]
    public async Task A_place_in_the_stream_that_is_no_number_is_a_mistake()
    {
        using var talk = await Talk.BeginAsync(site.App);
        var reply = await talk.AskAsync("Go");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{talk.Path}/replies/{reply.Text("id")}/stream");
        request.Headers.TryAddWithoutValidation("Last-Event-ID", "last");
        using var answer = await talk.User.Client.SendAsync(request);
        await answer.RefusesAsync("last_event_id");
    }
}
