using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace JobTracker.Testing.Sql;

/// <summary>Asks <see cref="TenantRule"/> of every statement that an app sends, in every test, before it is sent.</summary>
/// <exception cref="TenantRuleException">A statement breaks it.</exception>
public sealed class TenantWatch : DbCommandInterceptor
{
    // Few statements are sent very often.
    private static readonly ConcurrentDictionary<string, string?> Judged = new(StringComparer.Ordinal);
    private static readonly AsyncLocal<bool> IsAside = new();

    /// <summary>Runs what a test does to the database behind the app's back, which nobody judges.</summary>
    public static async Task<T> AsideAsync<T>(Func<Task<T>> work)
    {
        IsAside.Value = true;
        return await work();
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        Judge(command, eventData);
        return result;
    }

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result
    )
    {
        Judge(command, eventData);
        return result;
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Judge(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Judge(command, eventData);
        return new(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    )
    {
        Judge(command, eventData);
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Judge(command, eventData);
        return new(result);
    }

    private static void Judge(DbCommand command, CommandEventData eventData)
    {
        if (IsAside.Value || eventData.Context is not { } db)
            return;
        var complaint = Judged.GetOrAdd(command.CommandText, sql => new TenantRule(db.Model).Complaint(sql));
        if (complaint is not null)
            throw new TenantRuleException($"{complaint}: {command.CommandText}");
    }
}

/// <summary>A statement that could not be sent to distributed tables.</summary>
public sealed class TenantRuleException(string message) : Exception(message);
