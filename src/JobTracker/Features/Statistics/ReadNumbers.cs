using JobTracker.Kernel;

namespace JobTracker.Features.Statistics;

/// <summary>The few figures of the home page: over all time, and the last twelve weeks.</summary>
public sealed class ReadNumbers
{
    /// <param name="Weeks">What was applied to in each of the last twelve weeks, oldest first; the last is the one that runs.</param>
    public sealed record Answer(Dashboard Dashboard, IReadOnlyList<int> Weeks);

    public Task<Outcome<Answer>> RunAsync(UserId owner, CancellationToken cancel) =>
        throw new NotSupportedException("The figures come with the next commit.");
}
