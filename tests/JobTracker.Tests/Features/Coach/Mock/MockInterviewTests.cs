using System.Net;
using JobTracker.Testing;
using JobTracker.Testing.Ai;

namespace JobTracker.Tests.Features.Coach.Mock;

public sealed class MockInterviewTests(MockSite site) : IClassFixture<MockSite>
{
    [Fact]
    public async Task An_answer_gets_feedback_with_quotes_scores_and_a_stronger_version()
    {
        using var me = await Candidate.CreateAsync(site);
        var address = await me.StartAsync();
        Assert.Contains("Question 1 of 3", await me.TextAsync(address), StringComparison.Ordinal);

        site.Gemini.Next(GeminiWords.Reply(Candidate.Feedback().ToJsonString()));
        using var sent = await me.AnswerAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var page = await me.PageAsync(sent.Headers.Location!.ToString());
        Assert.Equal(["I replaced the scan with an R-tree"], page.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Equal(["the time after", "the time before"], page.QuerySelectorAll(".blank").Select(blank => blank.TextContent));
        Assert.Equal(
            ["present", "weak", "present", "missing"],
            page.QuerySelectorAll(".star-parts > div").Select(part => part.GetAttribute("data-part"))
        );
        Assert.DoesNotContain("doubled the revenue", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(10, page.QuerySelectorAll(".bars > .is-on").Length);

        // What was asked: the rules, the data, then the conversation as it would be held.
        var call = site.Gemini.Calls[^1].Body!;
        Assert.Equal(Candidate.Answer, call["contents"]!.AsArray()[^1]!["parts"]![0]!.Text("text"));
        Assert.Equal(
            "evidence,star,relevance,clarity,specificity,strengths,improvements,improved_answer,follow_up",
            string.Join(',', call["generationConfig"]!["responseJsonSchema"]!["required"]!.AsArray())
        );
        Assert.Equal(2, await me.MessagesAsync());
    }

    [Fact]
    public async Task The_follow_up_comes_then_the_next_question_then_the_report_which_can_be_replayed()
    {
        using var me = await Candidate.CreateAsync(site);
        var address = await me.StartAsync();
        site.Gemini.Next(GeminiWords.Reply(Candidate.Feedback().ToJsonString()));
        using var first = await me.AnswerAsync(address);
        using (await me.PressAsync(first.Headers.Location!.ToString(), "FollowUp"))
        {
            var asked = await me.PageAsync(address);
            Assert.Equal("Follow-up to question 1", asked.QuerySelector("h1")!.TextContent);
            Assert.Equal("How did you measure it?", asked.QuerySelector("#question")!.TextContent);
        }
        using (var over = await me.PressAsync(address, "End"))
            Assert.Equal($"{address}/report", over.Headers.Location!.ToString());
        var report = await me.TextAsync($"{address}/report");
        Assert.Contains("3.3 of 5", report, StringComparison.Ordinal);
        Assert.Contains("1 of 4 questions answered", report, StringComparison.Ordinal);
        Assert.Contains("Not answered", report, StringComparison.Ordinal);

        var replay = await me.PageAsync(address);
        Assert.Equal("Why maps?", replay.QuerySelector("#question")!.TextContent);
        Assert.Null(replay.QuerySelector("textarea"));
        Assert.Contains(
            "How did you measure it?",
            await me.TextAsync(replay.QuerySelector("a[rel=next]")!.GetAttribute("href")!),
            StringComparison.Ordinal
        );
        Assert.Contains("Kestrel Maps, Technical interview", await me.TextAsync("/coach/mock"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_questions_can_be_asked_again_without_asking_the_model()
    {
        using var me = await Candidate.CreateAsync(site);
        var address = await me.StartAsync();
        using (await me.PressAsync(address, "End"))
        using (var again = await me.PressAsync($"{address}/report", "Again"))
        {
            var second = again.Headers.Location!.ToString();
            Assert.NotEqual(address, second);
            Assert.Equal("Why maps?", (await me.PageAsync(second)).QuerySelector("#question")!.TextContent);
        }
        Assert.Equal(1, await me.MessagesAsync());
    }

    [Theory]
    [InlineData("2")]
    [InlineData("11")]
    [InlineData("many")]
    public async Task A_set_up_that_breaks_a_rule_starts_nothing_and_sends_nothing(string questions)
    {
        using var me = await Candidate.CreateAsync(site);
        var before = site.Gemini.Calls.Count;
        using var answer = await me.Browser.PostAsync("/coach/mock/new", me.SetUp(questions), formOn: "/coach/mock/new");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(before, site.Gemini.Calls.Count);
        Assert.Equal(0, await me.MessagesAsync());
    }

    [Fact]
    public async Task Without_agreement_nothing_is_sent_and_agreeing_is_remembered()
    {
        using var me = await Candidate.CreateAsync(site);
        await site.App.ExecuteAsync($"update user_accounts set gemini_agreed_at = null where user_id = {me.User.Id}");
        var before = site.Gemini.Calls.Count;
        using (var refused = await me.Browser.PostAsync("/coach/mock/new", me.SetUp(), formOn: "/coach/mock/new"))
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(before, site.Gemini.Calls.Count);

        site.Gemini.Next(Candidate.Given(Candidate.Questions));
        var fields = me.SetUp();
        fields["agree"] = "Gemini";
        using (var agreed = await me.Browser.PostAsync("/coach/mock/new", fields, formOn: "/coach/mock/new"))
            Assert.Equal(HttpStatusCode.Redirect, agreed.StatusCode);
        Assert.Null((await me.PageAsync("/coach/mock/new")).QuerySelector("[name=agree]"));
    }

    [Fact]
    public async Task Questions_that_make_no_sense_are_asked_for_once_more_and_then_the_interview_does_not_start()
    {
        using var me = await Candidate.CreateAsync(site);
        site.Gemini.Next(GeminiWords.Reply("Sure! Here they are."), Candidate.Given("Only one?"));
        using var answer = await me.Browser.PostAsync("/coach/mock/new", me.SetUp(), formOn: "/coach/mock/new");
        Assert.Contains(
            "The interview could not start",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("to be continued", await me.TextAsync("/coach/mock"), StringComparison.Ordinal);
    }
}
