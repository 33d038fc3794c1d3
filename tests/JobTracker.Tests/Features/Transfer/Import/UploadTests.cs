using System.Text;
using JobTracker.Features.Upkeep;
using JobTracker.Testing;
using JobTracker.Tests.Features.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Transfer.Import;

/// <summary>The file that is kept between its upload and its import.</summary>
public sealed class UploadTests(SharedApp shared)
{
    private const string Page = "/settings/import";

    [Fact]
    public async Task A_new_file_takes_the_place_of_the_one_before()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var first = await UploadAsync(browser, EarlierSystems.SessionCsv);
        var second = await UploadAsync(browser, EarlierSystems.SaasCsv);
        Assert.Equal((404, 200), (await StatusAsync(browser, first), await StatusAsync(browser, second)));
        Assert.Equal(1, await shared.App.ReadAsync(db => db.Imports.CountAsync(row => row.UserId == user.Id)));
    }

    [Fact]
    public async Task A_large_file_comes_back_byte_by_byte()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var lines = string.Concat(Enumerable.Range(1, 60_000).Select(at => $"Company {at},Brest,Stage {at},,2026-02-11\n"));
        var address = await UploadAsync(browser, "company,city,mission,link,date\n" + lines);
        var shown = await browser.Client.GetStringAsync(address);
        Assert.Contains("60000", shown, StringComparison.Ordinal);
        Assert.True(await shared.App.ReadAsync(db => db.ImportPieces.CountAsync(row => row.UserId == user.Id)) > 1);
    }

    [Fact]
    public async Task After_an_hour_it_is_forgotten()
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var user = await app.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(app, user);
        var address = await UploadAsync(browser, EarlierSystems.SessionCsv);
        app.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(404, await StatusAsync(browser, address));
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<CleanUp>().RunAsync(CancellationToken.None);
        Assert.Equal((0, 0), (await app.ReadAsync(db => db.Imports.CountAsync()), await app.ReadAsync(db => db.ImportPieces.CountAsync())));
    }

    [Fact]
    public async Task What_a_dead_process_was_importing_says_so_and_can_be_begun_again()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var address = await UploadAsync(browser, EarlierSystems.SessionCsv);
        await shared.App.ExecuteAsync(
            $"update imports set state = 'running', lease_until = {shared.App.Clock.GetUtcNow().AddMinutes(-1)} where user_id = {user.Id}"
        );
        Assert.Contains("broken off", await browser.Client.GetStringAsync(address), StringComparison.Ordinal);
        using var begun = await browser.PostAsync(address, new Dictionary<string, string>(StringComparer.Ordinal), address);
        Assert.Equal(302, (int)begun.StatusCode);
        while ((await user.ItemsAsync("/api/applications")).Count < 3)
            await Task.Yield();
        Assert.Equal(3, (await user.ItemsAsync("/api/applications")).Count);
    }

    private static async Task<string> UploadAsync(TestBrowser browser, string text)
    {
        using var form = Samples.Form("file.csv", Encoding.UTF8.GetBytes(text), "Input.File");
        using var answer = await browser.UploadAsync(Page, form);
        Assert.Equal(302, (int)answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<int> StatusAsync(TestBrowser browser, string address)
    {
        using var answer = await browser.Client.GetAsync(address);
        return (int)answer.StatusCode;
    }
}
