using System.Globalization;
using JobTracker.Testing;
using Npgsql;

namespace JobTracker.Benchmarks.Speed;

/// <summary>A site with people who have applications, as many each: the published app's process, its database, and files with what people send along.</summary>
internal sealed class House : IAsyncDisposable
{
    // As people write them: every application with three changes of its status, some parts under it, texts of the usual length.
    private const string Fill = """
        set session_replication_role = replica;
        insert into applications (user_id, id, company, position, employment_type, location, channel, link, contact, status, due_on, applied_on,
            responded_on, comment, posting, is_favorite, company_key, search_text, created_at, updated_at, version)
        select user_id, gen_random_uuid(), 'Company ' || k % 300, 'Software engineer ' || k,
            (array['cdi', 'cdd', 'stage', 'alternance', 'freelance', 'interim'])[1 + k % 6], 'Lyon', 
            (array['linkedin', 'company_website', 'email', 'indeed', 'apec'])[1 + k % 5], 'https://company.example/jobs/' || k, 'Ms Moreau',
            (array['draft', 'applied', 'screening', 'interview', 'offer', 'accepted', 'rejected', 'withdrawn', 'no_response'])[1 + k % 9],
            case when k % 4 = 0 then current_date + k % 30 end, case when k % 9 <> 0 then day end,
            case when k % 9 in (2, 3, 4, 5, 6) then day + k % 20 end, repeat('What I noticed about them. ', 4),
            case when k % 2 = 0 then repeat('The posting says much about the work. ', 15) end,
            k % 10 = 0, 'company ' || k % 300, 'company ' || k % 300 || ' software engineer ' || k, at, at, 1
        from (
            select user_id, k, current_date - 365 + (365.0 * k / @size)::int as day, now() - interval '365 days' * (1 - 1.0 * k / @size) as at
            from user_accounts, generate_series(1, @size) as k
        ) as rows
        order by at;
        insert into status_changes (user_id, id, application_id, status, occurred_on, created_at)
        select user_id, gen_random_uuid(), id, case when k = 3 then status else (array['draft', 'applied'])[k] end,
            (created_at + interval '9 days' * (k - 1))::date, created_at + interval '9 days' * (k - 1)
        from applications, generate_series(1, 3) as k
        order by created_at + interval '9 days' * (k - 1);
        insert into deliverables (user_id, id, application_id, title, kind, due_on, state, completed_at, search_text, created_at, updated_at, version)
        select user_id, gen_random_uuid(), id, 'Letter', 'other', due_on, case when is_favorite then 'done' else 'not_started' end,
            case when is_favorite then now() end, 'letter', created_at, updated_at, 1
        from applications where due_on is not null;
        update user_accounts set applications_used = @size;
        """;

    private readonly TestDatabase database;
    private readonly DirectoryInfo folder;

    private House(TestDatabase database, JobTrackerProcess app, Uri site, DirectoryInfo folder)
    {
        this.database = database;
        this.folder = folder;
        App = app;
        Site = site;
    }

    public JobTrackerProcess App { get; }
    public Uri Site { get; }
    public string ConnectionString => database.ConnectionString;
    public IReadOnlyList<Guid> People { get; private set; } = [];
    public string Nobody => PathOf("nobody");
    public string Tokens => PathOf("tokens");
    public string Cookies => PathOf("cookies");
    public string NewApplication => PathOf("application");
    public string SignIn => PathOf("sign-in");

    public static async Task<House> BuildAsync(int people, int size)
    {
        var empty = await TestDatabase.CreateAsync("jobtracker", JobTrackerApp.MigrateAsync);
        var app = JobTrackerProcess.Start(Settings(empty.ConnectionString));
        var house = new House(empty, app, await app.ListeningAsync(), Directory.CreateTempSubdirectory("jobtracker-speed-"));
        await house.MoveInAsync(people);
        await house.ExecuteAsync(Fill.Replace("@size", size.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        await house.ExecuteAsync("vacuum analyze");
        return house;
    }

    /// <summary>Production, with every limit on and so high that nobody meets it: the checks are part of what is measured.</summary>
    public static Dictionary<string, string> Settings(string connectionString) =>
        new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["DATABASE_URL"] = connectionString,
            ["JWT_SECRET"] = Limits.JwtSecret,
            ["DATA_PROTECTION_SECRET"] = "pW3e-benchmark-Vu8nB2kM7xQ4tR9zF6aS1dG5",
            ["Quotas__MaxUsers"] = "1000000",
            ["Quotas__MaxApplicationsPerUser"] = "10000000",
            ["Limits__LoginPerMinutePerIp"] = "1000000000",
            ["Limits__LoginPerMinutePerAccount"] = "1000000000",
            ["Limits__RegisterPerHour"] = "1000000000",
            ["Limits__ApiPerMinute"] = "1000000000",
            // The proxy of a published site speaks https; its word is what makes the cookie's name.
            ["ForwardedHeaders__Limit"] = "1",
            ["Shutdown__DrainSeconds"] = "0",
        };

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task MoveInAsync(int people)
    {
        using var client = await App.CreateClientAsync();
        var visitors = new List<Visitor>();
        for (var number = 0; number < people; number++)
            visitors.Add(await Visitor.RegisterAsync(client.BaseAddress!, $"person{number}@example.org"));
        People = [.. visitors.Select(visitor => visitor.Id)];
        await File.WriteAllTextAsync(Nobody, "");
        await File.WriteAllLinesAsync(Tokens, visitors.Select(visitor => $"Authorization: Bearer {visitor.Token}"));
        await File.WriteAllLinesAsync(Cookies, visitors.Select(visitor => $"Cookie: {visitor.Cookie}"));
        await File.WriteAllTextAsync(
            NewApplication,
            """{"company": "Kestrel Maps #", "position": "Graduate software engineer", "status": "applied", "channel": "linkedin", "link": "https://kestrel.example/jobs/#"}"""
        );
        await File.WriteAllTextAsync(SignIn, $$"""{"email": "person0@example.org", "password": "{{TestUser.Password}}"}""");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);
}
