using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using JobTracker.Kernel;
using JobTracker.Testing;
using JobTracker.Tests.Features.Applications;

namespace JobTracker.Tests.Features.Statistics;

public sealed class AnalyticsPageTests(SharedApp shared)
{
    private DateOnly Day => shared.App.Clock.Today(Calendar.DefaultZone);

    [Fact]
    public async Task A_period_in_the_address_decides_what_counts_and_is_marked()
    {
        using var user = await shared.App.RegisterAsync();
        foreach (var age in new[] { 3, 50, 400 })
            await SendAsync(user, age);
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        foreach (
            var (query, sent, marked) in new[] { ("", "2", "90 days"), ("?period=30d", "1", "30 days"), ("?period=all", "3", "All time") }
        )
        {
            var page = await ReadAsync(browser, query);
            Assert.Equal(sent, page.QuerySelector(".number-value")!.TextContent);
            Assert.Equal(marked, Assert.Single(page.QuerySelectorAll(".period [aria-current]")).TextContent.Trim());
        }
        var days = await ReadAsync(browser, $"?from={Facts.Day(Day.AddDays(-410))}&to={Facts.Day(Day.AddDays(-40))}");
        Assert.Equal("2", days.QuerySelector(".number-value")!.TextContent);
        Assert.Equal("Other period", Assert.Single(days.QuerySelectorAll(".period [aria-current]")).TextContent.Trim());
    }

    [Fact]
    public async Task A_number_says_of_how_many_it_is_and_how_it_stood_before()
    {
        using var user = await shared.App.RegisterAsync();
        await SendAsync(user, 3, "screening");
        await SendAsync(user, 5);
        await SendAsync(user, 40);
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var numbers = (await ReadAsync(browser, "?period=30d")).QuerySelectorAll(".numbers > div").Select(Words).ToList();
        Assert.Contains("2 2 in the last 30 days", numbers[0], StringComparison.Ordinal);
        Assert.Contains("1 more than before (1)", numbers[0], StringComparison.Ordinal);
        Assert.Contains("50% 1 of 2 Small sample", numbers[1], StringComparison.Ordinal);
        Assert.Contains("50 points more than before (0% of 1)", numbers[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=2026-11-20&to=2026-11-01", "to", "2026-11-01")]
    [InlineData("from=9999-12-31", "from", "9999-12-31")]
    [InlineData("from=2026-13-45", "from", "2026-13-45")]
    [InlineData("to=yesterday", "to", "yesterday")]
    public async Task Days_that_make_no_period_are_told_at_their_field_and_stay(string query, string field, string typed)
    {
        using var user = await shared.App.RegisterAsync();
        await SendAsync(user, 3);
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        foreach (var handler in new[] { "", "handler=Excel&", "handler=Csv&chart=funnel&" })
        {
            using var answer = await browser.Client.GetAsync($"/analytics?{handler}{query}");
            Assert.Equal(400, (int)answer.StatusCode);
            var page = Parse(await answer.Content.ReadAsStringAsync());
            var input = page.QuerySelector($"input[name={field}]")!;
            Assert.Equal(("true", typed), (input.GetAttribute("aria-invalid"), input.GetAttribute("value")));
            Assert.NotEmpty(page.GetElementById(input.GetAttribute("aria-describedby")!)!.TextContent.Trim());
            Assert.Empty(page.QuerySelectorAll(".chart"));
        }
    }

    [Fact]
    public async Task A_period_that_does_not_exist_leads_to_the_usual_one()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var answer = await browser.Client.GetAsync("/analytics?period=decade");
        Assert.Equal((302, "/analytics"), ((int)answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task Every_chart_has_its_table_and_no_inline_style()
    {
        using var user = await shared.App.RegisterAsync();
        await SendAsync(user, 3, "interview");
        await SendAsync(user, 9);
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var page = await ReadAsync(browser, "?period=all");
        string[] charts = ["timeline", "funnel", "flow", "by-status", "by-channel", "activity", "time-to-answer", "by-type"];
        Assert.Equal(charts, page.QuerySelectorAll(".chart").Select(chart => chart.GetAttribute("data-chart")));
        Assert.All(page.QuerySelectorAll(".chart"), chart => Assert.NotEmpty(chart.QuerySelectorAll("tbody tr")));
        Assert.Empty(page.QuerySelectorAll("[style], style"));
        Assert.DoesNotContain("Kestrel", page.QuerySelector("script[type='application/json']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_are_written_in_the_reader_s_language()
    {
        using var user = await shared.App.RegisterAsync();
        await shared.App.ExecuteAsync($"update user_accounts set locale = 'fr' where user_id = {user.Id}");
        await SendAsync(user, 3, "interview");
        await SendAsync(user, 4);
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var page = await ReadAsync(browser, "?from=2026-08-01&to=2027-08-31");
        Assert.StartsWith(
            "Du 1 août 2026 au 31 août 2027, 2 candidatures",
            Words(page.QuerySelector(".page-head p")!),
            StringComparison.Ordinal
        );
        Assert.Equal("50\u202f%", page.QuerySelectorAll(".number-value")[1].TextContent);
    }

    [Fact]
    public async Task Somebody_new_is_told_what_will_be_here_and_an_empty_period_leads_to_all()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        Assert.NotNull((await ReadAsync(browser, "")).QuerySelector("a.btn[href='/applications/add']"));
        await SendAsync(user, 200);
        Assert.NotNull((await ReadAsync(browser, "?period=30d")).QuerySelector("main .panel a[href='/analytics?period=all']"));
    }

    private Task<JsonNode> SendAsync(TestUser user, int daysAgo, string status = "applied") =>
        user.AddAsync(Facts.Of(("status", status), ("applied_on", Facts.Day(Day.AddDays(-daysAgo))), ("responded_on", null)));

    private static async Task<IHtmlDocument> ReadAsync(TestBrowser browser, string query) =>
        Parse(await browser.Client.GetStringAsync($"/analytics{query}"));

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
