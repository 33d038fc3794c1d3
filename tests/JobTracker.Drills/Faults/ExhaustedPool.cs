using JobTracker.Drills.Checks;
using JobTracker.Drills.Load;
using JobTracker.Drills.Staging;
using Npgsql;

namespace JobTracker.Drills.Faults;

/// <summary>Somebody holds a table; every connection of the small pools waits for it, and everybody else for a connection.</summary>
internal sealed class ExhaustedPool : UnderLoad
{
    private const int PoolSize = 5;
    private const int Gone = 4;
    private const string Waiting =
        "select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and application_name = 'JobTracker'";

    public override string Name => "exhaust-pool";

    public override string Fault => "a table is locked, the connection pools run dry";

    public override string Expects => "503 within 5 s; it recovers by itself; queries of clients that went away are cancelled";

    public override bool IsInShortForm => false;

    public override async Task RunAsync(Ground ground, Findings findings, CancellationToken cancel)
    {
        await using var stage = await Stage.BuildAsync(
            ground,
            cancel,
            connectAsync: direct => Task.FromResult($"{direct};Maximum Pool Size={PoolSize}")
        );
        await RunOnAsync(stage, ground, findings, cancel);
        await ExpectCancelledAsync(stage, findings, cancel);
    }

    protected override async Task HarmAsync(Ground ground, Stage stage, WriteLoad load, Findings findings, CancellationToken cancel)
    {
        await using (await LockAsync(stage, cancel))
        {
            var held = Pause.ForAsync(ground.For(7, 15), cancel);
            // Until the load has filled both pools.
            await Pause.UntilAsync(async () => await WaitingAsync(stage) >= PoolSize, TimeSpan.FromSeconds(3), cancel);
            var answers = await Task.WhenAll(stage.Both.Select(process => ListAsync(process, load.Token, cancel)));
            findings.ExpectWithin(answers.Max(answer => answer.After), WhileAway.Most, "slowest list while the table was locked");
            findings.Expect(
                Array.TrueForAll(answers, answer => answer is { Status: 503, SaysWhen: true }),
                $"lists got {string.Join(", ", answers.Select(answer => answer.Status))} instead of 503 with Retry-After"
            );
            foreach (var process in stage.Both)
            {
                using var client = process.Client();
                var live = await Asking.AskAsync(client, HttpMethod.Get, "/health/live", cancel);
                findings.Expect(live.Status == 200, $"/health/live: {live.Status} while the pool was exhausted");
            }
            await held;
        }
        var back = TimeProvider.System.GetTimestamp();
        await load.MoreAsync(1, cancel);
        findings.ExpectWithin(TimeProvider.System.GetElapsedTime(back), TimeSpan.FromSeconds(5), "from the release to the first write");
    }

    /// <summary>Without a load, whose own queries would be counted.</summary>
    private static async Task ExpectCancelledAsync(Stage stage, Findings findings, CancellationToken cancel)
    {
        using var person = await People.RegisterAsync(stage.One.Client(), "gone");
        await using var held = await LockAsync(stage, cancel);
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var asking = Enumerable
            .Range(0, Gone)
            .Select(_ => Asking.AskAsync(stage.Site, HttpMethod.Get, "/api/applications", leave.Token, person.Token))
            .ToArray();
        findings.Expect(
            await Pause.UntilAsync(async () => await WaitingAsync(stage) == Gone, TimeSpan.FromSeconds(3), cancel),
            "the queries of clients that are to go away were not seen in pg_stat_activity"
        );
        await leave.CancelAsync();
        await Task.WhenAll(asking.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));
        var left = TimeProvider.System.GetTimestamp();
        await Pause.UntilAsync(async () => await WaitingAsync(stage) == 0, TimeSpan.FromSeconds(10), cancel);
        findings.ExpectWithin(
            TimeProvider.System.GetElapsedTime(left),
            TimeSpan.FromSeconds(2),
            "from clients going away to their queries being cancelled"
        );
    }

    private static async Task<Asking.Answered> ListAsync(WebProcess process, string token, CancellationToken cancel)
    {
        using var client = process.Client();
        return await Asking.AskAsync(client, HttpMethod.Get, "/api/applications", cancel, token);
    }

    private static async Task<int> WaitingAsync(Stage stage) => await stage.Database.ReadAsync<int>(stage.Name, Waiting);

    /// <summary>Disposing gives the table back.</summary>
    private static async Task<NpgsqlConnection> LockAsync(Stage stage, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(stage.ConnectionString + ";Pooling=false;Command Timeout=30");
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand("begin; lock table applications in access exclusive mode", connection);
        await command.ExecuteNonQueryAsync(cancel);
        return connection;
    }
}
