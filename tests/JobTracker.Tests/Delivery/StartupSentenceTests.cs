using System.Net;
using System.Net.Sockets;
using JobTracker.Testing;

namespace JobTracker.Tests.Delivery;

/// <summary>Whoever starts the app with something missing or wrong reads one sentence that says what to do.</summary>
[Collection(ProcessesAlone.Name)]
public sealed class StartupSentenceTests
{
    // Nobody listens on port 1.
    private const string Away = "postgres://somebody:pw-canary@127.0.0.1:1/jobs";

    // Mail is on, so that what it needs is asked for.
    private static readonly (string, string)[] Mail =
    [
        ("Smtp__Url", "smtp://jobs:pw-canary@mail.example.org"),
        ("Smtp__From", "JobTracker <jobs@example.org>"),
        ("Public__BaseUrl", "https://jobs.example.org"),
    ];

    [Theory]
    [InlineData("DATABASE_URL", "", "DATABASE_URL is missing")]
    [InlineData("DATABASE_URL", "jobs", "DATABASE_URL cannot be read")]
    [InlineData("DATABASE_URL", "postgres://somebody@:5432/jobs", "DATABASE_URL cannot be read")]
    [InlineData("DATABASE_URL", "Database=jobs;Username=somebody", "DATABASE_URL names no host")]
    [InlineData("JWT_SECRET", "", "JWT_SECRET is missing")]
    [InlineData("JWT_SECRET", "kR7v-Zq4mX9wL2sT8bN5yC1hD6gJ3xY", "JWT_SECRET is too short")]
    [InlineData("JWT_SECRET", "changeme-changeme-changeme-changeme", "JWT_SECRET looks like a sample")]
    [InlineData("DATA_PROTECTION_SECRET", "", "DATA_PROTECTION_SECRET is missing")]
    [InlineData("DATA_PROTECTION_SECRET", "pW3e-delivery-Vu8nB2kM7xQ4tR9zF6aS1dG5;old", "DATA_PROTECTION_SECRET is too short")]
    [InlineData("Quotas__MaxUsers", "ten", "Quotas__MaxUsers must be a whole number from 0 to 2147483647, or empty for no limit.")]
    [InlineData("Quotas__MaxApplicationsPerUser", "-1", "Quotas__MaxApplicationsPerUser must be a whole number from 0 to")]
    [InlineData("Limits__LoginPerMinutePerIp", "1.5", "Limits__LoginPerMinutePerIp must be a whole number from 0 to 2147483647.")]
    [InlineData("Limits__ApiPerMinute", "", "Limits__ApiPerMinute must be a whole number from 0 to 2147483647.")]
    [InlineData("Limits__RegisterPerHour", "99999999999", "Limits__RegisterPerHour must be a whole number from 0 to 2147483647.")]
    [InlineData("Limits__HashQueue", "10001", "Limits__HashQueue must be a whole number from 0 to 10000.")]
    [InlineData("ForwardedHeaders__Limit", "all", "ForwardedHeaders__Limit must be a whole number from 0 to 10.")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector", "OTEL_EXPORTER_OTLP_ENDPOINT must be the address of a collector")]
    [InlineData("Registration__Mode", "7", "Registration__Mode must be one of open, invite, closed.")]
    [InlineData("Database__MigrateOnStart", "yes", "Database__MigrateOnStart must be true or false.")]
    [InlineData("Demo__Seed", "1", "Demo__Seed must be true or false.")]
    [InlineData("Gemini__BaseUrl", "http://gemini.example.org", "Gemini__BaseUrl must be an address that begins with https://")]
    [InlineData("Gemini__Model", "models/one", "Gemini__Model must be the name of a model")]
    [InlineData("OpenAI__BaseUrl", "api", "OpenAI__BaseUrl must be an address that begins with https://")]
    [InlineData("GEMINI_API_KEY", "two words of a key", "GEMINI_API_KEY does not look like a key")]
    [InlineData("Quotas__CoachTokensPerDay", "many", "Quotas__CoachTokensPerDay must be a whole number")]
    [InlineData("Smtp__Url", "mail.example.org", "Smtp__Url must be smtp://user:password@host:587 or smtps://")]
    [InlineData("Smtp__Url", "smtp://jobs@mail.example.org", "Smtp__Url must be smtp://user:password@host:587 or smtps://")]
    [InlineData("Smtp__Url", "smtps://mail.example.org/inbox", "Smtp__Url must be smtp://user:password@host:587 or smtps://")]
    [InlineData("Smtp__From", "", "Smtp__From is missing: set it to the sender of mails")]
    [InlineData("Smtp__From", "jobs", "Smtp__From must be an e-mail address")]
    [InlineData("Public__BaseUrl", "", "Public__BaseUrl is missing: set it to the address at which people reach the site")]
    [InlineData("Public__BaseUrl", "jobs.example.org", "Public__BaseUrl must be the address of the site without a path")]
    [InlineData("Public__BaseUrl", "https://example.org/jobs", "Public__BaseUrl must be the address of the site without a path")]
    [InlineData("Cors__Origins", "*", "Cors__Origins must be origins with commas between them")]
    [InlineData("Cors__Origins", "https://one.example,https://two.example/path", "Cors__Origins must be origins with commas between them")]
    [InlineData("PORT", "http", "PORT must be a whole number from 1 to 65535.")]
    public async Task A_wrong_setting_is_named_with_what_it_takes(string name, string value, string sentence) =>
        await AssertStopsAsync(Environments.Production(Away, [.. Mail, (name, value)]), sentence);

    [Theory]
    [InlineData("migrate")]
    [InlineData("--Database:MigrateOnStart=true")]
    public async Task A_database_that_is_away_is_said_to_be_so(string argument) =>
        await AssertStopsAsync(Environments.Production(Away), "The database of DATABASE_URL cannot be used (ConnectionRefused)", argument);

    [Fact]
    public async Task A_database_that_refuses_the_password_is_said_to_do_so()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var wrong = new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString) { Password = "pw-canary" }.ConnectionString;
        await AssertStopsAsync(Environments.Production(wrong), "The database of DATABASE_URL cannot be used (28P01)", "migrate");
    }

    [Fact]
    public async Task A_port_in_use_is_said_to_be_so()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await AssertCannotListenAsync($"http://{other.LocalEndpoint}", "The port is in use: stop the other program, or choose another");
    }

    [Theory]
    [InlineData("nowhere", "The address to listen on cannot be read: choose another with ASPNETCORE_URLS")]
    [InlineData("http://192.0.2.1:5001", "This machine does not have the address to listen on: choose another with ASPNETCORE_URLS")]
    public async Task An_address_that_is_none_of_this_machine_is_said_to_be_so(string address, string sentence) =>
        await AssertCannotListenAsync(address, sentence);

    [Fact]
    public async Task An_unknown_command_is_answered_with_the_known_ones_before_anything_is_started() =>
        await AssertStopsAsync(
            [],
            "There is no command migrat: use migrate, seed-demo, invite, grant-admin, reseal-keys, health, or nothing",
            "migrat"
        );

    [Fact]
    public async Task An_option_for_the_server_is_no_command()
    {
        var environment = Environments.Production(Away);
        environment.Remove("ASPNETCORE_URLS");
        await using var process = JobTrackerProcess.Start(environment, null, "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = await process.ListeningAsync() };
        Assert.Equal("Healthy", await client.GetStringAsync("/health/live"));
    }

    private static async Task AssertCannotListenAsync(string address, string sentence)
    {
        await using var database = await TestDatabase.CreateAsync("jobtracker", JobTrackerApp.MigrateAsync);
        await AssertStopsAsync(Environments.Production(database.ConnectionString, ("ASPNETCORE_URLS", address)), sentence);
    }

    /// <summary>Exit code 1, one line on standard error, no stack trace and no password anywhere.</summary>
    private static async Task AssertStopsAsync(Dictionary<string, string> environment, string sentence, params string[] arguments)
    {
        await using var process = JobTrackerProcess.Start(environment, null, arguments);
        var code = await process.ExitAsync();
        Assert.StartsWith(sentence, process.Errors, StringComparison.Ordinal);
        Assert.Equal(1, code);
        Assert.DoesNotContain('\n', process.Errors);
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("pw-canary", process.Output + process.Errors, StringComparison.Ordinal);
    }
}
