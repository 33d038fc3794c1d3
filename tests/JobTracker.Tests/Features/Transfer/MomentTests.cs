using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using JobTracker.Features.Transfer;
using JobTracker.Features.Transfer.Export;
using JobTracker.Kernel;
using JobTracker.Testing;
using JobTracker.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Transfer;

/// <summary>An export is of one moment, takes its place among few, and ends with its reader.</summary>
public sealed class MomentTests : IAsyncLifetime
{
    private const int Rows = 1_000;
    private JobTrackerApp? app;
    private TestUser? user;

    private JobTrackerApp App => app!;
    private TestUser User => user!;

    public async ValueTask InitializeAsync()
    {
        app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", ""));
        user = await app.RegisterAsync();
        await app.FillAsync(user, Rows, 3_200);
    }

    public async ValueTask DisposeAsync()
    {
        User.Dispose();
        await App.DisposeAsync();
    }

    [Fact]
    public async Task What_is_written_meanwhile_is_not_in_a_json_export()
    {
        var document = JsonNode.Parse(
            await ExportWhileSomebodyWritesAsync<ExportJson>((export, owner) => export.RunAsync(owner, null, default))
        )!;
        var applications = document.Applications();
        Assert.Equal(Rows, applications.Count);
        Assert.All(applications, row => Assert.Equal("As it was", row.Comment));
    }

    [Fact]
    public async Task Nor_in_a_csv()
    {
        var csv = await ExportWhileSomebodyWritesAsync<ExportCsv>((export, owner) => export.RunAsync(owner, null, default));
        Assert.Equal(Rows, csv.Split("As it was").Length - 1);
        Assert.DoesNotContain("Changed", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_goes_away_leaves_nothing_running()
    {
        await App.FillAsync(User, 20_000, 3_200);
        foreach (var path in new[] { Exports.Json, Exports.Csv, Exports.Excel })
        {
            using (var answer = await User.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead))
            {
                var some = new byte[1_000];
                await using var body = await answer.Content.ReadAsStreamAsync();
                await body.ReadExactlyAsync(some);
            }
            await NothingRunsAsync();
        }
        using var again = await User.Client.GetAsync(Exports.Csv);
        Assert.Equal(200, (int)again.StatusCode);
    }

    [Fact]
    public async Task Who_finds_no_place_is_told_to_come_back()
    {
        var gate = App.Services.GetRequiredService<ExportGate>();
        using var browser = await TestBrowser.SignInAsync(App, User);
        var places = new List<IDisposable>();
        for (var place = 0; place < ExportGate.MostOfOne; place++)
            places.Add((await gate.EnterAsync(new UserId(User.Id), CancellationToken.None))!);
        using (var full = await User.Client.GetAsync(Exports.Csv))
        {
            await full.ProblemAsync(429, "rate_limited");
            Assert.Equal(TransferGate.ComeBack, full.Headers.RetryAfter?.Delta);
        }
        using (var page = await browser.PostAsync("/settings/data?handler=Csv", new Dictionary<string, string>(), "/settings/data"))
        {
            Assert.Equal(429, (int)page.StatusCode);
            Assert.Contains("Nothing was exported:", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using var other = await App.RegisterAsync();
        using (var free = await other.Client.GetAsync(Exports.Csv))
            Assert.Equal(200, (int)free.StatusCode);
        places[0].Dispose();
        places[0].Dispose();
        using var again = await User.Client.GetAsync(Exports.Csv);
        Assert.Equal(200, (int)again.StatusCode);
    }

    [Fact]
    public async Task A_process_has_few_places()
    {
        using var gate = new ExportGate();
        var places = new List<IDisposable?>();
        for (var place = 0; place < ExportGate.MostAtOnce; place++)
            places.Add(await EnterAsync());
        Assert.DoesNotContain(null, places);
        Assert.Null(await EnterAsync());
        places[0]!.Dispose();
        Assert.NotNull(await EnterAsync());

        Task<IDisposable?> EnterAsync() => gate.EnterAsync(new UserId(Guid.CreateVersion7()), CancellationToken.None);
    }

    /// <summary>Everything is changed as soon as the first bytes are out.</summary>
    private async Task<string> ExportWhileSomebodyWritesAsync<T>(Func<T, UserId, Task<Outcome<Download>>> begin)
        where T : notnull
    {
        await using var scope = App.Services.CreateAsyncScope();
        var outcome = await begin(scope.ServiceProvider.GetRequiredService<T>(), new UserId(User.Id));
        await using var download = ((Done<Download>)outcome).Value;
        using var target = new Interrupted(() =>
            App.ExecuteAsync(
                $"""
                update applications set comment = 'Changed' where user_id = {User.Id};
                insert into applications (user_id, id, company, position, status, comment, is_favorite, company_key, search_text, created_at, updated_at, version)
                values ({User.Id}, gen_random_uuid(), 'New', 'Engineer', 'draft', 'Changed', false, '', '', now(), now(), 1);
                """
            )
        );
        await download.WriteAsync(target, CancellationToken.None);
        Assert.True(target.WasInterrupted);
        return Encoding.UTF8.GetString(target.ToArray());
    }

    private async Task NothingRunsAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        IReadOnlyList<string> running;
        do
        {
            running = await Catalogue.NamesAsync(
                App.ConnectionString,
                "select query from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'"
            );
        } while (running.Count > 0 && Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(30));
        Assert.Empty(running);
    }

    /// <summary>Does something between the first piece and the second.</summary>
    private sealed class Interrupted(Func<Task> act) : MemoryStream
    {
        public bool WasInterrupted { get; private set; }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await base.WriteAsync(buffer, cancellationToken);
            if (WasInterrupted)
                return;
            WasInterrupted = true;
            await act();
        }
    }
}
