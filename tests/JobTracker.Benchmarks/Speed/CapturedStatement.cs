using System.Data.Common;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace JobTracker.Benchmarks.Speed;

/// <summary>A statement as the app sends it, to be sent again with nothing around it.</summary>
internal sealed class CapturedStatement
{
    private readonly string sql;
    private readonly IReadOnlyList<(string Name, object Value)> parameters;
    private readonly Guid owner;

    private CapturedStatement(NpgsqlCommand command, Guid owner)
    {
        sql = command.CommandText;
        parameters = [.. command.Parameters.Select(parameter => (parameter.ParameterName, parameter.Value!))];
        this.owner = owner;
    }

    /// <summary>The last statement that a use case sends.</summary>
    public static async Task<CapturedStatement> OfAsync(string connectionString, Guid owner, Func<JobTrackerDb, UserId, Task> useCase)
    {
        var ear = new Ear();
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var db = new JobTrackerDb(new DbContextOptionsBuilder<JobTrackerDb>().UseNpgsql(source).AddInterceptors(ear).Options);
        await useCase(db, new UserId(owner));
        return new CapturedStatement(ear.Last ?? throw new InvalidOperationException("Nothing was sent."), owner);
    }

    /// <summary>For one person, prepared: the connection keeps it prepared for the next one who takes it from the pool.</summary>
    public async Task<NpgsqlCommand> PrepareAsync(NpgsqlConnection connection, Guid person, CancellationToken cancel)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value.Equals(owner) ? person : value);
        await command.PrepareAsync(cancel);
        return command;
    }

    private sealed class Ear : DbCommandInterceptor
    {
        public NpgsqlCommand? Last { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Last = ((NpgsqlCommand)command).Clone();
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            Last = ((NpgsqlCommand)command).Clone();
            return new(result);
        }
    }
}
