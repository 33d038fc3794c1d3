using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Screens;

/// <summary>The steps to the screens of the coach.</summary>
internal static class CoachScreens
{
    public static Task ConsentAsync(Stage stage) => stage.Page.GotoAsync($"/applications/{stage.Ids[^1]}/coach");

    public static async Task NewAsync(Stage stage)
    {
        await ConsentAsync(stage);
        await stage.ClickAsync("I agree");
        await Stage.ShownAsync(stage.Page.GetByRole(AriaRole.Textbox, new() { Name = stage.T["Message"] }));
    }

    public static async Task ListAsync(Stage stage)
    {
        await TalkAsync(stage);
        await stage.Page.GotoAsync("/coach");
    }

    public static async Task ChatAsync(Stage stage) => await stage.Page.GotoAsync($"/coach/{await TalkAsync(stage)}");

    public static async Task ContextAsync(Stage stage)
    {
        await ChatAsync(stage);
        await stage.ClickAsync("What the coach sees");
        await Stage.ShownAsync(stage.Page.Locator("#sees"));
    }

    public static async Task VersionsAsync(Stage stage)
    {
        await NewAsync(stage);
        await stage.Page.GotoAsync($"/coach/{await TalkAsync(stage)}");
        await stage.Page.Locator("[data-again] button").Last.ClickAsync();
        await Stage.ShownAsync(stage.Page.Locator(".versions"));
    }

    /// <summary>A conversation of two questions, its id.</summary>
    private static async Task<string> TalkAsync(Stage stage)
    {
        using var begun = await stage.Person.SendAsync(HttpMethod.Post, "/api/coach/conversations", new { application_id = stage.Ids[^1] });
        var id = (await begun.ReadAsync(201))["id"]!.ToString();
        string[] questions =
        [
            "Give me the three topics they are most likely to start with.",
            "Ils vont me demander pourquoi ce poste.\nQue dire, sans répéter la lettre de motivation ?",
        ];
        foreach (var text in questions)
        {
            using var sent = await stage.Person.SendAsync(
                HttpMethod.Post,
                $"/api/coach/conversations/{id}/messages",
                new { text, client_message_id = Guid.CreateVersion7() }
            );
            var reply = (await sent.ReadAsync(202))["reply_id"];
            await stage.Person.Client.GetStringAsync($"/api/coach/conversations/{id}/replies/{reply}/stream");
        }
        return id;
    }
}
