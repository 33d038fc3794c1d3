using JobTracker.Features.Interviews;
using JobTracker.Features.Statistics;
using JobTracker.Kernel;
using static JobTracker.Features.Applications.ApplicationStatus;

namespace JobTracker.Tests.Features.Statistics;

public sealed class EdgeCaseTests(StatisticsSite site) : IClassFixture<StatisticsSite>
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public async Task Nothing_at_all_gives_zeros_and_no_rate()
    {
        var figures = await site.FiguresAsync([]);
        Assert.Equal((0, new Rate(null, 0)), (figures.Dashboard.Total, figures.Dashboard.ResponseRate));
        Assert.Equal((null, null, 0), (figures.ResponseRate.Rate, figures.ResponseRate.MedianDays, figures.ResponseRate.Timed));
        Assert.All(figures.ByStatus, share => Assert.Equal((0, null), (share.Count, share.Value)));
        Assert.All(figures.Funnel.Skip(1), stage => Assert.Equal(new Rate(null, 0), stage.RateFromPrevious));
        Assert.Empty(figures.Timeline);
        Assert.Empty(figures.Activity);
        Assert.Empty(figures.Flow.Nodes);
        Assert.Empty(figures.Flow.Links);
        var week = await site.FiguresAsync([], new() { From = Today.AddDays(-6), To = Today });
        Assert.Equal(Enumerable.Range(-6, 7).Select(day => new TimelinePoint(Today.AddDays(day), 0, 0)), week.Timeline);
        Assert.Equal(0, week.Previous?.Total);
    }

    [Fact]
    public async Task One_application_is_a_whole_of_one()
    {
        var figures = await site.FiguresAsync([Story.Of(Today, Applied, Screening) with { AppliedOn = Today, RespondedOn = Today }]);
        Assert.Equal(new Rate(1, 1), figures.Dashboard.ResponseRate);
        Assert.Equal((0, 0), (figures.ResponseRate.MedianDays, figures.ResponseRate.P90Days));
        Assert.Equal([new(Today, 1, 1)], figures.Timeline);
        Assert.Equal(Interval.Day, figures.Interval);
    }

    [Fact]
    public async Task Drafts_alone_are_counted_and_have_no_rate()
    {
        var figures = await site.FiguresAsync([Story.Of(Today, Draft), Story.Of(Today, Draft)]);
        Assert.Equal(
            (2, 2, 0, 2),
            (figures.Dashboard.Total, figures.Dashboard.Drafts, figures.Dashboard.Applied, figures.Dashboard.Pending)
        );
        Assert.Equal(new Rate(null, 0), figures.Dashboard.ResponseRate);
        Assert.Equal(0, figures.Funnel[0].Reached);
        Assert.Empty(figures.Flow.Nodes);
        Assert.Equal(0, (await site.FiguresAsync([Story.Of(Today, Draft)], new() { To = Today })).Dashboard.Total);
    }

    [Fact]
    public async Task A_rejection_without_an_interview_is_an_answer_and_no_screening()
    {
        var figures = await site.FiguresAsync([Story.Of(Today, Applied, Rejected)]);
        Assert.Equal((new Rate(1, 1), new Rate(0, 1)), (figures.Dashboard.ResponseRate, figures.Dashboard.InterviewRate));
        Assert.Equal([1, 0, 0, 0, 0], figures.Funnel.Select(stage => stage.Reached));
    }

    [Fact]
    public async Task A_completed_interview_counts_although_the_status_never_moved()
    {
        var applied = Story.Of(Today, Applied);
        var figures = await site.FiguresAsync([
            applied with
            {
                Interviews = [InterviewStatus.Completed, InterviewStatus.Completed],
            },
            applied with
            {
                History = Story.Of(Today, Applied).History,
                Interviews = [InterviewStatus.Planned, InterviewStatus.Cancelled],
            },
        ]);
        Assert.Equal((1, new Rate(0.5, 2)), (figures.Dashboard.WithInterview, figures.Dashboard.InterviewRate));
        Assert.Equal([2, 1, 1, 0, 0], figures.Funnel.Select(stage => stage.Reached));
        // What the other side has answered, and the way of the status, only the status says.
        Assert.Equal(new Rate(0, 2), figures.Dashboard.ResponseRate);
        Assert.Equal([new(FlowPoint.Applied, FlowPoint.WaitingAfterApplied, 2)], figures.Flow.Links);
    }

    [Fact]
    public async Task An_interview_about_a_draft_is_an_interview_and_no_part_of_any_rate()
    {
        var figures = await site.FiguresAsync([Story.Of(Today, Draft) with { Interviews = [InterviewStatus.Completed] }]);
        Assert.Equal((1, 0), (figures.Dashboard.WithInterview, figures.Dashboard.Applied));
        Assert.Equal(new Rate(null, 0), figures.Dashboard.InterviewRate);
        Assert.All(figures.Funnel, stage => Assert.Equal(0, stage.Reached));
    }

    [Fact]
    public async Task Without_an_applied_date_it_counts_over_all_time_and_in_no_period()
    {
        Story[] stories =
        [
            Story.Of(Today, Applied, JobTracker.Features.Applications.ApplicationStatus.Interview) with
            {
                RespondedOn = Today,
            },
        ];
        var all = await site.FiguresAsync(stories);
        Assert.Equal((1, 1, 0), (all.Dashboard.Applied, all.Dashboard.WithInterview, all.ResponseRate.Timed));
        Assert.Empty(all.Timeline);
        Assert.Equal(0, (await site.FiguresAsync(stories, new() { From = new(1970, 1, 1), To = new(2100, 12, 31) })).Dashboard.Total);
    }

    [Fact]
    public async Task What_lies_ahead_is_on_the_timeline_and_not_in_the_last_30_days()
    {
        var figures = await site.FiguresAsync([
            Story.Of(Today, Applied) with
            {
                AppliedOn = Today.AddDays(2),
            },
            Story.Of(Today, Applied) with
            {
                AppliedOn = Today.AddDays(-29),
            },
            Story.Of(Today, Applied) with
            {
                AppliedOn = Today.AddDays(-30),
            },
        ]);
        Assert.Equal((3, 1), (figures.Dashboard.Applied, figures.Dashboard.Last30Days));
        Assert.Equal((Interval.Week, 3), (figures.Interval, figures.Timeline[^1].Cumulative));
        Assert.Equal(3, figures.Activity.Count);
    }

    [Fact]
    public async Task At_the_years_end_in_Auckland_today_is_next_year_already()
    {
        // 31 December 2026, 11:30 in Greenwich; half past midnight of the first of January in Auckland.
        var now = new DateTimeOffset(2026, 12, 31, 11, 30, 0, TimeSpan.Zero);
        Story[] stories = [Story.Of(new(2026, 12, 3), Applied) with { AppliedOn = new DateOnly(2026, 12, 2) }];
        // Of the 30 days until the 31st, 2 December is the first; of those until the 1st it is none.
        Assert.Equal((1, new DateOnly(2026, 12, 31)), await ReadAsync("Pacific/Auckland", now.AddHours(-1)));
        Assert.Equal((0, new DateOnly(2027, 1, 1)), await ReadAsync("Pacific/Auckland", now));
        Assert.Equal((1, new DateOnly(2026, 12, 31)), await ReadAsync("Etc/UTC", now));

        async Task<(int Recent, DateOnly End)> ReadAsync(string zone, DateTimeOffset at)
        {
            var input = new ReadOverview.Input { Interval = Interval.Day };
            var figures = Assert.IsType<Done<Overview>>(await site.ReadAsync(new Situation(zone, at, stories, input))).Value;
            return (figures.Dashboard.Last30Days, figures.Timeline[^1].Date);
        }
    }
}
