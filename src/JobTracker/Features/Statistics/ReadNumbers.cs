using JobTracker.Kernel;

namespace JobTracker.Features.Statistics;

/// <summary>The few figures of the home page: over all time, and the last twelve weeks.</summary>
public sealed class ReadNumbers(CountApplications count)
{
    private const int WeeksShown = 12;

    /// <param name="Weeks">What was applied to in each of the last twelve weeks, oldest first; the last is the one that runs.</param>
    public sealed record Answer(Dashboard Dashboard, IReadOnlyList<int> Weeks);

    public async Task<Outcome<Answer>> RunAsync(UserId owner, CancellationToken cancel) =>
        await count.RunAsync(owner, Period.All, cancel) is { } tally
            ? new Answer(tally.Dashboard(), Timeline.LastWeeks(tally, WeeksShown))
            : new AccountGone();
}
