using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Screens;

/// <summary>Sets screens up in either language and looks at them.</summary>
public abstract class ScreenTest(Site site) : BrowserTest(site)
{
    private const int SmallestTarget = 24;

    private static readonly (string Name, int Width, int Height)[] Sizes =
    [
        ("desktop", 1440, 900),
        ("tablet", 768, 1024),
        ("phone", 390, 844),
        ("small", 320, 640),
    ];

    private static readonly string[] Wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    // The package's own way to run it opens a second page for every question, which takes longer than the question.
    private static readonly string AxeEngine = new BundledAxeScriptProvider().GetScript();

    // Environment variable: names of screens, by their beginnings, with commas between them, for somebody who works on those alone.
    private static readonly string[] Chosen = (Environment.GetEnvironmentVariable("SCREENS") ?? "").Split(',');

    public static IEnumerable<TheoryDataRow<string>> Screens() =>
        AllScreens
            .ByName.Keys.Where(name => Chosen.Any(begin => name.StartsWith(begin, StringComparison.Ordinal)))
            .Select(name => new TheoryDataRow<string>(name));

    /// <summary>The windows in which a screen is looked at.</summary>
    protected static IEnumerable<(string Name, int Width, int Height)> SizesOf(string screen) =>
        Sizes.Where(size => size.Width < 600 || !AllScreens.ByName[screen].IsForPhones);

    protected async Task<IPage> ShowAsync(string name, string language)
    {
        var screen = AllScreens.ByName[name];
        Expects(screen.Answers);
        var person = await RegisterAsync(
            language,
            screen.IsFilled
                ? screen.IsFull
                    ? 9
                    : 40
                : 5
        );
        var ids = new List<string>();
        if (screen.IsFilled)
        {
            foreach (var facts in TypicalApplications.Until(DateOnly.FromDateTime(App.Clock.GetUtcNow().UtcDateTime)))
                ids.Add((await person.AddAsync(facts))["id"]!.ToString());
        }
        var visit = new Visit { Language = language, Size = screen.IsForPhones ? (390, 844) : (1440, 900) };
        var page = screen.IsPublic ? await OpenAsync(visit) : await OpenAsync(person, visit);
        await screen.ShowAsync(
            new Stage(page, In(language), person)
            {
                App = App,
                Ids = ids,
                Now = App.Clock.GetUtcNow(),
            }
        );
        return page;
    }

    /// <summary>What axe finds wrong, one line for each place.</summary>
    protected static Task<string[]> AxeAsync(IPage page) => AxeAsync(page, new { tags = Wcag });

    /// <summary>The same about its colours alone.</summary>
    protected static Task<string[]> ContrastAsync(IPage page) => AxeAsync(page, new { rules = new[] { "color-contrast" } });

    private static async Task<string[]> AxeAsync(IPage page, object question)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(AxeEngine);
        return await page.EvaluateAsync<string[]>(Script.Axe, question);
    }

    /// <summary>What the layout does wrong at the present size, one line for each place.</summary>
    protected static Task<string[]> LayoutAsync(IPage page) => page.EvaluateAsync<string[]>(Script.Layout, SmallestTarget);

    /// <summary>The window in both themes.</summary>
    protected static async Task TakePicturesAsync(IPage page, string name, string language)
    {
        if (!Pictures.AreWanted)
            return;
        foreach (var theme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            await Pictures.TakeAsync(page, $"{name}-{theme}-{language}".ToLowerInvariant());
        }
    }
}
