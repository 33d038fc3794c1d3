using AngleSharp.Html.Parser;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Coach.Practice;

/// <summary>What there is for practising without a model.</summary>
public sealed class PracticeTests(SharedApp shared)
{
    private const string Path = "/coach/practice";

    [Fact]
    public async Task A_story_becomes_a_text_of_the_writing_bank_with_the_parts_that_were_written()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var answer = await browser.PostAsync(
            Path,
            Story(("Title", "A hard bug"), ("Action", "I measured."), ("Result", "It took 6 ms.")),
            Path
        );
        Assert.Equal(302, (int)answer.StatusCode);
        var kept = await user.GetAsync($"/api{answer.Headers.Location}");
        Assert.Equal("A hard bug", kept.Text("title"));
        Assert.Equal("## Action\n\nI measured.\n\n## Result\n\nIt took 6 ms.", kept.Text("content"));
        Assert.Equal("star", kept["tags"]![0]!.ToString());
        Assert.Null(kept["application_id"]);
    }

    [Theory]
    [InlineData("", "I measured.", "Enter a title.")]
    [InlineData("A hard bug", "  ", "Write something.")]
    public async Task A_story_that_cannot_be_kept_comes_back_with_what_was_typed(string title, string action, string sentence)
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var answer = await browser.PostAsync(Path, Story(("Title", title), ("Action", action)), Path);
        Assert.Equal(400, (int)answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains(title.Length > 0 ? title : action, page, StringComparison.Ordinal);
        Assert.Equal(0, (int)(await user.GetAsync("/api/writing?count=true"))["total"]!);
    }

    [Theory]
    [InlineData("?type=technical", "Walk me through something you built")]
    [InlineData("?type=nonsense", "Tell me about yourself.")]
    [InlineData("", "Tell me about yourself.")]
    public async Task Questions_follow_the_kind_of_interview(string query, string question)
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        Assert.Contains(question, await browser.Client.GetStringAsync(Path + query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_prompt_holds_one_application_and_nobody_elses()
    {
        using var user = await shared.App.RegisterAsync();
        using var other = await shared.App.RegisterAsync();
        var wanted = await user.AddAsync(
            new
            {
                company = "Kestrel Maps",
                position = "Engineer",
                comment = "About geometry.",
            }
        );
        await user.AddAsync(new { company = "Lumen Verre", position = "Analyst" });
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var prompt = new HtmlParser()
            .ParseDocument(await browser.Client.GetStringAsync($"{Path}?application={wanted["id"]}"))
            .QuerySelector("#prompt-text")!
            .TextContent;
        Assert.Contains("About geometry.", prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("Lumen Verre", prompt, StringComparison.Ordinal);

        using var stranger = await TestBrowser.SignInAsync(shared.App, other);
        using var refused = await stranger.Client.GetAsync($"{Path}?application={wanted["id"]}");
        Assert.Equal(404, (int)refused.StatusCode);
    }

    private static Dictionary<string, string> Story(params (string Part, string Text)[] parts) =>
        parts.ToDictionary(part => $"Input.{part.Part}", part => part.Text, StringComparer.Ordinal);
}
