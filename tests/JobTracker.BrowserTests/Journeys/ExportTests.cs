using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class ExportTests(Site site) : BrowserTest(site)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task Everything_is_taken_away_in_each_format(string language, bool javaScript)
    {
        var t = In(language);
        var person = await RegisterAsync(language);
        await person.AddAsync(new { company = "Éclair & Fils", position = "Stage" });
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = javaScript });
        await page.GotoAsync("/settings");
        await page.GetByRole(AriaRole.Link, new() { Name = t["Import and export"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = t["Take everything with you"] })).ToBeVisibleAsync();

        var (name, json) = await DownloadAsync(page, t["Download as JSON"]);
        Assert.Matches(@"^jobtracker-20\d\d-\d\d-\d\d\.json$", name);
        Assert.Equal("Éclair & Fils", JsonNode.Parse(json)!["applications"]![0]!.Text("company"));

        (name, var csv) = await DownloadAsync(page, t["Download as CSV"]);
        Assert.EndsWith(".csv", name, StringComparison.Ordinal);
        Assert.Contains("Éclair & Fils", Encoding.UTF8.GetString(csv), StringComparison.Ordinal);

        (name, var xlsx) = await DownloadAsync(page, t["Download as Excel"]);
        Assert.EndsWith(".xlsx", name, StringComparison.Ordinal);
        using var workbook = new ZipArchive(new MemoryStream(xlsx));
        Assert.NotNull(workbook.GetEntry("xl/workbook.xml"));

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = t["Import a file"] })).ToHaveAttributeAsync("href", "/settings/import");
    }

    [Theory]
    [InlineData("en", false)]
    [InlineData("fr", true)]
    public async Task Before_an_account_goes_everything_in_it_can_be_saved(string language, bool javaScript)
    {
        var t = In(language);
        var person = await RegisterAsync(language);
        await person.AddAsync();
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = javaScript });
        await page.GotoAsync("/settings/delete");
        var (_, json) = await DownloadAsync(page, t["Download everything"]);
        Assert.Equal(person.Email, JsonNode.Parse(json)!["profile"]!.Text("email"));
        Assert.EndsWith("/settings/delete", page.Url, StringComparison.Ordinal);
    }

    private static async Task<(string Name, byte[] Bytes)> DownloadAsync(IPage page, string button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        return (download.SuggestedFilename, bytes);
    }
}
