using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using JobTracker.Testing;
using JobTracker.Tests.Features.Coach.Limits;

namespace JobTracker.Tests.Features.Coach.Keys;

public sealed class SettingsPageTests(SharedApp shared)
{
    private const string Page = "/settings/ai";
    private const string Key = "sk-canary-0123456789-6789";

    [Fact]
    public async Task A_key_is_tried_kept_shown_by_its_end_and_removed()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        await PostAsync(browser, "Openai", 302, ("Input.OpenaiKey", Key));
        var page = await ReadAsync(browser);
        Assert.Contains("Ends with 6789", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("OpenAI answers, on your key", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        await PostAsync(browser, "Remove&provider=Openai", 302);
        Assert.Contains("Gemini answers, on the key of this site", (await ReadAsync(browser)).Body!.TextContent, StringComparison.Ordinal);
        Assert.False((await user.GetAsync("/api/auth/me"))["has_openai_key"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("too short")]
    public async Task A_mistake_stands_at_its_field_and_nothing_changes(string typed)
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        await PostAsync(browser, "Openai", 302, ("Input.OpenaiKey", Key));
        var page = await PostAsync(browser, "Openai", 400, ("Input.OpenaiKey", typed));
        Assert.Contains(
            "16 to 300 visible characters",
            page.GetElementById("Input_OpenaiKey-error")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null(page.GetElementById("Input_GoogleAiKey-error"));
        Assert.Contains("Ends with 6789", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_is_away_is_said_to_be_so()
    {
        await using var app = shared.App.StartAnother();
        using var user = await app.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(app, user);
        var page = await PostAsync(browser, "Google", 503, ("Input.GoogleAiKey", Key));
        Assert.Contains("overloaded or cannot be reached", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nobody answers yet", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_can_no_longer_be_read_asks_to_be_entered_again()
    {
        using var user = await shared.App.RegisterAsync();
        await shared.App.ExecuteAsync(
            $"update user_accounts set openai_key = 'broken', openai_key_last4 = '6789' where user_id = {user.Id}"
        );
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        Assert.Contains(
            "The key that ends with 6789 can no longer be read. Enter it again.",
            (await ReadAsync(browser)).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_preferred_provider_and_the_agreements_are_set_here()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        await PostAsync(browser, "Provider", 302, ("Input.Provider", "Openai"));
        Assert.Equal("openai", (await user.GetAsync("/api/auth/me")).Text("ai_provider"));
        await PostAsync(browser, "Provider", 302, ("Input.Provider", ""));
        Assert.Null((await user.GetAsync("/api/auth/me")).Text("ai_provider"));

        await PostAsync(browser, "Agree&provider=Gemini", 302);
        Assert.True((await shared.App.StandingAsync(user)).Agreed);
        Assert.Contains("You agreed to send data to Gemini", (await ReadAsync(browser)).Body!.TextContent, StringComparison.Ordinal);
        await PostAsync(browser, "Withdraw&provider=Gemini", 302);
        Assert.False((await shared.App.StandingAsync(user)).Agreed);
    }

    private static async Task<IHtmlDocument> PostAsync(TestBrowser browser, string handler, int status, params (string, string)[] fields)
    {
        using var answer = await browser.PostAsync(
            $"{Page}?handler={handler}",
            fields.ToDictionary(field => field.Item1, field => field.Item2, StringComparer.Ordinal),
            formOn: Page
        );
        Assert.Equal(status, (int)answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<IHtmlDocument> ReadAsync(TestBrowser browser) =>
        new HtmlParser().ParseDocument(await browser.Client.GetStringAsync(Page));
}
