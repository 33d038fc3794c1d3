using JobTracker.Features.Transfer.Document;
using Npgsql;
using NpgsqlTypes;

namespace JobTracker.Features.Transfer.Import.Writing;

/// <summary>Which rows of a batch bring an id that something in the account has already, deleted things included.</summary>
internal static class TakenIds
{
    private static readonly (string Table, Func<KeptApplication, IEnumerable<Guid>> Ids)[] Parts =
    [
        ("applications", row => [row.Id]),
        ("status_changes", row => row.History.Select(part => part.Id)),
        ("writing_notes", row => row.Writing.Select(part => part.Id)),
        ("deliverables", row => row.Deliverables.Select(part => part.Id)),
        ("interviews", row => row.Interviews.Select(part => part.Id)),
        ("files", row => row.Files.Select(part => part.Id)),
        ("coach_questions", row => row.Questions.Select(part => part.Id)),
        ("coach_conversations", row => row.Conversations.Select(part => part.Id)),
        ("coach_messages", row => row.Conversations.SelectMany(talk => talk.Messages).Select(part => part.Id)),
        ("mock_questions", row => row.Conversations.SelectMany(talk => talk.Mock?.Asked ?? []).Select(part => part.Id)),
    ];

    /// <summary>The places of such rows in the batch.</summary>
    public static async Task<HashSet<int>> AmongAsync(
        NpgsqlConnection connection,
        Guid owner,
        IReadOnlyList<KeptApplication> rows,
        CancellationToken cancel
    )
    {
        var found = new HashSet<int>();
        foreach (var (table, ids) in Parts)
        {
            var taken = await OfAsync(connection, owner, table, [.. rows.SelectMany(ids)], cancel);
            if (taken.Count > 0)
                found.UnionWith(Enumerable.Range(0, rows.Count).Where(at => ids(rows[at]).Any(taken.Contains)));
        }
        return found;
    }

    /// <summary>Those of the ids that the table has.</summary>
    public static async Task<HashSet<Guid>> OfAsync(
        NpgsqlConnection connection,
        Guid owner,
        string table,
        Guid[] ids,
        CancellationToken cancel
    )
    {
        var taken = new HashSet<Guid>();
        if (ids.Length == 0)
            return taken;
        await using var command = connection.CreateCommand();
        command.CommandText = $"select id from {table} where user_id = $1 and id = any($2)";
        command.Parameters.Add(new NpgsqlParameter { Value = owner, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            taken.Add(reader.GetGuid(0));
        return taken;
    }
}
