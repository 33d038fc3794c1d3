namespace JobTracker.Data.Throttling;

/// <summary>How often something was tried in a window of time, for all processes together.</summary>
public sealed class Throttle
{
    /// <summary>The limit's name and a hash of whom it counts: no address or e-mail stands here.</summary>
    public required string Bucket { get; init; }
    public required DateTimeOffset WindowEndsAt { get; init; }
    public required int Hits { get; init; }
}
