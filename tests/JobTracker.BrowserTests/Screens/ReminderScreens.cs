using JobTracker.Features.Reminders;
using JobTracker.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Screens;

/// <summary>The steps to the screens of reminders.</summary>
internal static class ReminderScreens
{
    public static async Task ConfirmedAsync(Stage stage)
    {
        await stage.App.ExecuteAsync($"update users set email_confirmed = true where id = {stage.Person.Id}");
        await stage.Page.GotoAsync("/settings/reminders");
    }

    public static Task AskAsync(Stage stage) =>
        stage.Page.GotoAsync(stage.App.Services.GetRequiredService<StopLinks>().For(new UserId(stage.Person.Id)).PathAndQuery);

    public static async Task StopAsync(Stage stage)
    {
        await AskAsync(stage);
        await stage.ClickAsync("Stop the digest");
        await Stage.ShownAsync(stage.Page.GetByRole(AriaRole.Heading, new() { Name = stage.T["The digest is off"] }));
    }
}
