using System.Text.Json;
using JobTracker.BrowserTests.Screens;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Attacks;

/// <summary>What this site's own scripts put into pages.</summary>
public sealed class ScriptedTests(Site site, HostileSite hostile) : AttackTest(site, hostile)
{
    [Fact]
    public async Task The_palette_lists_hostile_names()
    {
        var page = await OpenAsync(await Hostile.Account);
        await page.GotoAsync("/applications");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("<img src=x onerror");
        await Expect(page.Locator("dialog [data-chosen]")).ToContainTextAsync(Corpus.Mark);
        await NothingIsPlantedAsync(page);
    }

    [Fact]
    public async Task A_message_names_what_was_done_in_hostile_words()
    {
        var page = await OpenAsync(await Hostile.Account);
        await page.GotoAsync("/deliverables");
        await page.GetByRole(AriaRole.Checkbox).First.ClickAsync();
        await Expect(page.Locator("#toasts")).ToContainTextAsync(Corpus.Mark);
        await NothingIsPlantedAsync(page);
    }

    [Fact]
    public async Task A_preview_of_hostile_Markdown_is_words_and_safe_links()
    {
        var page = await OpenAsync(await Hostile.Account);
        await page.GotoAsync("/writing/add");
        await page.Locator("textarea[data-markdown]").First.FillAsync(Corpus.Text());
        await Expect(page.Locator(".editor-preview").First).ToContainTextAsync(Corpus.Mark);
        await NothingIsPlantedAsync(page);
    }

    [Fact]
    public async Task A_hostile_posting_fills_the_form_with_words()
    {
        var posting = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["@type"] = "JobPosting",
            ["title"] = Corpus.Line(),
            ["description"] = Corpus.Text(),
            ["hiringOrganization"] = new { name = Corpus.Line(turn: 1) },
            ["url"] = "javascript:boom(0)",
        };
        var page = await OpenAsync(await Hostile.Account);
        await page.GotoAsync("/applications/add");
        await page.GetByText("Paste the posting").ClickAsync();
        await page.Locator("#Pasted")
            .FillAsync($"<script type=\"application/ld+json\">{JsonSerializer.Serialize(posting)}</script>{Corpus.Text()}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Fill in the form", Exact = true }).ClickAsync();
        await Expect(page.Locator("#filled")).ToBeVisibleAsync();
        Assert.True(
            await page.EvaluateAsync<bool>(
                "mark => [...document.querySelectorAll('[name^=\"Input.\"]')].some(field => field.value.includes(mark))",
                Corpus.Mark
            )
        );
        Assert.DoesNotContain("javascript", await page.Locator("#Input_Link").InputValueAsync(), StringComparison.Ordinal);
        await NothingIsPlantedAsync(page);
    }

    [Fact]
    public async Task A_file_is_looked_at_and_told_of_in_hostile_words()
    {
        var account = await Hostile.CreateAccountAsync();
        var page = await OpenAsync(account);
        foreach (var state in new[] { "waiting", "failed", "done" })
        {
            var upload = await HostileUpload.KeepAsync(App, account.User, HostileUpload.UnknownColumns);
            await App.ExecuteAsync($"update imports set state = {state} where user_id = {account.User.Id}");
            await page.GotoAsync($"/settings/import/{upload}");
            Assert.Contains(Corpus.Mark, await page.Locator("main").InnerHTMLAsync(), StringComparison.Ordinal);
            await NothingIsPlantedAsync(page);
        }
    }
}
