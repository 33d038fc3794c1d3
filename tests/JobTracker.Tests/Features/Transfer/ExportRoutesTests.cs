using System.Net.Http.Json;
using JobTracker.Features.Accounts.Events;
using JobTracker.Testing;
using JobTracker.Tests.Features.Applications;
using JobTracker.Tests.Features.Files;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.Transfer;

/// <summary>Who gets an export, under which name, and what is written down about it.</summary>
public sealed class ExportRoutesTests(SharedApp shared)
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Theory]
    [InlineData(Exports.Json, "json")]
    [InlineData(Exports.Csv, "csv")]
    [InlineData(Exports.Excel, "xlsx")]
    public async Task It_is_named_after_the_day_where_the_person_lives_and_kept_by_nobody(string path, string extension)
    {
        foreach (var zone in new[] { "Pacific/Kiritimati", "Pacific/Niue" })
        {
            using var user = await shared.App.RegisterAsync();
            using var moved = await user.SendAsync(HttpMethod.Put, "/api/auth/update-profile", new { time_zone = zone, locale = "en" });
            await moved.ReadAsync(200);
            using var answer = await user.Client.GetAsync(path);
            var today = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(shared.App.Clock.GetUtcNow(), zone);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
            Assert.Equal($"jobtracker-{today:yyyy-MM-dd}.{extension}", answer.Content.Headers.ContentDisposition?.FileNameStar);
            Assert.True(answer.Headers.CacheControl?.NoStore);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Theory]
    [InlineData(Exports.Json)]
    [InlineData(Exports.Csv)]
    [InlineData(Exports.Excel)]
    public async Task A_sign_in_that_ended_on_another_process_gets_nothing_at_once(string path)
    {
        await using var second = shared.App.StartAnother();
        using var user = await shared.App.RegisterAsync();
        using var there = user.On(second);
        using var before = await there.GetAsync(path);
        Assert.Equal(200, (int)before.StatusCode);
        using var ended = await user.SendAsync(HttpMethod.Post, "/api/auth/logout");
        await ended.ReadAsync(204);
        using var after = await there.GetAsync(path);
        await after.ProblemAsync(401, "unauthenticated");
        using var stranger = shared.App.CreateClient();
        using var nobody = await stranger.GetAsync(path);
        await nobody.ProblemAsync(401, "unauthenticated");
    }

    [Fact]
    public async Task Every_export_stands_in_the_log_of_the_account()
    {
        using var user = await shared.App.RegisterAsync();
        user.Client.DefaultRequestHeaders.UserAgent.ParseAdd("curl/8.5");
        foreach (var path in new[] { Exports.Json, Exports.Csv, Exports.Excel })
            await user.Client.GetByteArrayAsync(path);
        var events = await shared.App.ReadAsync(db => db.SecurityEvents.Where(row => row.UserId == user.Id).ToListAsync());
        Assert.Equal(
            ["curl", "curl", "curl"],
            events.Where(happened => happened.Kind == SecurityEventKind.DataExported).Select(happened => happened.Device)
        );
    }

    [Fact]
    public async Task The_page_says_what_there_is_and_gives_each_file_to_a_form()
    {
        using var user = await shared.App.RegisterAsync();
        var application = (await user.AddAsync(Facts.Full())).Text("id");
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        Assert.Contains("Download as JSON", await browser.Client.GetStringAsync("/settings/data"), StringComparison.Ordinal);
        await user.KeepAsync(application, "cv.pdf", Samples.Pdf);
        Assert.Contains("Download as ZIP", await browser.Client.GetStringAsync("/settings/data"), StringComparison.Ordinal);
        foreach (var (handler, extension) in new[] { ("Json", "zip"), ("Csv", "csv"), ("Excel", "xlsx") })
        {
            using var answer = await browser.PostAsync($"/settings/data?handler={handler}", Nothing, "/settings/data");
            Assert.Equal(200, (int)answer.StatusCode);
            Assert.EndsWith($".{extension}", answer.Content.Headers.ContentDisposition?.FileNameStar, StringComparison.Ordinal);
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task A_link_from_elsewhere_exports_nothing()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var followed = await browser.Client.GetAsync("/settings/data?handler=Json");
        Assert.Null(followed.Content.Headers.ContentDisposition);
        using var forged = await browser.Client.PostAsync("/settings/data?handler=Json", new FormUrlEncodedContent(Nothing));
        Assert.Equal(400, (int)forged.StatusCode);
        var events = await shared.App.ReadAsync(db => db.SecurityEvents.Where(row => row.UserId == user.Id).ToListAsync());
        Assert.DoesNotContain(events, happened => happened.Kind == SecurityEventKind.DataExported);
    }

    [Fact]
    public async Task The_last_file_is_offered_before_the_account_is_deleted()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        Assert.Contains("/settings/data?handler=Json", await browser.Client.GetStringAsync("/settings/delete"), StringComparison.Ordinal);
        using var answer = await browser.PostAsync("/settings/data?handler=Json", Nothing, "/settings/delete");
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
    }
}
