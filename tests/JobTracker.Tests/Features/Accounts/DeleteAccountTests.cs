using System.Net.Http.Json;
using JobTracker.Testing;
using Npgsql;

namespace JobTracker.Tests.Features.Accounts;

public sealed class DeleteAccountTests
{
    [Fact]
    public async Task Nothing_of_the_person_is_left_in_any_table()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxUsers", "2"));
        using var stays = await app.RegisterAsync();
        await stays.AddAsync();
        var before = await RowsAsync(app);

        using var goes = await app.RegisterAsync();
        var row = await goes.AddAsync();
        await goes.AddAsync();
        using var deleted = await goes.Client.DeleteAsync($"/api/applications/{row["id"]}");
        await deleted.ReadAsync(204);
        using var keyed = new HttpRequestMessage(HttpMethod.Post, "/api/applications")
        {
            Content = JsonContent.Create(new { company = "A", position = "B" }),
        };
        keyed.Headers.Add("Idempotency-Key", "key");
        using var added = await goes.Client.SendAsync(keyed);
        await added.ReadAsync(201);

        using var answer = await DeleteAsync(goes, TestUser.Password);
        await answer.ReadAsync(204);
        Assert.Equal(before, await RowsAsync(app));
        using var me = await goes.Client.GetAsync("/api/auth/me");
        await me.ProblemAsync(401, "unauthenticated");

        // The place is free, and so is the address.
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

    private static Task<HttpResponseMessage> DeleteAsync(TestUser user, string? password) =>
        user.Client.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/api/auth/me") { Content = JsonContent.Create(new { password }) });

    /// <summary>The number of rows of every table, by name; keys of the site itself come and go.</summary>
    private static async Task<List<string>> RowsAsync(JobTrackerApp app)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        await using var command = source.CreateCommand(
            """
            select table_name || ' ' || (xpath('/row/n/text()', query_to_xml('select count(*) as n from ' || quote_ident(table_name), false, true, '')))[1]::text
            from information_schema.tables where table_schema = 'public' and table_name not in ('data_protection_keys', 'throttles') order by table_name
            """
        );
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
