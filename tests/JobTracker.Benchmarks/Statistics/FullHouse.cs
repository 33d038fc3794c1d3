using JobTracker.Testing;
using Npgsql;

namespace JobTracker.Benchmarks.Statistics;

/// <summary>A site with a million applications of 20,000 people, one of whom has 10,000 of them with 60,000 status changes.</summary>
internal sealed class FullHouse : IAsyncDisposable
{
    // Rows stand in the order of time, as they came in: those of one person lie scattered.
    private const string Fill = """
        set session_replication_role = replica;
        create temp table people as
        select case when n = 1 then @owner else gen_random_uuid() end as user_id, n, case when n = 1 then 10000 else 49 + n % 2 end as size
        from generate_series(1, 20000) as n;

        insert into user_accounts (user_id, time_zone, locale, digest_enabled, digest_hour, follow_up_days, applications_used, file_bytes_used,
            created_at, updated_at, version)
        select user_id, 'Europe/Paris', 'fr', false, 7, 7, size, 0, now(), now(), 1 from people where n > 1;

        insert into applications (user_id, id, company, position, employment_type, channel, status, applied_on, responded_on, comment, posting,
            is_favorite, company_key, search_text, created_at, updated_at, version)
        select user_id, gen_random_uuid(), 'Company ' || k % 300, 'Engineer',
            (array['cdi', 'cdd', 'stage', 'alternance', 'freelance', 'interim'])[1 + (k * 7 + n) % 9],
            (array['linkedin', 'company_website', 'email', 'indeed', 'apec', 'pole_emploi', 'referral', 'other'])[1 + (k * 5 + n) % 10],
            (array['draft', 'applied', 'screening', 'interview', 'offer', 'accepted', 'rejected', 'withdrawn', 'no_response'])[1 + (k * 13 + n) % 9],
            case when k % 9 <> 0 then day end, case when k % 3 = 0 and k % 9 <> 0 then day + k * 11 % 60 end,
            repeat('What I noticed about them. ', 4), case when k % 2 = 0 then repeat('The posting says much about the work. ', 15) end,
            k % 10 = 0, 'company ' || k % 300, 'company engineer ' || k, at, at, 1
        from (
            select *, current_date - 730 + (730.0 * k / size)::int as day, now() - interval '730 days' * (1 - 1.0 * k / size) as at
            from people, generate_series(1, size) as k
        ) as rows
        order by at;

        insert into status_changes (user_id, id, application_id, status, occurred_on, note, created_at)
        select user_id, gen_random_uuid(), id,
            case when k = length then status
            else (array['draft', 'applied', 'screening', 'interview', 'offer', 'rejected'])[
                1 + case when k < 4 then k - 1 else (k * 3 + get_byte(uuid_send(id), 0)) % 6 end] end,
            (created_at + interval '9 days' * (k - 1))::date, case when k % 3 = 0 then 'They called in the morning' end,
            created_at + interval '9 days' * (k - 1)
        from (select *, case when user_id = @owner then 6 else 3 end as length from applications) as rows, generate_series(1, length) as k
        order by created_at + interval '9 days' * (k - 1);

        insert into interviews (user_id, id, application_id, starts_at, time_zone, duration_minutes, type, format, status, search_text, created_at,
            updated_at, version)
        select user_id, gen_random_uuid(), id, updated_at, 'UTC', 60, 'hr', 'video',
            (array['planned', 'completed', 'cancelled'])[1 + get_byte(uuid_send(id), 1) % 3], '', created_at, updated_at, 1
        from applications where get_byte(uuid_send(id), 2) < 60;
        """;

    private FullHouse(JobTrackerApp app, TestUser user) => (App, User) = (app, user);

    public JobTrackerApp App { get; }

    public TestUser User { get; }

    public static async Task<FullHouse> StartAsync()
    {
        var app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", ""));
        var user = await app.RegisterAsync();
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync();
        // Parameters and several statements at once do not go together.
        await ExecuteAsync(connection, Fill.Replace("@owner", $"'{user.Id}'::uuid", StringComparison.Ordinal));
        await ExecuteAsync(connection, "vacuum analyze");
        return new FullHouse(app, user);
    }

    public async ValueTask DisposeAsync()
    {
        User.Dispose();
        await App.DisposeAsync();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
