using System.Data;
using System.Data.Common;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace JobTracker.Features.Files;

/// <summary>Opens a document for reading: its bytes come from the database as they are asked for, never as a whole.</summary>
public sealed class OpenFile(JobTrackerDb db)
{
    /// <summary>An open document; the database connection is taken until it is disposed.</summary>
    public sealed record Opened(string Name, string MediaType, long Size, Stream Content, DbDataReader Reader, DbCommand Command)
        : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Content.DisposeAsync();
            await Reader.DisposeAsync();
            await Command.DisposeAsync();
        }
    }

    public async Task<Outcome<Opened>> RunAsync(UserId owner, Guid id, CancellationToken cancel)
    {
        var head = await db.Files.OwnedBy(owner).Where(row => row.Id == id).Select(FileRow.From).SingleOrDefaultAsync(cancel);
        if (head is null)
            return new NotFound();
        await db.Database.OpenConnectionAsync(cancel);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "select bytes from file_contents where user_id = $1 and id = $2";
        command.Parameters.Add(new NpgsqlParameter { Value = owner.Value });
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancel);
        if (await reader.ReadAsync(cancel))
            return new Opened(head.Name, head.MediaType, head.Size, reader.GetStream(0), reader, command);
        // Deleted between the two questions.
        await reader.DisposeAsync();
        await command.DisposeAsync();
        return new NotFound();
    }
}
