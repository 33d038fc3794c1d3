using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Screens;

/// <summary>The steps to the screens of questions and mock interviews.</summary>
internal static class MockScreens
{
    private const string Answer =
        "In my second year I worked on a map viewer with two classmates. It was slow, so I replaced the linear scan with a bulk-loaded R-tree over a weekend.";

    public static Task SetUpAsync(Stage stage) => stage.Page.GotoAsync($"/coach/mock/new?application={stage.Ids[^1]}");

    public static async Task RefusedAsync(Stage stage)
    {
        await SetUpAsync(stage);
        await stage.ClickAsync("Start");
        await stage.AlertedAsync();
    }

    public static async Task AskedAsync(Stage stage)
    {
        await SetUpAsync(stage);
        await stage.Page.Locator("#agree").CheckAsync();
        await stage.ClickAsync("Start");
        await Stage.ShownAsync(stage.Page.Locator("textarea"));
    }

    public static async Task EmptyAnswerAsync(Stage stage)
    {
        await AskedAsync(stage);
        await stage.ClickAsync("Send the answer");
        await stage.AlertedAsync();
    }

    public static async Task JudgedAsync(Stage stage)
    {
        await AskedAsync(stage);
        await stage.Page.Locator("textarea").FillAsync(Answer);
        await stage.ClickAsync("Send the answer");
        await Stage.ShownAsync(stage.Page.Locator("mark"));
    }

    public static async Task ReportedAsync(Stage stage)
    {
        await JudgedAsync(stage);
        await stage.ClickAsync("Answer the follow-up");
        await stage.Page.Locator("textarea").FillAsync(Answer);
        await stage.ClickAsync("Send the answer");
        await Stage.ShownAsync(stage.Page.Locator("mark"));
        await stage.ClickAsync("End and see report");
        await Stage.ShownAsync(stage.Page.Locator(".score-table"));
    }

    public static async Task ReplayedAsync(Stage stage)
    {
        await ReportedAsync(stage);
        await stage.Page.GetByRole(AriaRole.Link, new() { Name = stage.T["From the beginning"] }).ClickAsync();
        await Stage.ShownAsync(stage.Page.Locator("a[rel=next]"));
    }

    public static async Task ListedAsync(Stage stage)
    {
        await ReportedAsync(stage);
        await stage.ClickAsync("Again with the same questions");
        await stage.Page.Locator("textarea").FillAsync(Answer);
        await stage.ClickAsync("Send the answer");
        await Stage.ShownAsync(stage.Page.Locator("mark"));
        await stage.ClickAsync("End and see report");
        await stage.Page.GotoAsync("/coach/mock");
        await Stage.ShownAsync(stage.Page.Locator(".score-chart"));
    }

    public static Task NoQuestionsAsync(Stage stage) => stage.Page.GotoAsync($"/applications/{stage.Ids[^1]}/questions");

    public static async Task QuestionsAsync(Stage stage)
    {
        await NoQuestionsAsync(stage);
        await stage.Page.Locator("[name=agree]").CheckAsync();
        await stage.ClickAsync("Propose questions");
        await Stage.ShownAsync(stage.Page.Locator(".question-lines").First);
        await stage.Page.Locator(".question-edit > summary").First.ClickAsync();
    }
}
