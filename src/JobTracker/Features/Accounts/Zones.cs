namespace JobTracker.Features.Accounts;

/// <summary>The time zones that people can choose.</summary>
public static class Zones
{
    private static readonly string[] Regions =
    [
        "Africa/",
        "America/",
        "Antarctica/",
        "Arctic/",
        "Asia/",
        "Atlantic/",
        "Australia/",
        "Europe/",
        "Indian/",
        "Pacific/",
    ];

    private static readonly string[] Known =
    [
        .. TimeZoneInfo
            .GetSystemTimeZones(skipSorting: true)
            .Select(zone => zone.Id)
            .Where(id => Regions.Any(region => id.StartsWith(region, StringComparison.Ordinal)))
            .Append(Kernel.Calendar.DefaultZone)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>IANA names by region, with the one in use even if it is an older name.</summary>
    public static IEnumerable<string> All(string? inUse) => inUse is null || Known.Contains(inUse) ? Known : [inUse, .. Known];
}
