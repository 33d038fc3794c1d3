using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Screens;

/// <summary>What a screen is set up with: an empty page of a visitor or of somebody signed in, in one language.</summary>
public sealed record Stage(IPage Page, Words T, TestUser Person)
{
    /// <summary>The applications of <see cref="TypicalApplications"/>, the newest last.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>For what no page and no route can set up.</summary>
    public required JobTrackerApp App { get; init; }

    /// <summary>By the app's clock.</summary>
    public DateTimeOffset Now { get; init; }

    public ILocator Button(string english, params object[] values) =>
        Page.GetByRole(AriaRole.Button, new() { Name = T[english, values], Exact = true });

    public Task ClickAsync(string english, params object[] values) => Button(english, values).ClickAsync();

    public Task FillAsync(string english, string text) => Page.GetByLabel(T[english]).FillAsync(text);

    public Task OpenMenuAsync(string english) =>
        Page.GetByRole(AriaRole.Main).Locator("summary").Filter(new() { HasText = T[english] }).ClickAsync();

    public static Task ShownAsync(ILocator locator) => Assertions.Expect(locator).ToBeVisibleAsync();

    /// <summary>Sees to it that a notice has come and has the focus.</summary>
    public Task AlertedAsync() => Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
}
