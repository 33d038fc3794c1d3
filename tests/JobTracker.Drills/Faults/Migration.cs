using JobTracker.Drills.Checks;
using JobTracker.Drills.Load;
using JobTracker.Drills.Staging;
using Npgsql;

namespace JobTracker.Drills.Faults;

/// <summary><c>migrate</c> beside processes that serve, while something holds the tables.</summary>
internal sealed class Migration : UnderLoad
{
    // Ten seconds before the lock; the rest is for a program that starts on a machine with other things to do.
    private static readonly TimeSpan GivesUp = TimeSpan.FromSeconds(60);

    private const string History = "\"__EFMigrationsHistory\"";

    public override string Name => "migrate";

    public override string Fault => "migrate while both processes serve, and while a transaction holds a lock";

    public override string Expects => "it gives up in time and says so, and works the second time; nobody notices";

    public override bool IsInShortForm => false;

    protected override async Task HarmAsync(Ground ground, Stage stage, WriteLoad load, Findings findings, CancellationToken cancel)
    {
        await GivesUpAsync(stage, findings, cancel);
        await WorksAsync(stage, findings);
        // As a migration at work holds it, for as long as it works.
        await using (await HoldAsync(stage, "access exclusive", cancel))
        {
            var held = Pause.ForAsync(ground.For(5, 10), cancel);
            foreach (var process in stage.Both)
            {
                using var client = process.Client();
                var ready = await Asking.AskAsync(client, HttpMethod.Get, "/health/ready", cancel);
                findings.Expect(ready.Status == 200, $"/health/ready: {ready.Status} while a migration was at work");
            }
            await load.MoreAsync(20, cancel);
            await held;
        }
        findings.Expect(load.Tally.Failures == 0, $"{load.Tally.Failures} requests failed");
    }

    private static async Task GivesUpAsync(Stage stage, Findings findings, CancellationToken cancel)
    {
        await using var held = await HoldAsync(stage, "share row exclusive", cancel);
        var since = TimeProvider.System.GetTimestamp();
        await using var migrate = stage.One.Command("migrate");
        var code = await migrate.ExitAsync();
        findings.Expect(code == 1, $"migrate ended with {code} while somebody held its table");
        findings.Expect(
            migrate.Errors.StartsWith("A migration waited too long for a table", StringComparison.Ordinal),
            $"migrate said: {migrate.Errors}"
        );
        findings.ExpectWithin(TimeProvider.System.GetElapsedTime(since), GivesUp, "migrate before a lock, its start included");
    }

    private static async Task WorksAsync(Stage stage, Findings findings)
    {
        await using var migrate = stage.One.Command("migrate");
        var code = await migrate.ExitAsync();
        findings.Expect(code == 0, $"the second migrate ended with {code}: {migrate.Errors}");
    }

    private static async Task<NpgsqlConnection> HoldAsync(Stage stage, string mode, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(stage.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand($"begin; lock table {History} in {mode} mode", connection);
        await command.ExecuteNonQueryAsync(cancel);
        return connection;
    }
}
