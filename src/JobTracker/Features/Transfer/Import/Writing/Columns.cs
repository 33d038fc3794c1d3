using JobTracker.Kernel;
using Npgsql;
using NpgsqlTypes;

namespace JobTracker.Features.Transfer.Import.Writing;

/// <summary>A table as COPY fills it: one column after the other out of a row of the file.</summary>
/// <param name="Name">In the database.</param>
internal sealed record Columns<T>(string Name)
{
    /// <summary>One file can have so many rows that the usual patience of a command is too short.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<(string Name, NpgsqlDbType Type, Func<T, object?> Value)> all = [];

    public Columns<T> Id(string name, Func<T, Guid?> value) => Add(name, NpgsqlDbType.Uuid, row => value(row));

    public Columns<T> Text(string name, Func<T, string?> value) => Add(name, NpgsqlDbType.Text, value);

    public Columns<T> Texts(string name, Func<T, IReadOnlyList<string>> value) =>
        Add(name, NpgsqlDbType.Array | NpgsqlDbType.Text, row => value(row).ToArray());

    public Columns<T> Word<TWord>(string name, Func<T, TWord> value)
        where TWord : struct, Enum => Text(name, row => Wire.Name(value(row)));

    public Columns<T> Word<TWord>(string name, Func<T, TWord?> value)
        where TWord : struct, Enum => Text(name, row => value(row) is { } word ? Wire.Name(word) : null);

    public Columns<T> Day(string name, Func<T, DateOnly?> value) => Add(name, NpgsqlDbType.Date, row => value(row));

    public Columns<T> Instant(string name, Func<T, DateTimeOffset?> value) =>
        Add(name, NpgsqlDbType.TimestampTz, row => value(row) is { } instant ? Calendar.Storable(instant) : null);

    public Columns<T> Number(string name, Func<T, int?> value) => Add(name, NpgsqlDbType.Integer, row => value(row));

    public Columns<T> Long(string name, Func<T, long?> value) => Add(name, NpgsqlDbType.Bigint, row => value(row));

    public Columns<T> Flag(string name, Func<T, bool> value) => Add(name, NpgsqlDbType.Boolean, row => value(row));

    public Columns<T> Json(string name, Func<T, string?> value) => Add(name, NpgsqlDbType.Jsonb, value);

    public Columns<T> Bytes(string name, Func<T, byte[]> value) => Add(name, NpgsqlDbType.Bytea, value);

    /// <summary>Writes the rows, inside the transaction that the connection is in.</summary>
    public async Task CopyAsync(NpgsqlConnection connection, IEnumerable<T> rows, CancellationToken cancel)
    {
        using var each = rows.GetEnumerator();
        if (!each.MoveNext())
            return;
        var command = $"copy {Name} ({string.Join(", ", all.Select(column => column.Name))}) from stdin (format binary)";
        await using var copy = await connection.BeginBinaryImportAsync(command, cancel);
        copy.Timeout = Patience;
        do
        {
            await copy.StartRowAsync(cancel);
            foreach (var (_, type, value) in all)
            {
                if (value(each.Current) is { } cell)
                    await copy.WriteAsync(cell, type, cancel);
                else
                    await copy.WriteNullAsync(cancel);
            }
        } while (each.MoveNext());
        await copy.CompleteAsync(cancel);
    }

    private Columns<T> Add(string name, NpgsqlDbType type, Func<T, object?> value)
    {
        all.Add((name, type, value));
        return this;
    }
}
