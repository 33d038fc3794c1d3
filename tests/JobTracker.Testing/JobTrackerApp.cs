using System.Globalization;
using System.Net;
using JobTracker.Data;
using JobTracker.Features.Accounts.Links;
using JobTracker.Features.Mail;
using JobTracker.Features.Mail.Delivery;
using JobTracker.Testing.Logs;
using JobTracker.Testing.Mail;
using JobTracker.Testing.Sql;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace JobTracker.Testing;

/// <summary>The whole app on real Kestrel at a free port, with a migrated database of its own or one that it shares with another app.</summary>
public sealed class JobTrackerApp : IAsyncDisposable
{
    // Limits on tries are off unless a test is about them; nobody else's test may use up its places.
    private static readonly Dictionary<string, string?> Defaults = new(StringComparer.Ordinal)
    {
        ["JWT_SECRET"] = "kR7v-test-only-Zq4mX9wL2sT8bN5yC1hD6gJ3",
        ["DATA_PROTECTION_SECRET"] = "pW3e-test-only-Vu8nB2kM7xQ4tR9zF6aS1dG5",
        ["Quotas:MaxUsers"] = "",
        ["Limits:LoginPerMinutePerIp"] = "0",
        ["Limits:LoginPerMinutePerAccount"] = "0",
        ["Limits:RegisterPerHour"] = "0",
        ["Limits:ResetPerDay"] = "0",
        ["Limits:ApiPerMinute"] = "0",
        ["Limits:CoachPerMinute"] = "0",
        // No test speaks with a real provider through the app, whatever the surroundings hold.
        ["GEMINI_API_KEY"] = "",
        ["Gemini:BaseUrl"] = "http://127.0.0.1:1",
        ["OpenAI:BaseUrl"] = "http://127.0.0.1:1",
        // Mail goes into FakeMail unless a test names a server.
        ["Smtp:Url"] = "",
        ["Public:BaseUrl"] = "",
        ["Database:MigrateOnStart"] = "false",
        ["Demo:Seed"] = "false",
        // As in a published app: the framework's own catch-all for files that are being worked on changes 404 and 405.
        ["ReloadStaticAssetsAtRuntime"] = "false",
        ["Serilog:MinimumLevel"] = "Information",
    };

    // One for all: EF makes its own services anew for each other set of interceptors.
    private static readonly TenantWatch Watch = new();

    private readonly Factory factory;
    private readonly TestDatabase? own;
    private int users;

    private JobTrackerApp(Factory factory, TestDatabase? own, string connectionString)
    {
        this.factory = factory;
        this.own = own;
        ConnectionString = connectionString;
        factory.UseKestrel(0);
        factory.StartServer();
    }

    public string ConnectionString { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address => factory.ClientOptions.BaseAddress;

    /// <summary>The app's own services.</summary>
    public IServiceProvider Services => factory.Services;

    /// <summary>The app's clock, which a test may move.</summary>
    public TestClock Clock => factory.Clock;

    /// <summary>What the app has sent by mail.</summary>
    public FakeMail Mail => factory.Mail;

    /// <summary>Starts an app with a fresh database.</summary>
    /// <param name="settings">Over the defaults, with <c>:</c> between section and name; an empty value means unlimited where that exists.</param>
    public static Task<JobTrackerApp> StartAsync(params (string Name, string Value)[] settings) => StartAsync(_ => { }, settings);

    /// <summary>Starts an app with a fresh database and some of its services exchanged.</summary>
    public static async Task<JobTrackerApp> StartAsync(Action<IServiceCollection> change, params (string Name, string Value)[] settings) =>
        Start(await TestDatabase.CreateAsync("jobtracker", MigrateAsync), settings, change);

    /// <summary>Starts an app whose database nobody has migrated.</summary>
    public static async Task<JobTrackerApp> StartUnmigratedAsync() => Start(await TestDatabase.CreateEmptyAsync(), []);

    /// <summary>Starts an app that sends no mail, as one for which no server is named.</summary>
    public static Task<JobTrackerApp> StartWithoutMailAsync(params (string Name, string Value)[] settings) =>
        StartAsync(services => services.Replace(ServiceDescriptor.Singleton(new MailStanding(isOn: false))), settings);

    /// <summary>A second process, as it were, on the same database.</summary>
    public JobTrackerApp StartAnother(params (string Name, string Value)[] settings) =>
        new(new Factory(SettingsOf(ConnectionString, settings), new WatchedLog(factory.Log.Start)), own: null, ConnectionString);

    /// <summary>A client that follows no redirection and keeps its own cookies.</summary>
    /// <param name="cookies">Where, if somebody wants to look at them.</param>
    public HttpClient CreateClient(CookieContainer? cookies = null) =>
        new(
            new SentWords(
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = true,
                    CookieContainer = cookies ?? new CookieContainer(),
                    Expect100ContinueTimeout = TimeSpan.FromSeconds(30),
                }
            )
        )
        {
            BaseAddress = Address,
        };

    /// <summary>Registers somebody new through the API.</summary>
    public Task<TestUser> RegisterAsync(string? email = null) =>
        TestUser.RegisterAsync(this, email ?? $"user{Interlocked.Increment(ref users)}.{Guid.CreateVersion7():N}@example.org");

    /// <summary>The database through the app's own model, for looking at what was stored.</summary>
    public async Task<T> ReadAsync<T>(Func<JobTrackerDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await TenantWatch.AsideAsync(() => read(scope.ServiceProvider.GetRequiredService<JobTrackerDb>()));
    }

    /// <summary>Waits until no mail is on its way, so that what was not sent by then will not be.</summary>
    public async Task MailIsQuietAsync()
    {
        // Who asked for a new password is looked up first, and gets a mail then.
        while (await ReadAsync(db => db.ResetRequests.AnyAsync()))
            Services.GetRequiredService<ResetBell>().Ring();
        while (await ReadAsync(db => db.Outbox.AnyAsync(mail => mail.State == MailState.Waiting && mail.Attempts == 0)))
            Services.GetRequiredService<OutboxBell>().Ring();
    }

    /// <summary>Lets time pass for waiting mail, which goes by the database's clock, and has somebody look.</summary>
    public async Task LetMailWaitAsync(TimeSpan time)
    {
        await ExecuteAsync($"update outbox set due_at = due_at - {time}, until = until - {time} where state = 'waiting'");
        Services.GetRequiredService<OutboxBell>().Ring();
    }

    /// <summary>Changes the database behind the app's back.</summary>
    public Task<int> ExecuteAsync(FormattableString sql) => ReadAsync(db => db.Database.ExecuteSqlAsync(sql));

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        if (own is not null)
            await own.DisposeAsync();
        factory.Log.AssertClean();
    }

    /// <summary>Brings an empty database to the newest schema.</summary>
    public static async Task MigrateAsync(string connectionString)
    {
        await using var source = new NpgsqlDataSourceBuilder(connectionString).Build();
        await using var db = new JobTrackerDb(new DbContextOptionsBuilder<JobTrackerDb>().UseNpgsql(source).Options);
        await db.Database.MigrateAsync();
    }

    private static JobTrackerApp Start(
        TestDatabase database,
        (string Name, string Value)[] settings,
        Action<IServiceCollection>? change = null
    ) =>
        new(
            new Factory(SettingsOf(database.ConnectionString, settings), new WatchedLog(LogWords.Begin()), change),
            database,
            database.ConnectionString
        );

    private static Dictionary<string, string?> SettingsOf(string connectionString, (string Name, string Value)[] settings)
    {
        // A busy machine shall not look like a database that is away: the app's own time limits are shorter.
        var all = new Dictionary<string, string?>(Defaults, StringComparer.Ordinal)
        {
            ["DATABASE_URL"] = $"{connectionString};Timeout=60;Command Timeout=60",
        };
        foreach (var (name, value) in settings)
            all[name] = value;
        return all;
    }

    private sealed class Factory(Dictionary<string, string?> settings, WatchedLog log, Action<IServiceCollection>? change = null)
        : WebApplicationFactory<Program>
    {
        public WatchedLog Log => log;
        public TestClock Clock { get; } = new();
        public FakeMail Mail { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            foreach (var (name, value) in settings)
                builder.UseSetting(name, value);
            builder.ConfigureServices(
                (context, services) =>
                {
                    // By the app's own rules; on the console only what went wrong.
                    var logger = Web
                        .Hosting.Logs.Rules(context.Configuration)
                        .WriteTo.Sink(log)
                        .WriteTo.Console(restrictedToMinimumLevel: LogEventLevel.Warning, formatProvider: CultureInfo.InvariantCulture)
                        .CreateLogger();
                    services.RemoveAll<ILoggerProvider>();
                    services.AddSingleton<ILoggerProvider>(_ => new SerilogLoggerProvider(logger, dispose: true));
                }
            );
            builder.ConfigureServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
                if (string.IsNullOrEmpty(settings["Smtp:Url"]))
                    services.Replace(ServiceDescriptor.Singleton<IMailCarrier>(Mail));
                // What the app remembers for a while ends by the same clock.
                services.Configure<MemoryCacheOptions>(options => options.Clock = Clock);
                // Everybody registers here: at full strength the hashes would take most of the time. Their strength has its own tests.
                services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
                services.ConfigureDbContext<JobTrackerDb>(options => options.AddInterceptors(Watch));
                change?.Invoke(services);
            });
        }
    }
}
