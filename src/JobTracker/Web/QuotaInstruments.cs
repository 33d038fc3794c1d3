using System.Diagnostics.Metrics;
using JobTracker.Kernel;

namespace JobTracker.Web;

/// <summary>How often a limit that the operator has set was met.</summary>
public static class QuotaInstruments
{
    /// <summary>The name under which they are found.</summary>
    public const string Name = "JobTracker.Quotas";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Refused = Meter.CreateCounter<long>(
        "jobtracker.quota.refused",
        "{request}",
        "Requests that met a limit"
    );

    /// <summary>One more, on its way to the person.</summary>
    public static void Count(OverQuota over) => Refused.Add(1, new KeyValuePair<string, object?>("quota", over.Quota));
}
