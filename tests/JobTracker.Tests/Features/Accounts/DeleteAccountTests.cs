using System.Net.Http.Json;
using JobTracker.Testing;
using JobTracker.Testing.Ai;
using JobTracker.Tests.Architecture;
using JobTracker.Tests.Features.CalendarFeed;
using Npgsql;

namespace JobTracker.Tests.Features.Accounts;

public sealed class DeleteAccountTests
{
    /// <summary>Tables of the site itself, whose rows come and go without regard to this person.</summary>
    private static readonly string[] OfTheSite =
    [
        "__EFMigrationsHistory",
        "data_protection_keys",
        "system_counters",
        "throttles",
        "invitations",
        // What administrators did stays, as numbers that are nobody's any more.
        "admin_acts",
    ];

    /// <summary>Tables that have rows only while something is under way, and those of Identity that this app leaves empty.</summary>
    private static readonly string[] MayBeEmpty = ["coach_reservations", "reset_requests", "user_claims", "user_logins", "user_tokens"];

    [Fact]
    public async Task Of_somebody_who_has_a_row_in_every_table_none_is_left()
    {
        await using var gemini = await FakeGemini.StartAsync();
        await using var app = await JobTrackerApp.StartAsync(
            ("Quotas:MaxApplicationsPerUser", ""),
            ("GEMINI_API_KEY", "the-operators-key-in-tests"),
            ("Gemini:BaseUrl", gemini.Address.AbsoluteUri)
        );
        using var stays = await Possessions.CreateAsync(app);
        await app.MailIsQuietAsync();
        var before = await RowsAsync(app);

        using var goes = await Possessions.CreateAsync(app);
        await AddWhatElseThereIsAsync(app, goes.User);
        await app.MailIsQuietAsync();
        var full = await RowsAsync(app);
        // A new table needs a row here, or its place on one of the two lists.
        Assert.Equal([], full.Keys.Where(table => full[table] <= before.GetValueOrDefault(table)).Except(MayBeEmpty));

        using var answer = await DeleteAsync(goes.User, TestUser.Password);
        await answer.ReadAsync(204);
        Assert.Equal(before, await RowsAsync(app));
    }

    [Fact]
    public async Task The_token_the_place_and_the_address_are_free_at_once()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxUsers", "1"));
        using var goes = await app.RegisterAsync();
        using var answer = await DeleteAsync(goes, TestUser.Password);
        await answer.ReadAsync(204);
        using var me = await goes.Client.GetAsync("/api/auth/me");
        await me.ProblemAsync(401, "unauthenticated");
        using var again = await app.RegisterAsync(goes.Email);
        Assert.NotEqual(goes.Id, again.Id);
    }

    [Fact]
    public async Task The_password_is_needed()
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var user = await app.RegisterAsync();
        using var wrong = await DeleteAsync(user, "not my password");
        await wrong.RefusesAsync("password");
        using var missing = await DeleteAsync(user, null);
        await missing.RefusesAsync("password");
        using var me = await user.Client.GetAsync("/api/auth/me");
        await me.ReadAsync(200);
    }

    /// <summary>A second factor, a daily digest, a calendar, a key for repeats, and something that was deleted before.</summary>
    private static async Task AddWhatElseThereIsAsync(JobTrackerApp app, TestUser user)
    {
        await TwoFactorOn.SwitchAsync(app, user);
        using var digest = await user.SendAsync(
            HttpMethod.Put,
            "/api/auth/update-profile",
            new
            {
                time_zone = "Europe/Paris",
                locale = "en",
                digest_enabled = true,
            }
        );
        await digest.ReadAsync(200);
        await user.ShareCalendarAsync();
        var row = await user.AddAsync();
        using var deleted = await user.Client.DeleteAsync($"/api/applications/{row["id"]}");
        await deleted.ReadAsync(204);
        using var keyed = new HttpRequestMessage(HttpMethod.Post, "/api/applications")
        {
            Content = JsonContent.Create(new { company = "A", position = "B" }),
        };
        keyed.Headers.Add("Idempotency-Key", "key");
        using var added = await user.Client.SendAsync(keyed);
        await added.ReadAsync(201);
    }

    private static Task<HttpResponseMessage> DeleteAsync(TestUser user, string? password) =>
        user.Client.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/api/auth/me") { Content = JsonContent.Create(new { password }) });

    /// <summary>The number of rows of every table of the schema, whatever tables there are.</summary>
    private static async Task<SortedDictionary<string, long>> RowsAsync(JobTrackerApp app)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        await using var command = source.CreateCommand(
            """
            select table_name, (xpath('/row/n/text()', query_to_xml('select count(*) as n from ' || quote_ident(table_name), false, true, '')))[1]::text::bigint
            from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all($1)
            """
        );
        command.Parameters.Add(new NpgsqlParameter { Value = OfTheSite });
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0), reader.GetInt64(1));
        return rows;
    }
}
