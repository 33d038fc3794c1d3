using AngleSharp.Html.Parser;
using JobTracker.Testing;
using JobTracker.Testing.Ai;
using JobTracker.Tests.Features.Shared;

namespace JobTracker.Tests.Features.Coach.Conversations;

/// <summary>What the pages of the coach show.</summary>
public sealed class ChatPageTests(CoachSite site) : IClassFixture<CoachSite>
{
    [Fact]
    public async Task Whatever_the_model_writes_the_page_gets_text_and_links_alone()
    {
        using var talk = await Talk.BeginAsync(site.App);
        var hostile = string.Join("\n\n", HostileMarkdown.All.Where(JobTracker.Kernel.Rules.IsStorable));
        site.Gemini.Next(GeminiWords.Reply(hostile));
        Assert.Equal("done", (await talk.AskAsync("Show me")).Text("status"));

        using var browser = await TestBrowser.SignInAsync(site.App, talk.User);
        var page = new HtmlParser().ParseDocument(
            await browser.Client.GetStringAsync(talk.Path.Replace("/api/coach/conversations", "/coach", StringComparison.Ordinal))
        );
        var shown = page.QuerySelector(".reply-body .prose")!.InnerHtml;
        Assert.Contains("alert(1)", shown, StringComparison.Ordinal);
        AllowedMarkup.Check(shown);
    }

    [Fact]
    public async Task Without_a_key_the_pages_offer_practice_and_a_key_and_no_box_to_write_in()
    {
        await using var bare = await JobTrackerApp.StartAsync();
        using var user = await bare.RegisterAsync();
        var application = await user.AddAsync();
        using var browser = await TestBrowser.SignInAsync(bare, user);
        foreach (var path in new[] { "/coach", $"/applications/{application["id"]}/coach" })
        {
            var page = new HtmlParser().ParseDocument(await browser.Client.GetStringAsync(path));
            Assert.Contains("Offline tools, no AI", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector("main a[href^='/coach/practice']"));
            Assert.NotNull(page.QuerySelector("main a[href='/settings/ai']"));
            Assert.Null(page.QuerySelector("main textarea"));
        }
    }
}
