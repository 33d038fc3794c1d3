namespace JobTracker.Tests.Delivery;

/// <summary>Environments as operators write them.</summary>
internal static class Environments
{
    // Tests share their machine with each other: a second's delay in it is no finding.
    private const string Unhurried = ";Timeout=30;Command Timeout=30";

    /// <summary>All that Production needs, and the variables over it; any free port.</summary>
    public static Dictionary<string, string> Production(string databaseUrl, params (string Name, string Value)[] over)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DATABASE_URL"] = databaseUrl.StartsWith("Host=", StringComparison.Ordinal) ? databaseUrl + Unhurried : databaseUrl,
            ["JWT_SECRET"] = "kR7v-delivery-Zq4mX9wL2sT8bN5yC1hD6gJ3",
            ["DATA_PROTECTION_SECRET"] = "pW3e-delivery-Vu8nB2kM7xQ4tR9zF6aS1dG5",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        };
        foreach (var (name, value) in over)
            all[name] = value;
        return all;
    }
}
