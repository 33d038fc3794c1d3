using System.Text;
using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class ImportTests(Site site) : BrowserTest(site)
{
    private const string Unknown =
        "Firma;Wo;Stelle;Wann\nGrünwerk;Köln;Praktikum;28.04.2026\nBlaulicht;Bonn;Arbeit;03.04.2026\nDritte;Essen;;03.04.2026\n";

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task What_was_exported_here_is_looked_at_and_taken_over_elsewhere(string language, bool javaScript)
    {
        var t = In(language);
        var owner = await RegisterAsync(language);
        await owner.AddAsync(new { company = "Kestrel Maps", position = "Engineer" });
        var file = await owner.Client.GetByteArrayAsync("/api/export/json");
        var person = await RegisterAsync(language);
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = javaScript });
        await UploadAsync(page, t, "export.json", file);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = t["An export of this site, as JSON"] })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "Kestrel Maps" })).ToBeVisibleAsync();
        Assert.Empty(await person.ItemsAsync("/api/applications"));

        await page.GetByRole(AriaRole.Button, new() { Name = t["Import"], Exact = true }).ClickAsync();
        await DoneAsync(page, t);
        Assert.Equal(["Kestrel Maps"], (await person.ItemsAsync("/api/applications")).Select(row => row["company"]!.ToString()));
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task The_columns_of_an_unknown_table_are_given_a_meaning_and_rows_with_errors_left_out(string language, bool javaScript)
    {
        Expects(400);
        var t = In(language);
        var person = await RegisterAsync(language);
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = javaScript });
        await UploadAsync(page, t, "tabelle.csv", Encoding.UTF8.GetBytes(Unknown));
        await Expect(page.GetByText(t["Say at least which column is the company and which is the position."])).ToBeVisibleAsync();
        foreach (
            var (field, column) in ((string, string)[])
                [("Company", "Firma"), ("Position", "Stelle"), ("Location", "Wo"), ("Applied on", "Wann")]
        )
        {
            await page.Locator("#mapping").GetByLabel(t[field]).First.SelectOptionAsync(column);
            if (javaScript)
                await page.WaitForURLAsync($"**=*{Uri.EscapeDataString(column)}*");
        }
        if (!javaScript)
            await page.GetByRole(AriaRole.Button, new() { Name = t["Show it like this"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "Grünwerk" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = t["Import"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync(t["Say that the rows with errors shall be left out, or correct them in the file."]);
        await page.GetByLabel(t["Leave out the rows with errors"]).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = t["Import"], Exact = true }).ClickAsync();
        await DoneAsync(page, t);
        var rows = await person.ItemsAsync("/api/applications?sort=company&order=asc");
        Assert.Equal(
            [("Blaulicht", "Bonn", "2026-04-03"), ("Grünwerk", "Köln", "2026-04-28")],
            rows.Select(row => (row["company"]!.ToString(), row["location"]!.ToString(), row["applied_on"]!.ToString()))
        );
    }

    [Fact]
    public async Task A_file_that_is_cancelled_leaves_nothing()
    {
        var t = In("en");
        var person = await RegisterAsync("en");
        var page = await OpenAsync(person, new Visit { Language = "en" });
        await UploadAsync(page, t, "session.csv", Encoding.UTF8.GetBytes("company,city,mission,link,date\nA,B,C,,2026-02-11\n"));
        var address = page.Url;
        await page.GetByRole(AriaRole.Button, new() { Name = t["Cancel"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(t["The file is forgotten, and nothing was added."]);
        Assert.Empty(await person.ItemsAsync("/api/applications"));
        Expects(404);
        Assert.Equal(404, (await page.GotoAsync(address))!.Status);
    }

    private static async Task UploadAsync(IPage page, Words t, string name, byte[] bytes)
    {
        await page.GotoAsync("/settings/data");
        await page.GetByRole(AriaRole.Link, new() { Name = t["Import a file"] }).ClickAsync();
        await page.GetByLabel(t["File"], new() { Exact = true })
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "application/octet-stream",
                    Buffer = bytes,
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = t["Upload and look"] }).ClickAsync();
    }

    /// <summary>Without scripts the person looks again.</summary>
    private static async Task DoneAsync(IPage page, Words t)
    {
        var done = page.GetByRole(AriaRole.Heading, new() { Name = t["The file is imported"] });
        var again = page.GetByRole(AriaRole.Link, new() { Name = t["Look again"] });
        for (var look = 0; look < 50 && await again.IsVisibleAsync(); look++)
            await page.ReloadAsync();
        await Expect(done).ToBeVisibleAsync();
    }
}
