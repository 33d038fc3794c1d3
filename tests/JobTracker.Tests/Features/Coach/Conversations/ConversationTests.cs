using System.Text.Json.Nodes;
using JobTracker.Testing;
using JobTracker.Testing.Ai;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.Coach.Conversations;

public sealed class ConversationTests(CoachSite site) : IClassFixture<CoachSite>
{
    [Fact]
    public async Task Its_first_message_names_it_unless_it_has_a_name()
    {
        using var talk = await Talk.BeginAsync(site.App);
        Assert.Equal("", (await talk.User.GetAsync(talk.Path)).Text("title"));
        await talk.AskAsync("Which of my projects should I talk about when they ask about performance?");
        Assert.Equal("Which of my projects should I talk about when they ask…", (await talk.User.GetAsync(talk.Path)).Text("title"));
        using (var renamed = await talk.User.SendAsync(HttpMethod.Patch, talk.Path, new { title = " Projects " }))
            Assert.Equal("Projects", (await renamed.ReadAsync(200)).Text("title"));
        await talk.AskAsync("And then?");
        Assert.Equal("Projects", (await talk.User.GetAsync(talk.Path)).Text("title"));
    }

    [Fact]
    public async Task What_is_switched_off_is_not_sent()
    {
        using var user = await site.App.RegisterAsync();
        var application = await user.AddAsync(
            new
            {
                company = "Kestrel Maps",
                position = "Engineer",
                posting = "We look for a cartographer of canary islands.",
            }
        );
        using var begun = await user.SendAsync(
            HttpMethod.Post,
            "/api/coach/conversations",
            new { application_id = application.Text("id") }
        );
        var talk = new Talk(user, $"/api/coach/conversations/{(await begun.ReadAsync(201)).Text("id")}");
        var number = site.Gemini.Calls.Count + 1;
        await talk.AskAsync("First");
        using (var patched = await user.SendAsync(HttpMethod.Patch, talk.Path, new { excluded_items = new[] { "posting", "posting" } }))
            Assert.Single((await patched.ReadAsync(200))["excluded_items"]!.AsArray());
        await talk.AskAsync("Second");
        Assert.Contains("canary islands", (await site.Gemini.CallAsync(number)).Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary islands", (await site.Gemini.CallAsync(number + 1)).Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"title": ""}""", "title")]
    [InlineData("""{"excluded_items": [""]}""", "excluded_items")]
    [InlineData("""{"colour": "red"}""", "colour")]
    public async Task A_change_that_means_nothing_is_refused(string change, string field)
    {
        using var talk = await Talk.BeginAsync(site.App);
        using (await talk.User.SendAsync(HttpMethod.Patch, talk.Path, new { title = "Named" })) { }
        using var answer = await talk.User.SendAsync(HttpMethod.Patch, talk.Path, JsonNode.Parse(change));
        await answer.RefusesAsync(field);
    }

    [Fact]
    public async Task A_stale_version_changes_nothing()
    {
        using var talk = await Talk.BeginAsync(site.App);
        using var stale = await talk.User.SendAsync(HttpMethod.Patch, talk.Path, new { title = "Late" }, ifVersion: 99);
        await stale.ProblemAsync(412, "stale");
        using var kept = await talk.User.SendAsync(HttpMethod.Delete, talk.Path, ifVersion: 99);
        await kept.ProblemAsync(412, "stale");
    }

    [Fact]
    public async Task The_list_has_the_one_that_was_talked_in_last_first_and_hides_those_of_deleted_applications()
    {
        using var first = await Talk.BeginAsync(site.App);
        var second = await Talk.BeginAsync(first.User);
        await first.AskAsync("Again");
        var rows = await first.User.ItemsAsync("/api/coach/conversations");
        Assert.Equal([first.Path, second.Path], rows.Select(row => $"/api/coach/conversations/{row["id"]}"));
        var application = rows[0].Text("application_id");
        Assert.Single(await first.User.ItemsAsync($"/api/coach/conversations?application_id={application}"));
        using (var deleted = await first.User.SendAsync(HttpMethod.Delete, $"/api/applications/{application}"))
            await deleted.ReadAsync(204);
        Assert.Single(await first.User.ItemsAsync("/api/coach/conversations"));
        using var gone = await first.User.Client.GetAsync(first.Path);
        await gone.ProblemAsync(404, "not_found");
    }

    [Fact]
    public async Task What_outgrows_its_place_is_summed_up_once_and_the_summary_goes_along()
    {
        using var talk = await Talk.BeginAsync(site.App);
        for (var said = 0; said < 8; said++)
        {
            site.Gemini.Next(GeminiWords.Reply($"Answer {said}"));
            await talk.AskAsync($"Question {said}");
        }
        var number = site.Gemini.Calls.Count + 1;
        site.Gemini.Next(GeminiWords.Reply("They like maps."), GeminiWords.Reply("Answer 8"));
        Assert.Equal("Answer 8", (await talk.AskAsync("Question 8")).Text("text"));
        Assert.Contains("Question 0", (await site.Gemini.CallAsync(number)).Body!.ToJsonString(), StringComparison.Ordinal);
        var asked = (await site.Gemini.CallAsync(number + 1)).Body!.ToJsonString();
        Assert.Contains("They like maps.", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Question 0", asked, StringComparison.Ordinal);
        Assert.Contains("Question 7", asked, StringComparison.Ordinal);
        Assert.Equal(number + 1, site.Gemini.Calls.Count);
    }

    [Fact]
    public async Task Pieces_of_replies_that_are_over_are_cleaned_up_and_the_reply_can_still_be_read()
    {
        using var talk = await Talk.BeginAsync(site.App);
        site.Gemini.Next(GeminiWords.Reply("All ", "of it"));
        var reply = await talk.AskAsync("Go");
        site.App.Clock.Advance(TimeSpan.FromHours(2));
        await site.CleanUpAsync();
        Assert.Equal(0, await site.App.ReadAsync(db => db.CoachChunks.CountAsync(piece => piece.UserId == talk.User.Id)));
        var news = await talk.FollowAsync(reply.Text("id")!).ToListAsync();
        Assert.Equal(["delta", "done"], news.Select(heard => heard.EventType));
        Assert.Equal("All of it", JsonNode.Parse(news[0].Data)!.Text("text"));
    }
}
