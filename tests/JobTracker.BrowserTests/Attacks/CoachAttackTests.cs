using JobTracker.BrowserTests.Screens;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Attacks;

/// <summary>A model that was talked into attacking who asks it.</summary>
public sealed class CoachAttackTests(Site site, HostileSite hostile) : AttackTest(site, hostile)
{
    private const int Answers = 8;

    [Fact]
    public async Task A_hostile_answer_stays_words_while_it_comes_and_when_it_is_there()
    {
        var account = await AccountAsync();
        var page = await OpenAsync(account);
        await page.GotoAsync($"/coach/{account.Ids["conversation"]}");
        Hostile.Gemini.Next(HostileModel.Prose(Corpus.Text(4_000)));
        var box = page.GetByRole(AriaRole.Textbox, new() { Name = "Message" });
        await box.FillAsync(Corpus.Text(2_000));
        await box.PressAsync("Enter");
        await Expect(page.Locator("[data-live]")).ToContainTextAsync(Corpus.Mark);
        await NothingIsPlantedAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "What the coach sees" }).ClickAsync();
        await Expect(page.Locator("#sees")).ToContainTextAsync(Corpus.Mark);
        await NothingIsPlantedAsync(page);
    }

    [Fact]
    public async Task Hostile_questions_feedback_and_reports_stay_words()
    {
        var account = await AccountAsync();
        // Nothing was agreed to and nothing proposed before.
        await App.ExecuteAsync($"update user_accounts set gemini_agreed_at = null where user_id = {account.User.Id}");
        await App.ExecuteAsync($"delete from coach_questions where user_id = {account.User.Id}");
        var page = await OpenAsync(account);
        var stage = new Stage(page, In("en"), account.User) { App = App, Ids = [account.Ids["application"]] };
        Hostile.Gemini.Next([.. Enumerable.Repeat(HostileModel.Structured("In my second year"), Answers)]);
        await MockScreens.ReportedAsync(stage);
        await NothingIsPlantedAsync(page);
        Assert.Contains(Corpus.Mark, await page.Locator("main").InnerHTMLAsync(), StringComparison.Ordinal);

        await page.GotoAsync($"/applications/{account.Ids["application"]}/questions");
        await page.GetByRole(AriaRole.Button, new() { Name = "Propose questions" }).ClickAsync();
        await Expect(page.Locator(".question-lines").First).ToContainTextAsync(Corpus.Mark);
        await NothingIsPlantedAsync(page);
    }

    /// <summary>Without keys of their own, which nobody can open: the operator's answers.</summary>
    private async Task<HostileAccount> AccountAsync()
    {
        var account = await Hostile.CreateAccountAsync();
        await App.ExecuteAsync(
            $"update user_accounts set ai_provider = 'gemini', google_ai_key = null, google_ai_key_last4 = null, openai_key = null, openai_key_last4 = null where user_id = {account.User.Id}"
        );
        return account;
    }
}
