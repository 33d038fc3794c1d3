namespace JobTracker.Drills.Staging;

/// <summary>Somebody else's program that a drill needs.</summary>
internal sealed record Tool(string Name)
{
    // Debian keeps daemons where only root's PATH looks.
    private static readonly string[] Daemons = ["/usr/sbin", "/usr/local/sbin"];

    public static readonly Tool HaProxy = new("haproxy");
    public static readonly Tool PgBouncer = new("pgbouncer");

    /// <summary>Where it is; null when it is not installed.</summary>
    public string? Path =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(System.IO.Path.PathSeparator)
            .Concat(Daemons)
            .Select(folder => System.IO.Path.Combine(folder, Name))
            .FirstOrDefault(File.Exists);

    /// <summary>What whoever lacks it reads.</summary>
    public string HowToInstall => $"{Name} is not installed: apt-get install {Name}";
}
