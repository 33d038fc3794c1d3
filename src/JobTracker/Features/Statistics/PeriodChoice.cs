namespace JobTracker.Features.Statistics;

/// <summary>The periods that one click chooses; any other is given by its first and last day.</summary>
/// <param name="Key">In the page's address.</param>
/// <param name="Text">English, the localiser's key.</param>
/// <param name="On">The period as it is on a day.</param>
public sealed record PeriodChoice(string Key, string Text, Func<DateOnly, Period> On)
{
    public static readonly IReadOnlyList<PeriodChoice> All =
    [
        new("30d", "30 days", today => Last(30, today)),
        new("90d", "90 days", today => Last(90, today)),
        new("year", "This year", today => new Period(new DateOnly(today.Year, 1, 1), today)),
        new("all", "All time", _ => Period.All),
    ];

    /// <summary>What an address without a period shows.</summary>
    public static readonly PeriodChoice Default = All[1];

    private static Period Last(int days, DateOnly today) => new(today.AddDays(1 - days), today);
}
