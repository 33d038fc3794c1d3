using System.Text.RegularExpressions;
using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class AnalyticsTests(Site site) : BrowserTest(site)
{
    private static readonly string[] Charts =
    [
        "timeline",
        "funnel",
        "flow",
        "by-status",
        "by-channel",
        "activity",
        "time-to-answer",
        "by-type",
    ];

    [Fact]
    public async Task The_period_is_changed_every_table_opened_and_pictures_saved()
    {
        var person = await RegisterAsync(places: 10);
        await FillAsync(person);
        var page = await OpenAsync(person);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Analytics" }).First.ClickAsync();
        var numbers = page.Locator(".number-value");
        await Expect(numbers.First).ToHaveTextAsync("2");

        await page.GetByRole(AriaRole.Link, new() { Name = "All time" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/analytics?period=all");
        await Expect(numbers.First).ToHaveTextAsync("3");
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "How applications moved. A flow diagram" })).ToBeVisibleAsync();
        await page.GetByText("Other period").ClickAsync();
        await page.GetByLabel("First day").FillAsync(Day(40));
        await page.GetByLabel("Last day").FillAsync(Day(0));
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"/analytics?from={Day(40)}&to={Day(0)}");
        await Expect(numbers.First).ToHaveTextAsync("2");

        foreach (var key in Charts)
        {
            var panel = page.Locator($"[data-chart={key}]");
            var table = panel.GetByRole(AriaRole.Table);
            await Expect(table).ToBeHiddenAsync();
            await panel.GetByRole(AriaRole.Button, new() { Name = "as a table" }).ClickAsync();
            await Expect(table).ToBeVisibleAsync();
            await Expect(panel.Locator(".chart-drawing")).ToBeHiddenAsync();
            await panel.GetByRole(AriaRole.Button, new() { Name = "as a table" }).ClickAsync();
            await Expect(table).ToBeHiddenAsync();
            foreach (var (format, start) in new[] { ("png", "\u0089PNG"), ("svg", "<svg") })
            {
                await panel.Locator("summary").ClickAsync();
                var download = await page.RunAndWaitForDownloadAsync(() => panel.Locator($"[data-picture={format}]").ClickAsync());
                Assert.Equal($"jobtracker-{key}-{Day(40)}-{Day(0)}.{format}", download.SuggestedFilename);
                var bytes = await File.ReadAllBytesAsync(await download.PathAsync());
                Assert.StartsWith(start, string.Concat(bytes.Take(4).Select(one => (char)one)), StringComparison.Ordinal);
                Assert.True(bytes.Length > 2000);
            }
        }
    }

    [Fact]
    public async Task Drawings_take_the_colours_of_the_theme_at_once_and_the_width_of_the_window()
    {
        var person = await RegisterAsync(places: 10);
        await FillAsync(person);
        var page = await OpenAsync(person);
        await page.GotoAsync("/analytics?period=all");
        var drawing = page.Locator("[data-chart=timeline] svg[width]");
        ILocator Bars(string color) => page.Locator($"[data-chart=timeline] path[fill='{color}']");
        await Expect(Bars("#389188").First).ToBeVisibleAsync();

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Expect(Bars("#389188")).ToHaveCountAsync(0);
        await Expect(Bars("#4da398").First).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(320, 640);
        await Expect(drawing).ToHaveAttributeAsync("width", new Regex("^2[0-9][0-9]$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData("en", "All time", "Excel")]
    [InlineData("fr", "Tout", "Excel")]
    public async Task Without_scripts_every_table_is_there_and_files_are_offered(string language, string all, string workbook)
    {
        var person = await RegisterAsync(language, places: 10);
        await FillAsync(person);
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = false });
        await page.GotoAsync("/analytics");
        await page.GetByRole(AriaRole.Link, new() { Name = all, Exact = true }).ClickAsync();
        foreach (var key in Charts)
        {
            await Expect(page.Locator($"[data-chart={key}]").GetByRole(AriaRole.Table)).ToBeVisibleAsync();
            var csv = await page.RunAndWaitForDownloadAsync(() => page.Locator($"[data-chart={key}] a[href*=Csv]").ClickAsync());
            Assert.Equal($"jobtracker-{key}.csv", csv.SuggestedFilename);
        }
        await Expect(page.Locator(".chart-canvas").First).ToBeHiddenAsync();
        var excel = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = workbook }).ClickAsync());
        Assert.Equal("jobtracker-statistics.xlsx", excel.SuggestedFilename);
    }

    private string Day(int ago) => DateOnly.FromDateTime(App.Clock.GetUtcNow().UtcDateTime).AddDays(-ago).ToString("O", null);

    private async Task FillAsync(TestUser person)
    {
        foreach (var (status, ago) in new[] { ("interview", 12), ("applied", 30), ("rejected", 300) })
            await person.AddAsync(
                new
                {
                    company = "Kestrel Maps",
                    position = "Engineer",
                    status,
                    applied_on = Day(ago),
                    responded_on = status == "applied" ? null : Day(ago - 6),
                    channel = "referral",
                    employment_type = "cdi",
                }
            );
    }
}
