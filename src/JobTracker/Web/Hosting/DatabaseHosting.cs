using System.Net.Sockets;
using JobTracker.Data;
using JobTracker.Features.Home;
using JobTracker.Features.Mail;
using LocalPostgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace JobTracker.Web.Hosting;

/// <summary>Which database the app uses, and bringing its schema up to date.</summary>
public static partial class DatabaseHosting
{
    private const string Setting = "DATABASE_URL";
    private const int ConnectAttempts = 5;
    private static readonly TimeSpan MigrationTimeout = TimeSpan.FromMinutes(30);

    /// <summary>The database of <c>DATABASE_URL</c>; in Development, without it, a private server under <c>.data</c>, which the caller disposes of at the end.</summary>
    /// <exception cref="StartupException">None is named.</exception>
    public static OwnDatabase AddDatabase(this WebApplicationBuilder builder)
    {
        var own = OwnDatabase.None;
        var url = builder.Configuration[Setting];
        if (!string.IsNullOrWhiteSpace(url))
        {
            var connectionString = DatabaseUrl.ToConnectionString(url);
            builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        }
        else if (builder.Environment.IsDevelopment())
        {
            own = OwnDatabase.Start(
                new ServerOptions
                {
                    DataFolder = Path.Combine(DataFolder.Of(builder.Environment), "postgres"),
                    BinariesFolder = builder.Configuration.Read<LocalPostgresOptions>(LocalPostgresOptions.Section).Binaries,
                }
            );
            builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(DatabaseUrl.ToConnectionString(own.ConnectionString())));
        }
        else
        {
            throw new StartupException($"{Setting} is missing: set it to postgres://user:password@host:5432/database.");
        }
        // EF finds the data source among the services. Were it handed over, EF would keep a model and compiled queries for each one.
        builder.Services.AddDbContextPool<JobTrackerDb>(
            (services, options) => options.UseNpgsql().AddInterceptors(services.GetRequiredService<OutboxBell>())
        );
        return own;
    }

    /// <summary>Lets EF make its model beside the rest of the start: it takes a second, and every request needs it.</summary>
    public static void MakeModel(this WebApplication app) =>
        _ = Task.Run(async () =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            return scope.ServiceProvider.GetRequiredService<JobTrackerDb>().Model;
        });

    /// <summary>Brings the schema up to date and offers the demo account where the settings say so, and asks the first question.</summary>
    /// <exception cref="StartupException">The database cannot be reached.</exception>
    public static async Task PrepareDataAsync(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value.MigrateOnStart ?? app.Environment.IsDevelopment())
            await app.MigrateAsync();
        if (app.Services.GetRequiredService<IOptions<DemoOptions>>().Value.Seed ?? app.Environment.IsDevelopment())
            await app.SeedDemoAsync();
        app.WarmUp();
    }

    /// <summary>
    /// Asks the first question that anybody will ask, beside the rest of the start: its statement is made, and the first connection opens. What fails
    /// here fails again, and is told, where it is needed.
    /// </summary>
    private static void WarmUp(this WebApplication app) =>
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
