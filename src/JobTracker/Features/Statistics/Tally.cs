using JobTracker.Features.Applications;
using JobTracker.Kernel;

namespace JobTracker.Features.Statistics;

/// <summary>The counts of one period, from which every figure is made.</summary>
internal sealed class Tally(Period period, DateOnly today, IReadOnlyList<CountedRow> rows)
{
    private readonly ILookup<Cut, CountedRow> cuts = rows.ToLookup(row => (Cut)row.Cut);

    public Period Period => period;

    public DateOnly Today => today;

    /// <summary>One row for all applications that stand alike and came alike.</summary>
    public IEnumerable<CountedRow> Standing => Current(Cut.Standing);

    public IEnumerable<CountedRow> Types => Current(Cut.Type);

    public IEnumerable<CountedRow> Channels => Current(Cut.Channel);

    /// <summary>Only days with something, in order.</summary>
    public IReadOnlyList<ActivityDay> Days { get; } =
    [
        .. rows.Where(row => row is { Cut: (int)Cut.Day, AppliedOn: not null })
            .Select(row => new ActivityDay(row.AppliedOn!.Value, row.Count))
            .OrderBy(day => day.Date),
    ];

    /// <summary>How many answers took so many days, shortest first.</summary>
    public IReadOnlyList<(int Days, int Count)> Delays { get; } =
    [.. rows.Where(row => row is { Cut: (int)Cut.Delay, Delay: not null }).Select(row => (row.Delay!.Value, row.Count)).Order()];

    public Dashboard Dashboard() => DashboardOf([.. Standing]);

    /// <summary>Of the equally long period before; null when there is none.</summary>
    public Dashboard? Previous() =>
        period.Before is null ? null : DashboardOf([.. cuts[Cut.Standing].Where(row => row.IsCurrent == false)]);

    private IEnumerable<CountedRow> Current(Cut cut) => cuts[cut].Where(row => row.IsCurrent == true);

    private static Dashboard DashboardOf(IReadOnlyList<CountedRow> rows)
    {
        var applied = rows.Sum(row => row.Applied);
        var byResponse = rows.ToLookup(row => Statuses.ResponseOf(Wire.Parse<ApplicationStatus>(row.Status!)), row => row.Count);
        return new Dashboard(
            Total: rows.Sum(row => row.Count),
            Drafts: CountOf(row => row.Status == Wire.Name(ApplicationStatus.Draft)),
            applied,
            Last30Days: rows.Sum(row => row.Recent),
            WithInterview: CountOf(row => row.IsInterviewed == true),
            Offers: CountOf(row => row.Reached > (int)Stage.Offer),
            Favorites: rows.Sum(row => row.Favorites),
            Pending: byResponse[Response.Pending].Sum(),
            Positive: byResponse[Response.Positive].Sum(),
            Negative: byResponse[Response.Negative].Sum(),
            NoResponse: byResponse[Response.NoResponse].Sum(),
            Cancelled: byResponse[Response.Cancelled].Sum(),
            ResponseRate: Rate.Of(rows.Sum(row => row.Answered), applied),
            InterviewRate: Rate.Of(CountOf(row => row is { Reached: > 0, IsInterviewed: true }), applied),
            OfferRate: Rate.Of(CountOf(row => row.Reached > (int)Stage.Offer), applied)
        );

        int CountOf(Func<CountedRow, bool> wanted) => rows.Where(wanted).Sum(row => row.Count);
    }
}
