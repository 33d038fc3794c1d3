using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Screens;

/// <summary>Analytics of somebody with an application in every status.</summary>
internal static class AnalyticsScreens
{
    public static readonly Screen All = new(stage => OpenAsync(stage, "?period=all")) { IsFilled = true };
    public static readonly Screen Usual = new(stage => OpenAsync(stage, "")) { IsFilled = true };

    public static readonly Screen Tables = new(async stage =>
    {
        await OpenAsync(stage, "?period=all");
        foreach (var button in await stage.Page.Locator("[data-as-table]").AllAsync())
            await button.ClickAsync();
    })
    {
        IsFilled = true,
    };

    public static readonly Screen Menu = new(async stage =>
    {
        await OpenAsync(stage, "?period=all");
        await stage.Page.Locator("[data-chart=funnel] summary").ClickAsync();
    })
    {
        IsFilled = true,
    };

    public static readonly Screen Drafts = new(async stage =>
    {
        await stage.Person.AddAsync(new { company = "Éditions Garance", position = "Stage développement web" });
        await stage.Page.GotoAsync("/analytics?period=all");
    });

    public static readonly Screen Mistakes = new(
        async stage =>
        {
            await stage.Page.GotoAsync("/analytics?from=2026-12-24&to=2026-12-01");
            await Stage.ShownAsync(stage.Page.GetByRole(AriaRole.Alert));
        },
        400
    )
    {
        IsFilled = true,
    };

    private static async Task OpenAsync(Stage stage, string query)
    {
        await stage.Page.GotoAsync($"/analytics{query}");
        await Stage.ShownAsync(stage.Page.Locator("[data-chart=flow] svg path").First);
    }
}
