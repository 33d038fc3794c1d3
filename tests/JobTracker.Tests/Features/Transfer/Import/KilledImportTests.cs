using System.Text;
using JobTracker.Testing;
using JobTracker.Tests.Delivery;
using JobTracker.Tests.Features.Files;
using Npgsql;

namespace JobTracker.Tests.Features.Transfer.Import;

/// <summary>The process is killed in the middle of an import.</summary>
[Collection(ProcessesAlone.Name)]
public sealed class KilledImportTests
{
    [Fact]
    public async Task A_killed_process_leaves_nothing_behind_and_the_file_can_be_sent_again()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", ""));
        var file = Encoding.UTF8.GetBytes(
            "company,city,mission,link,date\n"
                + string.Concat(Enumerable.Range(1, 30_000).Select(at => $"Company {at},Brest,Stage,,2026-02-11\n"))
        );
        var environment = Environments.Production(app.ConnectionString);
        environment["Quotas__MaxUsers"] = "";
        environment["Quotas__MaxApplicationsPerUser"] = "";
        TestUser user;
        await using (var process = JobTrackerProcess.Start(environment))
        {
            user = await TestUser.RegisterAsync(await process.CreateClientAsync(), "ada@example.org");
            using var form = Samples.Form("large.csv", file);
            var sending = user.Client.PostAsync("/api/import", form);
            await WritingAsync(app.ConnectionString);
            await process.KillAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => sending);
        }
        using var again = await user.SignInAgainAsync(app);
        Assert.Empty(await again.ItemsAsync("/api/applications"));
        Assert.Equal(0, (await again.GetAsync("/meta"))["usage"]!["applications"]!.GetValue<int>());

        Assert.Equal(30_000, (await again.ImportAsync(file)).Number("added"));
        user.Dispose();
    }

    /// <summary>Until a process is writing applications inside its transaction.</summary>
    private static async Task WritingAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(
            "select exists (select 1 from pg_stat_progress_copy where relid = 'applications'::regclass)"
        );
        while (await command.ExecuteScalarAsync() is not true)
            await Task.Yield();
    }
}
