using System.Security.Cryptography;
using Npgsql;

namespace JobTracker.Drills.Staging;

/// <summary>Two processes of the app on a database of their own, behind HAProxy.</summary>
internal sealed class Stage : IAsyncDisposable
{
    // One site: both processes, and every run of the program in this run of the drills.
    private static readonly string TokenSecret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(48));
    private static readonly string KeySecret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(48));

    private readonly int port = Ports.Free();
    private Daemon? proxy;

    private Stage(Database database, string name, string app, Dictionary<string, string> settings)
    {
        Database = database;
        Name = name;
        One = new WebProcess(app, settings);
        Two = new WebProcess(app, settings);
        Site = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(30) };
    }

    public Database Database { get; }

    /// <summary>The database's name.</summary>
    public string Name { get; }

    public WebProcess One { get; }
    public WebProcess Two { get; }
    public IReadOnlyList<WebProcess> Both => [One, Two];

    /// <summary>A client of the proxy.</summary>
    public HttpClient Site { get; }

    /// <summary>Starts everything and returns when it serves.</summary>
    /// <param name="ground">The run.</param>
    /// <param name="cancel">Ends the start.</param>
    /// <param name="settings">Over the usual ones.</param>
    /// <param name="database">Another PostgreSQL than the run's.</param>
    /// <param name="connectAsync">How the app reaches its database, where that is not the direct way.</param>
    public static async Task<Stage> BuildAsync(
        Ground ground,
        CancellationToken cancel,
        IReadOnlyDictionary<string, string>? settings = null,
        Database? database = null,
        Func<string, Task<string>>? connectAsync = null
    )
    {
        database ??= ground.Database;
        var name = await database.CreateAsync();
        var direct = database.ConnectionString(name);
        var all = Usual(connectAsync is null ? direct : await connectAsync(direct));
        foreach (var (setting, value) in settings ?? new Dictionary<string, string>())
            all[setting] = value;
        var stage = new Stage(database, name, ground.App, all);
        try
        {
            await Task.WhenAll(stage.Both.Select(process => process.StartAsync())).WaitAsync(cancel);
            stage.proxy = await HaProxy.StartAsync(stage.port, stage.One.Port, stage.Two.Port, cancel);
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>The database, past the app and whatever stands between.</summary>
    public string ConnectionString => Database.ConnectionString(Name);

    public async ValueTask DisposeAsync()
    {
        Site.Dispose();
        if (proxy is not null)
            await proxy.DisposeAsync();
        await Task.WhenAll(Both.Select(process => process.DisposeAsync().AsTask()));
        try
        {
            await Database.DropAsync(Name);
        }
        catch (NpgsqlException)
        {
            // A drill that failed may leave a server that is down; its folder goes anyway.
        }
    }

    // The time limits are the app's own. What keeps single people from too much is off: the load comes from few.
    private static Dictionary<string, string> Usual(string connectionString) =>
        new(StringComparer.Ordinal)
        {
            ["DATABASE_URL"] = connectionString,
            ["JWT_SECRET"] = TokenSecret,
            ["DATA_PROTECTION_SECRET"] = KeySecret,
            ["ForwardedHeaders__Limit"] = "1",
            ["Quotas__MaxUsers"] = "",
            ["Quotas__MaxApplicationsPerUser"] = "",
            ["Limits__RegisterPerHour"] = "0",
            ["Limits__ApiPerMinute"] = "0",
            ["Limits__CoachPerMinute"] = "0",
        };
}
