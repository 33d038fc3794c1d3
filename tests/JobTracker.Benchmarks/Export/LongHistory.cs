using JobTracker.Testing;
using Npgsql;

namespace JobTracker.Benchmarks.Export;

/// <summary>A database in which one person has very many applications, with what people have under them.</summary>
internal static class LongHistory
{
    private const string Fill = """
        set session_replication_role = replica;
        insert into applications (user_id, id, company, position, employment_type, location, channel, link, salary, contact, status, applied_on, comment,
            posting, posting_captured_at, is_favorite, company_key, search_text, created_at, updated_at, version)
        select @owner, gen_random_uuid(), 'Société ' || n % 3000, 'Ingénieure logiciel ' || n % 50, 'cdi', 'Lyon', 'linkedin',
            'https://example.org/jobs/' || n, '42 000 €', 'Ada, ada@example.org', 'rejected', current_date - n % 700,
            repeat('What I noticed about them. ', 8), repeat(md5(n::text) || ' the posting says much. ', 36), now(), n % 10 = 0, 'société',
            repeat('folded ', 300), now() - make_interval(mins => n), now(), 1
        from generate_series(1, @rows) as n;

        insert into status_changes (user_id, id, application_id, status, occurred_on, note, created_at)
        select user_id, gen_random_uuid(), id, (array['draft', 'applied', 'rejected'])[k], current_date - 10 + k,
            case when k = 3 then 'They called, "sorry"' end, created_at
        from applications, generate_series(1, 3) as k;

        insert into deliverables (user_id, id, application_id, title, kind, state, content, search_text, created_at, updated_at, version)
        select user_id, gen_random_uuid(), id, 'Cover letter', 'cover_letter', 'not_started', repeat('Dear team, ', 60), '', created_at, updated_at, 1
        from applications where is_favorite;

        insert into interviews (user_id, id, application_id, starts_at, time_zone, duration_minutes, type, format, status, comment, search_text,
            created_at, updated_at, version)
        select user_id, gen_random_uuid(), id, updated_at, 'Europe/Paris', 60, 'hr', 'video', 'planned', repeat('Ask. ', 40), '', created_at,
            updated_at, 1
        from applications where is_favorite;

        insert into writing_notes (user_id, id, application_id, title, tags, content, search_text, created_at, updated_at, version)
        select user_id, gen_random_uuid(), id, 'Notes', array['tag'], repeat('Because. ', 100), '', created_at, updated_at, 1
        from applications where is_favorite;

        insert into coach_conversations (user_id, id, application_id, mode, title, excluded_items, created_at, updated_at, version)
        select user_id, id, id, 'chat', 'Talk', array[]::text[], created_at, updated_at, 1 from applications where is_favorite;

        insert into coach_messages (user_id, id, conversation_id, role, status, text, client_message_id, cut, stop_requested, created_at)
        select user_id, gen_random_uuid(), id, 'user', 'done', repeat('Tell me more. ', 60), 'm' || k, false, false, created_at
        from coach_conversations, generate_series(1, 4) as k;
        """;

    /// <summary>Gives somebody that many.</summary>
    public static async Task FillAsync(TestDatabase database, Guid owner, int rows)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        // Parameters and several statements at once do not go together.
        var fill = Fill.Replace("@owner", $"'{owner}'::uuid", StringComparison.Ordinal)
            .Replace("@rows", $"{rows}", StringComparison.Ordinal);
        foreach (var sql in new[] { fill, "vacuum analyze" })
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync();
        }
    }
}
