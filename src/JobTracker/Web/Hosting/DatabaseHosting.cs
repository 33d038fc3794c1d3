using JobTracker.Data;
using LocalPostgres;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace JobTracker.Web.Hosting;

/// <summary>Which database the app uses, and bringing its schema up to date.</summary>
public static partial class DatabaseHosting
{
    private const string Setting = "DATABASE_URL";
    private const string OwnDatabase = "jobtracker";
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
        builder.Services.AddDbContextPool<JobTrackerDb>(
            (services, options) => options.UseNpgsql(services.GetRequiredService<NpgsqlDataSource>())
        );
        return own;
    }

    /// <summary>Runs the migrations that are missing: one runner at a time, each in one transaction, never waiting long for a lock that the running site needs.</summary>
    /// <exception cref="StartupException">The database cannot be reached.</exception>
    public static async Task MigrateAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<JobTrackerDb>();
        db.Database.SetCommandTimeout(MigrationTimeout);
        try
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("set lock_timeout = '10s'");
            await db.Database.MigrateAsync();
            await db.Database.ExecuteSqlRawAsync("reset lock_timeout");
        }
        catch (NpgsqlException away) when (away is not PostgresException { SqlState: not ['2', '8', ..] and not ['3', 'D', ..] })
        {
            throw new StartupException(
                $"The database of {Setting} cannot be used ({Reason(away)}): check the address, the name and the password, and that the server runs."
            );
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
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
                    BinariesFolder = builder.Configuration["LocalPostgres:Binaries"],
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

    /// <summary>Without names, addresses or passwords.</summary>
    private static string Reason(NpgsqlException away) =>
        away is PostgresException postgres ? postgres.SqlState : away.InnerException?.GetType().Name ?? "no answer";
}
