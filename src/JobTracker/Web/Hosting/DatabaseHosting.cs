using System.Net.Sockets;
using JobTracker.Data;
using JobTracker.Features.Home;
using JobTracker.Features.Mail;
using LocalPostgres;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace JobTracker.Web.Hosting;

/// <summary>Which database the app uses, and bringing its schema up to date.</summary>
public static partial class DatabaseHosting
{
    private const string Setting = "DATABASE_URL";
    private const string OwnDatabase = "jobtracker";
    private const int ConnectAttempts = 5;
    private static readonly TimeSpan MigrationTimeout = TimeSpan.FromMinutes(30);

    /// <summary>The database of <c>DATABASE_URL</c>; in Development, without it, a private server under <c>.data</c>, which the caller disposes of at the end.</summary>
    /// <exception cref="StartupException">None is named, or it cannot be started.</exception>
    public static async Task<IAsyncDisposable?> AddDatabaseAsync(this WebApplicationBuilder builder)
    {
        PostgresServer? own = null;
        var url = builder.Configuration[Setting];
        if (string.IsNullOrWhiteSpace(url))
        {
            if (!builder.Environment.IsDevelopment())
                throw new StartupException($"{Setting} is missing: set it to postgres://user:password@host:5432/database.");
            own = await StartOwnAsync(builder);
            url = own.ConnectionString(OwnDatabase);
        }
        var connectionString = DatabaseUrl.ToConnectionString(url);
        builder.Services.AddSingleton(_ => new NpgsqlDataSourceBuilder(connectionString).Build());
        // EF finds the data source among the services. Were it handed over, EF would keep a model and compiled queries for each one.
        builder.Services.AddDbContextPool<JobTrackerDb>(
            (services, options) => options.UseNpgsql().AddInterceptors(services.GetRequiredService<OutboxBell>())
        );
        return own;
    }

    /// <summary>
    /// Asks the first question that anybody will ask, beside the rest of the start: EF makes its model and the statement for it, which would be a
    /// third of the start, one after the other, and the first connection opens. What fails here fails again, and is told, where it is needed.
    /// </summary>
    public static void WarmUp(this WebApplication app) =>
        _ = Task.Run(async () =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<CurrentPlaces>().ReadAsync(app.Lifetime.ApplicationStopping);
        });

    /// <summary>Runs the migrations that are missing: one runner at a time, each in one transaction, never waiting long for a lock that the running site needs.</summary>
    /// <exception cref="StartupException">The database cannot be reached.</exception>
    public static async Task MigrateAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<JobTrackerDb>();
        db.Database.SetCommandTimeout(MigrationTimeout);
        try
        {
            await OpenAsync(db);
            await db.Database.ExecuteSqlRawAsync("set lock_timeout = '10s'");
            await db.Database.MigrateAsync();
            await db.Database.ExecuteSqlRawAsync("reset lock_timeout");
        }
        catch (Exception problem) when (Complaint(problem) is { } complaint)
        {
            throw new StartupException(complaint);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>A program that has just started on a small machine may take longer to its first connection than a request may.</summary>
    private static async Task OpenAsync(JobTrackerDb db)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await db.Database.OpenConnectionAsync();
                return;
            }
            catch (NpgsqlException slow) when (slow.InnerException is TimeoutException && attempt < ConnectAttempts)
            {
                // Once more: what took so long the first time is done.
            }
        }
    }

    private static async Task<PostgresServer> StartOwnAsync(WebApplicationBuilder builder)
    {
        try
        {
            var server = await PostgresServer.StartAsync(
                new ServerOptions
                {
                    DataFolder = Path.Combine(DataFolder.Of(builder.Environment), "postgres"),
                    BinariesFolder = builder.Configuration.Read<LocalPostgresOptions>(LocalPostgresOptions.Section).Binaries,
                },
                CancellationToken.None
            );
            await server.EnsureDatabaseAsync(OwnDatabase, CancellationToken.None);
            return server;
        }
        catch (LocalPostgresException problem)
        {
            throw new StartupException(problem.Message);
        }
    }

    /// <summary>A sentence without names, addresses or passwords; null for a mistake in a migration. EF wraps what it thinks will pass.</summary>
    private static string? Complaint(Exception problem) =>
        (problem as NpgsqlException ?? problem.InnerException as NpgsqlException) switch
        {
            PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } =>
                "A migration waited too long for a table that the running site uses: run migrate again.",
            // Classes 08 and 28: connections and sign-in; 3D: no such database; 53 and 57: too many connections, starting, stopping.
            PostgresException
            {
                SqlState: ['0', '8', ..] or ['2', '8', ..] or ['3', 'D', ..] or ['5', '3', ..] or ['5', '7', ..]
            } refused => Unusable(refused.SqlState),
            PostgresException or null => null,
            { InnerException: SocketException unreachable } => Unusable(unreachable.SocketErrorCode.ToString()),
            var away => Unusable(away.InnerException?.GetType().Name ?? "no answer"),
        };

    private static string Unusable(string reason) =>
        $"The database of {Setting} cannot be used ({reason}): check the address, the name and the password, and that the server runs.";
}
