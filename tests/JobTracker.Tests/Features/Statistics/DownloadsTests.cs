using System.Text;
using JobTracker.Features.Statistics.Charts;
using JobTracker.Kernel;
using JobTracker.Testing;
using JobTracker.Tests.Features.Applications;

namespace JobTracker.Tests.Features.Statistics;

/// <summary>What the page of analytics gives to take away.</summary>
public sealed class DownloadsTests(SharedApp shared)
{
    [Fact]
    public async Task The_table_of_a_chart_comes_as_csv_named_after_its_period()
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync(Facts.Of(("status", "applied"), ("applied_on", "2026-03-02"), ("channel", "referral")));
        await user.AddAsync(Facts.Of(("status", "interview"), ("applied_on", "2026-03-04")));
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var answer = await browser.Client.GetAsync("/analytics?handler=Csv&chart=funnel&from=2026-03-01&to=2026-03-31");
        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("jobtracker-funnel-2026-03-01-2026-03-31.csv", answer.Content.Headers.ContentDisposition?.FileNameStar);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("Stage,Reached,Of those sent,Of the stage before", lines[0]);
        Assert.Equal("Sent,2,1,", lines[1]);
        Assert.Equal("Interview or beyond,1,0.5,1", lines[3]);
    }

    [Theory]
    [InlineData("timeline", "2026-03-01,1,1")]
    [InlineData("flow", "Applied,Interview,1")]
    [InlineData("by-status", "Interview,1,1")]
    [InlineData("by-channel", "Referral,1,1,1")]
    [InlineData("by-type", "Internship,1,1")]
    [InlineData("activity", "2026-03-02,Monday,1")]
    [InlineData("time-to-answer", "Median,7,")]
    public async Task Every_chart_has_its_file(string chart, string line)
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync(
            Facts.Of(
                ("status", "interview"),
                ("applied_on", "2026-03-02"),
                ("responded_on", "2026-03-09"),
                ("channel", "referral"),
                ("employment_type", "stage")
            )
        );
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        Assert.Contains(
            line,
            await browser.Client.GetStringAsync($"/analytics?handler=Csv&chart={chart}&period=all"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_chart_that_does_not_exist_is_not_found()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var answer = await browser.Client.GetAsync("/analytics?handler=Csv&chart=users");
        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_workbook_comes_with_the_cookie_alone()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var answer = await browser.Client.GetAsync("/analytics?handler=Excel&from=2026-03-01&to=2026-03-31");
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("jobtracker-statistics-2026-03-01-2026-03-31.xlsx", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("PK"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync())[..2]);
    }

    [Fact]
    public async Task Nobody_gets_anything_of_somebody_else_or_without_signing_in()
    {
        using var owner = await shared.App.RegisterAsync();
        await owner.AddAsync(Facts.Of(("status", "applied"), ("applied_on", "2026-03-02")));
        using var other = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, other);
        var csv = await browser.Client.GetStringAsync("/analytics?handler=Csv&chart=activity&period=all");
        Assert.Equal("Day,Weekday,Applications", csv.TrimStart('\uFEFF').Trim());
        using var stranger = shared.App.CreateClient();
        foreach (var handler in new[] { "", "?handler=Csv&chart=funnel", "?handler=Excel" })
        {
            using var answer = await stranger.GetAsync($"/analytics{handler}");
            Assert.Equal(302, (int)answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("-2", "'-2")]
    [InlineData("'quoted", "''quoted")]
    [InlineData("a \"b\", c", "\"a \"\"b\"\", c\"")]
    [InlineData("plain", "plain")]
    public void A_cell_never_runs_and_never_breaks_its_row(string cell, string written)
    {
        var file = CsvTable.Write(
            new ChartTable(
                [cell],
                [
                    [cell],
                ]
            )
        );
        Assert.Equal($"{written}\r\n{written}\r\n", Encoding.UTF8.GetString(file[3..]));
    }

    [Fact]
    public async Task Today_shows_four_numbers_and_twelve_weeks()
    {
        using var user = await shared.App.RegisterAsync();
        var today = shared.App.Clock.Today(Calendar.DefaultZone);
        await user.AddAsync(Facts.Of(("status", "rejected"), ("applied_on", Facts.Day(today))));
        await user.AddAsync(Facts.Of(("status", "applied"), ("applied_on", Facts.Day(today.AddDays(-60)))));
        await user.AddAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await browser.Client.GetStringAsync("/"));
        Assert.Equal(["3", "1", "50%", "0%"], page.QuerySelectorAll(".standing strong").Select(number => number.TextContent));
        Assert.Equal(12, page.QuerySelectorAll(".spark-bar").Length);
        Assert.EndsWith("from 0 to 2", page.QuerySelector(".spark svg")!.GetAttribute("aria-label"), StringComparison.Ordinal);
    }
}
