namespace JobTracker.Web.Hosting;

/// <summary>What the app does with its database when it starts (section <c>Database</c>).</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>Without a value: in Development.</summary>
    public bool? MigrateOnStart { get; set; }
}

/// <summary>The account to look around in (section <c>Demo</c>).</summary>
public sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>Whether it is made when the app starts. Without a value: in Development.</summary>
    public bool? Seed { get; set; }
}

/// <summary>The private server that Development starts without a <c>DATABASE_URL</c> (section <c>LocalPostgres</c>).</summary>
public sealed class LocalPostgresOptions
{
    public const string Section = "LocalPostgres";

    /// <summary>The folder of PostgreSQL's programs. Without a value: npm's package, or what is installed.</summary>
    public string? Binaries { get; set; }
}
