using JobTracker.Kernel;

namespace JobTracker.Features.Statistics;

/// <summary>The few figures of the home page: over all time, and the last twelve weeks.</summary>
public sealed class ReadNumbers(CountApplications count)
{
    private const int WeeksShown = 12;

    /// <param name="Weeks">What was applied to in each of the last twelve weeks, oldest first; the last is the one that runs.</param>
    public sealed record Answer(Dashboard Dashboard, IReadOnlyList<int> Weeks);

    /// <param name="owner">Whose.</param>
    /// <param name="today">Where the owner lives.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Answer> RunAsync(UserId owner, DateOnly today, CancellationToken cancel)
    {
        var tally = await count.RunAsync(owner, Period.All, today, cancel);
        return new Answer(tally.Dashboard(), Timeline.LastWeeks(tally, WeeksShown));
    }
}
