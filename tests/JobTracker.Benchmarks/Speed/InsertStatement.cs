using JobTracker.Benchmarks.Houses;
using Npgsql;
using NpgsqlTypes;

namespace JobTracker.Benchmarks.Speed;

/// <summary>One row for one application, and nothing else of what the app does when somebody adds one.</summary>
internal static class InsertStatement
{
    /// <summary>What is taken over from the body.</summary>
    public static readonly string[] Fields = ["company", "position", "status", "channel", "link"];

    private const string Sql = """
        insert into applications (user_id, id, company, position, status, channel, link, is_favorite, company_key, search_text,
            created_at, updated_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, false, $3, $4, $8, $8, 1)
        """;

    private static readonly string[] Usual =
    [
        "Kestrel Maps",
        "Graduate software engineer",
        "applied",
        "linkedin",
        Furniture.AddedLinks + "1",
    ];

    /// <summary>The same row for anybody, with an id of its own.</summary>
    public static Task<NpgsqlCommand> PrepareAsync(NpgsqlConnection connection, Guid person, CancellationToken cancel) =>
        PrepareAsync(connection, person, Guid.CreateVersion7(), Usual, cancel);

    /// <param name="values">Of <see cref="Fields"/>, in their order.</param>
    public static async Task<NpgsqlCommand> PrepareAsync(
        NpgsqlConnection connection,
        Guid person,
        Guid id,
        IEnumerable<string> values,
        CancellationToken cancel
    )
    {
        var command = new NpgsqlCommand(Sql, connection);
        command.Parameters.AddWithValue(NpgsqlDbType.Uuid, person);
        command.Parameters.AddWithValue(NpgsqlDbType.Uuid, id);
        foreach (var value in values)
            command.Parameters.AddWithValue(NpgsqlDbType.Text, value);
        command.Parameters.AddWithValue(NpgsqlDbType.TimestampTz, TimeProvider.System.GetUtcNow().UtcDateTime);
        await command.PrepareAsync(cancel);
        return command;
    }
}
