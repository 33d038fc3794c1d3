using JobTracker.Drills.Load;
using JobTracker.Drills.Staging;

namespace JobTracker.Drills.Faults;

/// <summary>Both processes reach PostgreSQL through pgbouncer in transaction mode, and it is killed and started again.</summary>
internal sealed class ThroughPgBouncer : Drill
{
    public override string Name => "pgbouncer";

    public override string Fault => "through pgbouncer in transaction mode, which is killed and started again";

    public override string Expects => "as without it; the app leaves nothing in a session";

    public override bool IsInShortForm => false;

    public override IReadOnlyList<Tool> Needs => [Tool.HaProxy, Tool.PgBouncer];

    public override async Task RunAsync(Ground ground, Findings findings, CancellationToken cancel)
    {
        PgBouncer? bouncer = null;
        try
        {
            await using var stage = await Stage.BuildAsync(
                ground,
                cancel,
                connectAsync: async direct =>
                {
                    bouncer = new PgBouncer(ground.Folder, direct);
                    await bouncer.StartAsync(cancel);
                    return bouncer.ConnectionString;
                }
            );
            await using var load = await WriteLoad.StartAsync(stage, cancel);
            await Pause.ForAsync(ground.For(1, 5), cancel);
            await bouncer!.KillAsync();
            await Pause.ForAsync(ground.For(0, 2), cancel);
            await bouncer.StartAsync(cancel);
            await load.MoreAsync(80, cancel);
            findings.Take(await load.FinishAsync(cancel));
            await ExpectNothingInSessionsAsync(bouncer, findings, cancel);
        }
        finally
        {
            if (bouncer is not null)
                await bouncer.DisposeAsync();
        }
    }

    /// <summary>Looked at through pgbouncer, on connections that the app has used before.</summary>
    private static async Task ExpectNothingInSessionsAsync(PgBouncer bouncer, Findings findings, CancellationToken cancel)
    {
        const string Left = """
            select (select count(*) from pg_prepared_statements)
                 + (select count(*) from pg_listening_channels())
                 + (select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database()))
                 + (select count(*) from pg_settings where source = 'session' and name not in ('application_name', 'client_encoding', 'DateStyle', 'TimeZone'))
            """;
        for (var look = 0; look < 5; look++)
        {
            await using var connection = new Npgsql.NpgsqlConnection(bouncer.ConnectionString + ";Pooling=false");
            await connection.OpenAsync(cancel);
            await using var command = new Npgsql.NpgsqlCommand(Left, connection);
            var left = (long)(await command.ExecuteScalarAsync(cancel))!;
            findings.Expect(left == 0, $"{left} settings, prepared statements, channels or locks were left in a session");
        }
    }
}
