namespace JobTracker.BrowserTests.Screens;

/// <summary>The steps to the screens of the calendar's address.</summary>
internal static class CalendarScreens
{
    private const string Path = "/settings/calendar";

    public static async Task AddressAsync(Stage stage)
    {
        await stage.Page.GotoAsync(Path);
        await stage.ClickAsync("Create an address");
        await Stage.ShownAsync(stage.Page.Locator("#address"));
    }

    public static async Task SharedAsync(Stage stage)
    {
        await AddressAsync(stage);
        await stage.Page.GotoAsync(Path);
    }

    public static async Task AskAsync(Stage stage)
    {
        await SharedAsync(stage);
        await stage.ClickAsync("Remove the address");
    }
}
