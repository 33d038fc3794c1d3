using Npgsql;
using NpgsqlTypes;

namespace JobTracker.Benchmarks.Houses;

/// <summary>
/// Rows as people write them: every application with three changes of its status, some parts under it, texts of the usual length. They stand
/// in the order of time, as they came in: those of one person lie scattered among the others'. The same number of applications gives
/// anybody the same rows, wherever they live.
/// </summary>
internal static class Furniture
{
    /// <summary>How the links of applications begin that are added while something is measured.</summary>
    public const string AddedLinks = "https://kestrel.example/jobs/";

    private const string ClearUp = $"""
        set session_replication_role = replica;
        create temp table added as select user_id, id from applications where link like '{AddedLinks}%';
        delete from status_changes using added where status_changes.user_id = added.user_id and application_id = added.id;
        delete from applications using added where applications.user_id = added.user_id and applications.id = added.id;
        update user_accounts set applications_used = (select count(*) from applications where applications.user_id = user_accounts.user_id)
        where user_id in (select user_id from added);
        delete from idempotency_records;
        """;

    // A million rows go in faster where indexes other than the keys are made afterwards.
    private const string TakeDownShelves = """
        set maintenance_work_mem = '256MB';
        create temp table shelves as
        select quote_ident(indexname) as name, indexdef as definition from pg_indexes
        where schemaname = 'public' and tablename in ('applications', 'status_changes', 'deliverables', 'interviews')
            and not exists (select from pg_constraint where conname = indexname);
        do $$ declare shelf record; begin for shelf in select * from shelves loop execute 'drop index ' || shelf.name; end loop; end $$;
        """;

    private const string PutUpShelves =
        "do $$ declare shelf record; begin for shelf in select * from shelves loop execute shelf.definition; end loop; end $$";

    private const string People = "create temp table people as select * from unnest($1, $2, $3) as person (user_id, number, size)";

    private const string Crowd = """
        insert into users (id, user_name, normalized_user_name, email, normalized_email, email_confirmed, security_stamp, concurrency_stamp,
            phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count, created_at)
        select user_id, email, upper(email), email, upper(email), true, user_id, user_id, false, false, true, 0, now()
        from (select user_id, 'crowd' || number || '@example.org' as email from people where number > 0) as people;

        insert into user_accounts (user_id, time_zone, locale, digest_enabled, digest_hour, follow_up_days, applications_used, file_bytes_used,
            created_at, updated_at, version)
        select user_id, 'Europe/Paris', 'fr', false, 7, 7, 0, 0, now(), now(), 1 from people where number > 0;

        insert into sign_ins (id, user_id, kind, device, created_at, last_seen_at, expires_at)
        select gen_random_uuid(), user_id, kind, 'Firefox on Linux', now(), now(), now() + interval '14 days'
        from people, unnest(array['browser', 'token']) as kind where number > 0;
        """;

    private const string Applications = """
        insert into applications (user_id, id, company, position, employment_type, location, channel, link, link_hash, contact, status, due_on, applied_on,
            responded_on, comment, posting, is_favorite, company_key, search_text, created_at, updated_at, version)
        select user_id, gen_random_uuid(), 'Company ' || k % 300, 'Software engineer ' || k,
            (array['cdi', 'cdd', 'stage', 'alternance', 'freelance', 'interim'])[1 + k % 6], 'Lyon',
            (array['linkedin', 'company_website', 'email', 'indeed', 'apec'])[1 + k % 5], 'https://company.example/jobs/' || k,
            hashtextextended('https://company.example/jobs/' || k, 0), 'Ms Moreau',
            (array['draft', 'applied', 'screening', 'interview', 'offer', 'accepted', 'rejected', 'withdrawn', 'no_response'])[1 + k % 9],
            case when k % 4 = 0 then current_date + k % 30 end, case when k % 9 <> 0 then day end,
            case when k % 9 in (2, 3, 4, 5, 6) then day + k % 20 end, repeat('What I noticed about them. ', 4),
            case when k % 2 = 0 then repeat('The posting says much about the work. ', 15) end,
            k % 10 = 0, 'company ' || k % 300, 'company ' || k % 300 || ' software engineer ' || k, at, at, 1
        from (
            select user_id, k, current_date - 365 + (365.0 * k / size)::int as day, now() - interval '365 days' * (1 - 1.0 * k / size) as at
            from people, generate_series(1, size) as k
        ) as rows
        order by at;
        """;

    private const string Parts = """
        insert into status_changes (user_id, id, application_id, status, occurred_on, created_at)
        select user_id, gen_random_uuid(), id, case when k = 3 then status else (array['draft', 'applied'])[k] end,
            (created_at + interval '9 days' * (k - 1))::date, created_at + interval '9 days' * (k - 1)
        from applications, generate_series(1, 3) as k
        order by created_at + interval '9 days' * (k - 1);

        insert into deliverables (user_id, id, application_id, title, kind, due_on, state, completed_at, search_text, created_at, updated_at, version)
        select user_id, gen_random_uuid(), id, 'Letter', 'other', due_on, case when is_favorite then 'done' else 'not_started' end,
            case when is_favorite then now() end, 'letter', created_at, updated_at, 1
        from applications where due_on is not null order by created_at;

        insert into interviews (user_id, id, application_id, starts_at, time_zone, duration_minutes, type, format, status, search_text, created_at,
            updated_at, version)
        select user_id, gen_random_uuid(), id, coalesce(due_on, applied_on + 30), 'Europe/Paris', 60, 'hr', 'video',
            case when due_on is null then 'completed' else 'planned' end, '', created_at, updated_at, 1
        from applications where status in ('interview', 'offer', 'accepted') order by created_at;

        update user_accounts set applications_used = size from people where people.user_id = user_accounts.user_id;
        """;

    /// <summary>Moves the crowd in and gives everybody their rows.</summary>
    public static async Task BringAsync(string connectionString, IReadOnlyList<Guid> visitors, Census census)
    {
        await using var connection = await OpenAsync(connectionString);
        // No checks row by row of what is right by its making.
        await ExecuteAsync(connection, "set session_replication_role = replica");
        await ExecuteAsync(
            connection,
            People,
            [.. visitors, .. census.Crowd.Select(_ => Guid.CreateVersion7())],
            [.. visitors.Select(_ => 0), .. Enumerable.Range(1, census.Crowd.Count)],
            [.. census.Visitors, .. census.Crowd]
        );
        foreach (var sql in (string[])[TakeDownShelves, Crowd, Applications, Parts, PutUpShelves, "vacuum analyze", "checkpoint"])
            await ExecuteAsync(connection, sql);
        await CheckAsync(connectionString, census);
    }

    /// <summary>Takes away what was added since, so that each round finds what the one before found.</summary>
    public static async Task ClearUpAsync(string connectionString)
    {
        await using var connection = await OpenAsync(connectionString);
        await ExecuteAsync(connection, ClearUp);
    }

    private static async Task CheckAsync(string connectionString, Census census)
    {
        var wanted = census.Visitors.Sum() + census.Crowd.Sum();
        var (applications, changes) = (
            await CountAsync(connectionString, "applications"),
            await CountAsync(connectionString, "status_changes")
        );
        if (applications != wanted || changes != 3 * wanted)
            throw new InvalidOperationException(
                $"The house holds {applications} applications and {changes} status changes instead of {wanted} and {3 * wanted}."
            );
    }

    /// <summary>How many rows a table has.</summary>
    public static async Task<long> CountAsync(string connectionString, string table)
    {
        await using var connection = await OpenAsync(connectionString);
        await using var command = new NpgsqlCommand($"select count(*) from {table}", connection) { CommandTimeout = 0 };
        return (long)(await command.ExecuteScalarAsync())!;
    }

    // Not from a pool, and not back into it: some forgo checks that others need.
    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task ExecuteAsync(
        NpgsqlConnection connection,
        string sql,
        Guid[]? people = null,
        int[]? numbers = null,
        int[]? sizes = null
    )
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        if (people is not null)
        {
            command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Uuid, people);
            command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Integer, numbers!);
            command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Integer, sizes!);
        }
        await command.ExecuteNonQueryAsync();
    }
}
