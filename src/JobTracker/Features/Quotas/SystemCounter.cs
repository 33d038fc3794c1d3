namespace JobTracker.Features.Quotas;

/// <summary>A count over the whole site, changed by one atomic statement.</summary>
public sealed class SystemCounter
{
    /// <summary>How many accounts there are.</summary>
    public const string Users = "users";

    public required string Name { get; init; }
    public required long Value { get; init; }
}
