using System.Net;
using JobTracker.Testing;
using JobTracker.Testing.Ai;

namespace JobTracker.Tests.Features.Coach.Mock;

/// <summary>Whatever the model does, the answer is kept and nothing is paid for that did not come.</summary>
public sealed class FeedbackTroubleTests(MockSite site) : IClassFixture<MockSite>
{
    public static TheoryData<string, string?> Broken =>
        new()
        {
            { "relevance", null },
            { "clarity", "7" },
            { "specificity", "0" },
            { "star", """{"situation": "great", "task": "weak", "action": "weak", "result": "weak"}""" },
            { "star", null },
            { "evidence", null },
            { "improved_answer", "\"  \"" },
            { "follow_up", null },
            { "relevance", "\"four\"" },
        };

    [Theory, MemberData(nameof(Broken))]
    public async Task Feedback_that_breaks_its_schema_is_asked_for_once_more(string field, string? value)
    {
        using var me = await Candidate.CreateAsync(site);
        var address = await me.StartAsync();
        var broken = Candidate.Feedback((field, value is null ? null : System.Text.Json.Nodes.JsonNode.Parse(value)));
        site.Gemini.Next(GeminiWords.Reply(broken.ToJsonString()), GeminiWords.Reply(Candidate.Feedback().ToJsonString()));
        var before = site.Gemini.Calls.Count;
        using var sent = await me.AnswerAsync(address);
        Assert.Contains("A stronger version", await me.TextAsync(sent.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.Equal(before + 2, site.Gemini.Calls.Count);
        Assert.Equal(2, await me.MessagesAsync());
    }

    [Fact]
    public async Task What_is_still_no_feedback_is_shown_as_prose_without_scores()
    {
        using var me = await Candidate.CreateAsync(site);
        var address = await me.StartAsync();
        site.Gemini.Next(GeminiWords.Reply("A **good** start; name a number."), GeminiWords.Reply("Still prose."));
        using var sent = await me.AnswerAsync(address);
        var page = await me.PageAsync(sent.Headers.Location!.ToString());
        Assert.Equal("good", page.QuerySelector(".prose strong")!.TextContent);
        Assert.Null(page.QuerySelector(".star-parts"));
        using (await me.PressAsync(address, "End"))
            Assert.Contains("No answer was scored.", await me.TextAsync($"{address}/report"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_provider_fails_the_answer_stays_the_message_goes_back_and_feedback_can_be_asked_for_again()
    {
        using var me = await Candidate.CreateAsync(site);
        var address = await me.StartAsync();
        site.Gemini.Next(GeminiWords.BlockedPrompt());
        using var sent = await me.AnswerAsync(address);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        var said = await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Your answer is kept; the feedback is missing", said, StringComparison.Ordinal);
        Assert.Contains("Gemini declined to answer", said, StringComparison.Ordinal);
        Assert.Contains(Candidate.Answer, said, StringComparison.Ordinal);
        Assert.Equal(1, await me.MessagesAsync());

        var stored = await site.App.ReadAsync(db =>
            Task.FromResult(db.MockQuestions.Single(row => row.UserId == me.User.Id && row.Answer != null))
        );
        site.Gemini.Next(GeminiWords.Reply(Candidate.Feedback().ToJsonString()));
        using var again = await me.PressAsync($"{address}?q={stored.Id}", "Feedback");
        Assert.Contains("A stronger version", await me.TextAsync(again.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.Equal(2, await me.MessagesAsync());
    }

    [Fact]
    public async Task The_same_answer_sent_ten_times_at_once_is_judged_once()
    {
        using var me = await Candidate.CreateAsync(site);
        var address = await me.StartAsync();
        var before = site.Gemini.Calls.Count;
        var gate = new Gate();
        site.Gemini.Next(Scripts.Then(Scripts.Hold(gate), GeminiWords.Reply(Candidate.Feedback().ToJsonString())));
        var sending = Enumerable.Range(0, 10).Select(_ => me.AnswerAsync(address)).ToList();
        await site.Gemini.CallAsync(before + 1);
        // All but the one that asked come back without waiting for it.
        while (sending.Count(one => one.IsCompleted) < 9)
            await Task.WhenAny(sending.Where(one => !one.IsCompleted));
        gate.Open();
        foreach (var answer in await Task.WhenAll(sending))
        {
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            answer.Dispose();
        }
        Assert.Equal(before + 1, site.Gemini.Calls.Count);
        Assert.Equal(2, await me.MessagesAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("long")]
    [InlineData("with \0 in it")]
    public async Task An_answer_that_breaks_a_rule_costs_nothing_and_stays_in_its_box(string text)
    {
        using var me = await Candidate.CreateAsync(site);
        var address = await me.StartAsync();
        var before = site.Gemini.Calls.Count;
        using var sent = await me.AnswerAsync(address, text == "long" ? new string('x', 6_001) : text);
        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
        if (text == "long")
            Assert.Contains(
                new string('x', 6_001),
                await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal
            );
        Assert.Equal(before, site.Gemini.Calls.Count);
    }

    [Fact]
    public async Task Markup_in_answers_and_in_what_the_model_says_stays_text()
    {
        using var me = await Candidate.CreateAsync(site);
        var address = await me.StartAsync();
        const string hostile = "<script>document.title='ran'</script> I built <b>it</b>";
        site.Gemini.Next(
            GeminiWords.Reply(Candidate.Feedback(("improved_answer", "<img src=x onerror=alert(1)> [<i>what</i>]")).ToJsonString())
        );
        using var sent = await me.AnswerAsync(address, hostile);
        var page = await me.PageAsync(sent.Headers.Location!.ToString());
        Assert.Empty(page.QuerySelectorAll("main script, main img, main i:not([class]), main b"));
        Assert.Contains(hostile, page.QuerySelector(".mock-answer")!.TextContent, StringComparison.Ordinal);
    }
}
