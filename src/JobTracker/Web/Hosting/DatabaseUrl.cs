using Npgsql;

namespace JobTracker.Web.Hosting;

/// <summary><c>DATABASE_URL</c>: postgres:// as hosts give it, or Npgsql's own form.</summary>
public static class DatabaseUrl
{
    // Connect and command together are the five seconds after which anybody hears that the database is away: to a server that hangs in the middle of
    // a command, the driver opens a second connection to cancel it, and waits for that one as long as for any other.
    private const int ConnectSeconds = 2;
    private const int CommandSeconds = 3;

    // Then it waits for the cancelled command to say so.
    private const int CancellationMilliseconds = 300;
    private const int PoolSize = 40;

    // Statements that a connection sends again and again are planned by the server once. Their plans are kept on the connection, so a pool between
    // them that hands out another one for each transaction needs 0 (docs/operations.md).
    private const int PreparedStatements = 100;

    // One plan for everybody. Left to itself the server plans a list anew at every run, since it cannot know how short the page will be, and
    // planning it takes longer than reading it.
    private const string OnePlan = "-c plan_cache_mode=force_generic_plan";

    /// <summary>An Npgsql connection string with the app's time limits.</summary>
    /// <exception cref="StartupException">It is neither form.</exception>
    public static string ToConnectionString(string url)
    {
        NpgsqlConnectionStringBuilder parts;
        try
        {
            parts = IsUrl(url) ? FromUrl(new Uri(url)) : new NpgsqlConnectionStringBuilder(url);
        }
        catch (Exception wrong) when (wrong is UriFormatException or ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new StartupException(
                "DATABASE_URL cannot be read: use postgres://user:password@host:5432/database or Host=…;Database=…;Username=…;Password=…."
            );
        }
        if (string.IsNullOrEmpty(parts.Host))
            throw new StartupException(
                "DATABASE_URL names no host: use postgres://user:password@host:5432/database or Host=…;Database=…;Username=…;Password=…."
            );
        parts.ApplicationName ??= "JobTracker";
        parts.IncludeErrorDetail = false;
        Default(parts, "Timeout", ConnectSeconds);
        Default(parts, "Command Timeout", CommandSeconds);
        Default(parts, "Cancellation Timeout", CancellationMilliseconds);
        Default(parts, "Maximum Pool Size", PoolSize);
        Default(parts, "Max Auto Prepare", PreparedStatements);
        if (parts.MaxAutoPrepare > 0)
            parts.Options ??= OnePlan;
        return parts.ConnectionString;
    }

    private static bool IsUrl(string url) =>
        url.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || url.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    private static NpgsqlConnectionStringBuilder FromUrl(Uri url)
    {
        var user = url.UserInfo.Split(':', 2);
        var parts = new NpgsqlConnectionStringBuilder
        {
            Host = url.Host,
            Port = url.Port > 0 ? url.Port : NpgsqlConnection.DefaultPort,
            Database = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')),
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
        };
        foreach (var (name, value) in Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(url.Query))
            parts[Known(name)] = value.ToString();
        return parts;
    }

    /// <summary>libpq's words where Npgsql has others.</summary>
    private static string Known(string name) =>
        name switch
        {
            "sslmode" => "SSL Mode",
            "application_name" => "Application Name",
            "connect_timeout" => "Timeout",
            "sslrootcert" => "Root Certificate",
            _ => name,
        };

    private static void Default(NpgsqlConnectionStringBuilder parts, string name, int value)
    {
        if (!parts.ShouldSerialize(name))
            parts[name] = value;
    }
}
