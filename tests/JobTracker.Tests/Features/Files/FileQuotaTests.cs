using JobTracker.Features.Upkeep;
using JobTracker.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Files;

public sealed class FileQuotaTests
{
    private const int Size = 4_000;

    [Fact]
    public async Task Of_20_uploads_at_once_over_two_processes_exactly_3_find_room()
    {
        var room = ("Quotas:FileBytesPerUser", $"{Size * 3 + 100}");
        await using var app = await JobTrackerApp.StartAsync(room);
        await using var second = app.StartAnother(room);
        using var user = await app.RegisterAsync();
        using var there = user.On(second);
        var application = (await user.AddAsync()).Text("id");
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(async n =>
                {
                    using var form = Samples.Form($"{n}.pdf", Samples.PdfOf(Size));
                    return await (n % 2 == 0 ? user.Client : there).PostAsync($"/api/applications/{application}/files", form);
                })
        );
        Assert.Equal(3, answers.Count(answer => (int)answer.StatusCode == 201));
        foreach (var refused in answers.Where(answer => (int)answer.StatusCode != 201))
        {
            var problem = await refused.ProblemAsync(403, "quota_exceeded");
            Assert.Equal(
                ("file_bytes", $"{Size * 3 + 100}", $"{Size * 3}"),
                (problem.Text("quota"), problem.Text("limit"), problem.Text("used"))
            );
        }
        Assert.Equal((Size * 3, Size * 3), await app.RoomAsync(user));
    }

    [Fact]
    public async Task Deleting_gives_the_room_back_once_however_often_it_is_asked()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:FileBytesPerUser", $"{Size}"));
        using var user = await app.RegisterAsync();
        var application = (await user.AddAsync()).Text("id");
        var file = await user.KeepAsync(application, "cv.pdf", Samples.PdfOf(Size));
        using var full = await user.SendAsync(application, "other.pdf", Samples.Pdf);
        await full.ProblemAsync(403, "quota_exceeded");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => user.Client.DeleteAsync($"/api/files/{file["id"]}")));
        Assert.Equal([204, .. Enumerable.Repeat(404, 7)], answers.Select(answer => (int)answer.StatusCode).Order());
        Assert.Equal((0, 0), await app.RoomAsync(user));
        await user.KeepAsync(application, "cv.pdf", Samples.PdfOf(Size));
    }

    [Fact]
    public async Task Files_of_a_deleted_application_are_hidden_count_on_and_free_their_room_when_they_are_purged()
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var user = await app.RegisterAsync();
        var (kept, deleted) = ((await user.AddAsync()).Text("id"), (await user.AddAsync()).Text("id"));
        await user.KeepAsync(kept, "stays.pdf", Samples.PdfOf(Size));
        var file = await user.KeepAsync(deleted, "goes.pdf", Samples.PdfOf(Size));
        using var gone = await user.Client.DeleteAsync($"/api/applications/{deleted}");
        foreach (var path in new[] { $"/api/files/{file["id"]}", $"/api/applications/{deleted}/files" })
        {
            using var hidden = await user.Client.GetAsync(path);
            await hidden.ProblemAsync(404, "not_found");
        }
        using var late = await user.SendAsync(deleted, "late.pdf", Samples.Pdf);
        await late.ProblemAsync(404, "not_found");
        Assert.Equal((Size * 2, Size * 2), await app.RoomAsync(user));

        await CleanUpAsync(app);
        Assert.Equal((Size * 2, Size * 2), await app.RoomAsync(user));
        app.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        await CleanUpAsync(app);
        Assert.Equal((Size, Size), await app.RoomAsync(user));
    }

    [Fact]
    public async Task An_empty_setting_means_no_limit_and_a_persons_own_comes_before_it()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:FileBytesPerUser", ""));
        using var user = await app.RegisterAsync();
        var application = (await user.AddAsync()).Text("id");
        await user.KeepAsync(application, "cv.pdf", Samples.PdfOf(Size));
        await app.ExecuteAsync($"update user_accounts set file_bytes_max = {Size} where user_id = {user.Id}");
        using var full = await user.SendAsync(application, "other.pdf", Samples.Pdf);
        Assert.Equal($"{Size}", (await full.ProblemAsync(403, "quota_exceeded")).Text("limit"));
    }

    private static async Task CleanUpAsync(JobTrackerApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CleanUp>().RunAsync(CancellationToken.None);
    }
}
