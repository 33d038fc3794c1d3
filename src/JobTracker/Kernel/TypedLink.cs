namespace JobTracker.Kernel;

/// <summary>A link as people type or paste it in a hurry, and as an earlier system has kept it.</summary>
public static class TypedLink
{
    private const string Secure = "https://";

    /// <summary>
    /// What is meant: without the address of this server in front, which a browser puts before a link that has no scheme, and with
    /// <c>https://</c> before what only begins with <c>www.</c>. Everything else stays as it is, for the rules to judge.
    /// </summary>
    /// <param name="typed">As it came; null and empty stay nothing.</param>
    /// <param name="ownHosts">Where this server is reached: names with their port, where that is not the usual one.</param>
    public static string? Clean(string? typed, IReadOnlyCollection<string> ownHosts)
    {
        if (Tidy.Line(typed) is not { } link)
            return null;
        if (BehindOwnHost(link, ownHosts) is { } inner)
            return HasScheme(inner) ? inner : Secure + inner;
        return link.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? Secure + link : link;
    }

    /// <summary>What stands behind this server's address; null when it is no address of another site.</summary>
    private static string? BehindOwnHost(string link, IReadOnlyCollection<string> ownHosts)
    {
        foreach (var scheme in (string[])[Secure, "http://"])
        {
            foreach (var host in ownHosts)
            {
                var prefix = $"{scheme}{host}/";
                if (link.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && IsAddress(link[prefix.Length..]))
                    return link[prefix.Length..];
            }
        }
        return null;
    }

    /// <summary>True when it begins with the name of a host: a page of this server's own does not.</summary>
    private static bool IsAddress(string rest)
    {
        if (HasScheme(rest))
            return true;
        var host = rest.Split('/', '?', '#')[0].Split(':')[0];
        return host.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(host) == UriHostNameType.Dns;
    }

    private static bool HasScheme(string link) =>
        link.StartsWith(Secure, StringComparison.OrdinalIgnoreCase) || link.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
}
