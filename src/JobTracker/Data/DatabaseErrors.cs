using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace JobTracker.Data;

/// <summary>What the database refused. Recognised by SQLSTATE and the name in the message: on Citus the constraint's own field stays empty.</summary>
public static class DatabaseErrors
{
    /// <summary>True when a unique index or key whose name contains <paramref name="name"/> was broken.</summary>
    public static bool Breaks(this DbUpdateException exception, string name) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } postgres
        && postgres.MessageText.Contains(name, StringComparison.Ordinal);

    /// <summary>True when a row was to belong to an account that was deleted meanwhile.</summary>
    public static bool MissesAccount(this DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation } postgres
        && postgres.MessageText.Contains("_user_id_fkey", StringComparison.Ordinal);

    /// <summary>
    /// True when the database has undone the whole transaction because of another one (40001, 40P01: a deadlock, on Citus also one between
    /// machines): nothing of it is left, and doing it again will most likely succeed.
    /// </summary>
    public static bool IsUndoneForAnother(this Exception exception) =>
        exception.FromDatabase()
            is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <summary>True when the connection broke (08006, or the line went silent). What was under way may have been done or not. Waiting in vain is something else.</summary>
    public static bool IsBrokenLine(this Exception exception) =>
        exception.FromDatabase() switch
        {
            PostgresException
            {
                SqlState: PostgresErrorCodes.ConnectionFailure or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            } => true,
            PostgresException or null => false,
            var broken => broken.InnerException is IOException and not { InnerException: TimeoutException },
        };

    /// <summary>Behind what EF puts around it.</summary>
    private static NpgsqlException? FromDatabase(this Exception exception) =>
        exception switch
        {
            NpgsqlException own => own,
            DbUpdateException or InvalidOperationException => exception.InnerException?.FromDatabase(),
            _ => null,
        };
}
