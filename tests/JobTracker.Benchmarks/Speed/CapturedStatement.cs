using System.Data.Common;
using System.Text.Json;
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

/// <summary>Rows as they come out of the database, as JSON and as a table in HTML.</summary>
internal static class Rows
{
    public static async Task WriteJsonAsync(NpgsqlDataReader reader, Utf8JsonWriter json, CancellationToken cancel)
    {
        var names = Enumerable
            .Range(0, reader.FieldCount)
            .Select(column => JsonEncodedText.Encode(JsonNamingPolicy.SnakeCaseLower.ConvertName(reader.GetName(column))))
            .ToArray();
        json.WriteStartObject();
        json.WriteStartArray("items");
        while (await reader.ReadAsync(cancel))
        {
            json.WriteStartObject();
            for (var column = 0; column < names.Length; column++)
            {
                json.WritePropertyName(names[column]);
                Write(json, reader.IsDBNull(column) ? null : reader.GetValue(column));
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case Guid id:
                json.WriteStringValue(id);
                break;
            case DateTime instant:
                json.WriteStringValue(instant);
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }
}
