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
}
