using System.Text;
using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class FilesTests(Site site) : BrowserTest(site)
{
    private static readonly FilePayload Cv = new()
    {
        Name = "Résumé 2026.pdf",
        MimeType = "application/pdf",
        Buffer = Encoding.ASCII.GetBytes("%PDF-1.7\nmy life"),
    };

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_document_is_kept_taken_out_again_and_deleted(string language, bool javaScript)
    {
        Expects(415);
        var t = In(language);
        var person = await RegisterAsync(language);
        var id = (await person.AddAsync())["id"];
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = javaScript });
        await page.GotoAsync($"/applications/{id}/files");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = t["Nothing kept yet"] })).ToBeVisibleAsync();

        var field = page.GetByLabel(t["File"], new() { Exact = true });
        var upload = page.GetByRole(AriaRole.Button, new() { Name = t["Upload"] });
        await field.SetInputFilesAsync(
            new FilePayload
            {
                Name = "photo.png",
                MimeType = "image/png",
                Buffer = Cv.Buffer,
            }
        );
        await upload.ClickAsync();
        await Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync(t["What is in the file is not {0}, whatever its name says.", "PNG"]);

        await field.SetInputFilesAsync(Cv);
        await upload.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(t["{0} is kept.", Cv.Name]);
        await Expect(page.GetByText(t["{0} of {1} MB used", 0, 25])).ToBeVisibleAsync();

        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = t["Download {0}", Cv.Name] }).ClickAsync()
        );
        Assert.Equal(Cv.Name, download.SuggestedFilename);
        Assert.Equal(Cv.Buffer, await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken));

        await page.GetByRole(AriaRole.Button, new() { Name = t["Delete {0}", Cv.Name] }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = t["Delete"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(t["The file was deleted."]);
        Assert.Empty(await person.ItemsAsync($"/api/applications/{id}/files"));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_told_before_it_is_sent()
    {
        var person = await RegisterAsync();
        var id = (await person.AddAsync())["id"];
        var page = await OpenAsync(person);
        await page.GotoAsync($"/applications/{id}/files");
        var field = page.GetByLabel("File", new() { Exact = true });
        await field.SetInputFilesAsync(
            new FilePayload
            {
                Name = "scan.pdf",
                MimeType = "application/pdf",
                Buffer = new byte[5 * 1024 * 1024 + 1],
            }
        );
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        Assert.Equal("The file is larger than 5 MB.", await field.EvaluateAsync<string>("input => input.validationMessage"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing kept yet" })).ToBeVisibleAsync();
    }
}
