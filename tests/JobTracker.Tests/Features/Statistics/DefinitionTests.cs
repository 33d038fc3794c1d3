using JobTracker.Features.Applications;
using JobTracker.Features.Statistics;
using static JobTracker.Features.Applications.ApplicationStatus;

namespace JobTracker.Tests.Features.Statistics;

/// <summary>
/// Each definition worked out by hand, for today, 21 November 2026, in Paris:
/// <code>
///    applied  answered  its way                                 by        stands at    answer after
/// A  –        –         draft                                   LinkedIn  draft        –
/// B  2 Nov    –         draft, applied                          referral  applied      –
/// C  5 Nov    9 Nov     applied, screening, rejected            referral  rejected     4 days
/// D  10 Oct   18 Oct    applied, interview, offer, accepted     e-mail    accepted     8 days
/// E  1 Sep    –         applied, no response                    –         no response  –
/// F  1 Oct    21 Oct    applied, interview, screening, withdrawn –        withdrawn    20 days
/// G  –        –         draft, withdrawn                        –         withdrawn    –
/// H  –        –         applied, rejected                       –         rejected     unknown
/// I  3 Nov    6 Nov     applied, offer                          e-mail    deleted
/// </code>
/// </summary>
public sealed class DefinitionTests(StatisticsSite site) : IClassFixture<StatisticsSite>
{
    private static readonly Story[] Stories =
    [
        Story.Of(On(11, 1), Draft) with
        {
            Channel = Channel.Linkedin,
            EmploymentType = EmploymentType.Stage,
        },
        Story.Of(On(11, 1), Draft, Applied) with
        {
            AppliedOn = On(11, 2),
            Channel = Channel.Referral,
            IsFavorite = true,
        },
        Story.Of(On(11, 5), Applied, Screening, Rejected) with
        {
            AppliedOn = On(11, 5),
            RespondedOn = On(11, 9),
            Channel = Channel.Referral,
        },
        Story.Of(On(10, 10), Applied, ApplicationStatus.Interview, Offer, Accepted) with
        {
            AppliedOn = On(10, 10),
            RespondedOn = On(10, 18),
            Channel = Channel.Email,
            EmploymentType = EmploymentType.Stage,
        },
        Story.Of(On(9, 1), Applied, NoResponse) with
        {
            AppliedOn = On(9, 1),
        },
        Story.Of(On(10, 1), Applied, ApplicationStatus.Interview, Screening, Withdrawn) with
        {
            AppliedOn = On(10, 1),
            RespondedOn = On(10, 21),
        },
        Story.Of(On(10, 1), Draft, Withdrawn),
        Story.Of(On(10, 1), Applied, Rejected),
        Story.Of(On(11, 3), Applied, Offer) with
        {
            AppliedOn = On(11, 3),
            RespondedOn = On(11, 6),
            IsDeleted = true,
        },
    ];

    [Fact]
    public async Task The_main_numbers() =>
        Assert.Equal(
            new Dashboard(
                Total: 8,
                Drafts: 1, // A
                Applied: 6, // B C D E F, and H, which left draft; G only withdrew
                Last30Days: 2, // B C: since 23 October
                WithInterview: 2, // D F
                Offers: 1, // D
                Favorites: 1, // B
                Pending: 2, // A B
                Positive: 1, // D
                Negative: 2, // C H
                NoResponse: 1, // E
                Cancelled: 2, // F G
                ResponseRate: new(4 / 6.0, 6), // C D F H: a rejection is an answer, silence is none
                InterviewRate: new(2 / 6.0, 6),
                OfferRate: new(1 / 6.0, 6)
            ),
            (await site.FiguresAsync(Stories)).Dashboard
        );

    [Fact]
    public async Task The_time_to_answer()
    {
        var times = (await site.FiguresAsync(Stories)).ResponseRate;
        Assert.Equal((6, 4, 4 / 6.0, 3), (times.Applied, times.Responded, times.Rate, times.Timed));
        // Of 4, 8 and 20 days: the middle one, and eight tenths of the way from the second to the third.
        Assert.Equal((8, 17.6), (times.MedianDays, times.P90Days));
        Assert.Equal(
            [(0, 3, 0), (4, 7, 1), (8, 14, 1), (15, 30, 1), (31, 60, 0), (61, null, 0)],
            times.Buckets.Select(bucket => (bucket.FromDays, bucket.ToDays, bucket.Count))
        );
    }

    [Fact]
    public async Task The_funnel_counts_a_stage_once_it_was_ever_reached() =>
        Assert.Equal(
            [
                (Stage.Applied, 6, null),
                (Stage.Screening, 3, new Rate(3 / 6.0, 6)), // C D F
                (Stage.Interview, 2, new Rate(2 / 3.0, 3)), // D F
                (Stage.Offer, 1, new Rate(1 / 2.0, 2)), // D
                (Stage.Accepted, 1, new Rate(1, 1)), // D
            ],
            (await site.FiguresAsync(Stories)).Funnel.Select(stage => (stage.Stage, stage.Reached, stage.RateFromPrevious))
        );

    [Fact]
    public async Task The_flow_leaves_steps_back_out()
    {
        var flow = (await site.FiguresAsync(Stories)).Flow;
        Assert.Equal(
            [
                (FlowPoint.Applied, FlowPoint.Screening, 1), // C
                (FlowPoint.Applied, FlowPoint.Interview, 2), // D F
                (FlowPoint.Applied, FlowPoint.Rejected, 1), // H
                (FlowPoint.Applied, FlowPoint.NoResponse, 1), // E
                (FlowPoint.Applied, FlowPoint.WaitingAfterApplied, 1), // B
                (FlowPoint.Screening, FlowPoint.Rejected, 1), // C
                (FlowPoint.Interview, FlowPoint.Offer, 1), // D
                (FlowPoint.Interview, FlowPoint.Withdrawn, 1), // F, whose screening came after its interview
                (FlowPoint.Offer, FlowPoint.Accepted, 1), // D
            ],
            flow.Links.Select(link => (link.Source, link.Target, link.Value))
        );
        Assert.Equal((FlowPoint.Applied, 6), (flow.Nodes[0].Key, flow.Nodes[0].Value));
    }

    [Fact]
    public async Task Over_time_without_gaps()
    {
        var monthly = await site.FiguresAsync(Stories, new() { Interval = Interval.Month });
        Assert.Equal([new(On(9, 1), 1, 1), new(On(10, 1), 2, 3), new(On(11, 1), 2, 5)], monthly.Timeline);
        Assert.Equal([On(9, 1), On(10, 1), On(10, 10), On(11, 2), On(11, 5)], monthly.Activity.Select(day => day.Date));
        var weekly = await site.FiguresAsync(Stories, new() { From = On(11, 1), Interval = Interval.Week });
        // From the Monday before 1 November, a Sunday, to the week of today.
        Assert.Equal([new(On(10, 26), 0, 0), new(On(11, 2), 2, 2), new(On(11, 9), 0, 2), new(On(11, 16), 0, 2)], weekly.Timeline);
    }

    [Fact]
    public async Task The_parts_add_up_to_the_whole()
    {
        var figures = await site.FiguresAsync(Stories);
        Assert.Equal(
            [("draft", 1), ("applied", 1), ("accepted", 1), ("rejected", 2), ("withdrawn", 2), ("no_response", 1)],
            figures.ByStatus.Where(share => share.Count > 0).Select(share => (share.Key, share.Count))
        );
        Assert.Equal(
            [("stage", "Internship", 2, 0.25), (null, "Not filled in", 6, 0.75)],
            figures.ByType.Where(share => share.Count > 0).Select(share => (share.Key, share.Label, share.Count, share.Value))
        );
        Assert.Equal(
            [
                new("linkedin", "LinkedIn", 1, 1 / 8.0, 0, new Rate(null, 0)), // A was never sent
                new("email", "E-mail", 1, 1 / 8.0, 1, new Rate(1, 1)), // D
                new("referral", "Referral", 2, 2 / 8.0, 1, new Rate(0.5, 2)), // B C
                new(null, "Not filled in", 4, 4 / 8.0, 2, new Rate(2 / 3.0, 3)), // E F H, and G, which was never sent
            ],
            figures.ByMethod.Where(share => share.Count > 0)
        );
    }

    [Fact]
    public async Task A_period_counts_what_was_applied_to_in_it_beside_the_equally_long_one_before()
    {
        // 30 days with B and C; the 30 days before, from 23 September to 22 October, with D and F.
        var figures = await site.FiguresAsync(Stories, new() { From = On(10, 23), To = On(11, 21) });
        Assert.Equal((2, 2, 1), (figures.Dashboard.Total, figures.Dashboard.Applied, figures.Dashboard.Negative));
        Assert.Equal((2, 2, 2), (figures.Previous!.Total, figures.Previous.Applied, figures.Previous.WithInterview));
        Assert.Equal(30, figures.Timeline.Count);
        Assert.Null((await site.FiguresAsync(Stories, new() { From = On(10, 23) })).Previous);
    }

    private static DateOnly On(int month, int day) => new(2026, month, day);
}
