using FsCheck;
using FsCheck.Fluent;
using JobTracker.Features.Applications;
using JobTracker.Features.Statistics;
using JobTracker.Kernel;

namespace JobTracker.Tests.Features.Statistics;

public sealed class StatisticsProperties(StatisticsSite site) : IClassFixture<StatisticsSite>
{
    private const int Situations = 150;

    [Fact]
    public void Every_figure_is_what_counting_one_by_one_gives_whatever_happened_wherever_and_whenever() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Situations),
            Prop.ForAll(
                Situation.Any,
                situation =>
                {
                    var outcome = Task.Run(() => site.ReadAsync(situation)).GetAwaiter().GetResult();
                    var figures = Assert.IsType<Done<Overview>>(outcome).Value;
                    AgreesWithCounting(figures, new SlowFigures(situation.Stories, situation.Today, situation.Input));
                    AgreesWithItself(figures);
                    return true;
                }
            )
        );

    private static void AgreesWithCounting(Overview figures, SlowFigures slow)
    {
        var counted = slow.Counted;
        var applied = counted.Where(SlowFigures.IsApplied).ToList();
        Assert.Equal(slow.Dashboard(), figures.Dashboard);
        Assert.Equal(slow.Previous(), figures.Previous);
        Assert.Equal(slow.Timeline(figures.Interval), figures.Timeline.Select(point => (point.Date, point.Count, point.Cumulative)));
        Assert.Equal(
            counted.Select(story => story.AppliedOn).OfType<DateOnly>().CountBy(day => day).OrderBy(day => day.Key),
            figures.Activity.Select(day => KeyValuePair.Create(day.Date, day.Count))
        );
        foreach (var share in figures.ByStatus)
            Assert.Equal(counted.Count(story => Wire.Name(story.Way[^1]) == share.Key), share.Count);
        foreach (var share in figures.ByType)
            Assert.Equal(counted.Count(story => NameOf(story.EmploymentType) == share.Key), share.Count);
        foreach (var share in figures.ByMethod)
        {
            var alike = counted.Where(story => NameOf(story.Channel) == share.Key).ToList();
            Assert.Equal((alike.Count, alike.Count(SlowFigures.IsAnswered)), (share.Count, share.Responded));
            Assert.Equal(SlowFigures.RateOf([.. alike.Where(SlowFigures.IsApplied)], SlowFigures.IsAnswered), share.ResponseRate);
        }
        foreach (var stage in figures.Funnel)
            Assert.Equal(counted.Count(story => SlowFigures.HasCome(story, stage.Stage)), stage.Reached);
        AgreesOnAnswers(figures.ResponseRate, slow, applied);
        Assert.Equal(
            slow.Steps().CountBy(step => step).OrderBy(step => step.Key),
            figures.Flow.Links.Select(link => KeyValuePair.Create((link.Source, link.Target), link.Value))
        );
    }

    private static void AgreesOnAnswers(ResponseTimes times, SlowFigures slow, List<Story> applied)
    {
        var delays = slow.Delays();
        Assert.Equal((applied.Count, applied.Count(SlowFigures.IsAnswered), delays.Count), (times.Applied, times.Responded, times.Timed));
        Assert.Equal(SlowFigures.RateOf(applied, SlowFigures.IsAnswered).Value, times.Rate);
        Assert.Equal(Quantile(delays, 5), times.MedianDays);
        Assert.Equal(Quantile(delays, 9), times.P90Days);
        foreach (var bucket in times.Buckets)
            Assert.Equal(delays.Count(days => days >= bucket.FromDays && !(days > bucket.ToDays)), bucket.Count);
    }

    /// <summary>So many tenths of the way from the smallest to the largest, to the fifth digit.</summary>
    private static double? Quantile(List<int> sorted, int tenths)
    {
        if (sorted.Count == 0)
            return null;
        var (whole, rest) = Math.DivRem((sorted.Count - 1) * tenths, 10);
        return rest == 0 ? sorted[whole] : sorted[whole] + (sorted[whole + 1] - sorted[whole]) * rest / 10.0;
    }

    private static void AgreesWithItself(Overview figures)
    {
        var numbers = figures.Dashboard;
        Assert.Equal(numbers.Total, figures.ByStatus.Sum(share => share.Count));
        Assert.Equal(numbers.Total, figures.ByType.Sum(share => share.Count));
        Assert.Equal(numbers.Total, figures.ByMethod.Sum(share => share.Count));
        Assert.Equal(numbers.Total, numbers.Pending + numbers.Positive + numbers.Negative + numbers.NoResponse + numbers.Cancelled);
        Assert.Equal(figures.ResponseRate.Timed, figures.ResponseRate.Buckets.Sum(bucket => bucket.Count));
        Assert.Equal(figures.Activity.Sum(day => day.Count), figures.Timeline is [.., var last] ? last.Cumulative : 0);
        Assert.Equal(figures.Funnel.OrderByDescending(stage => stage.Reached), figures.Funnel);
        Assert.Equal(numbers.Applied, figures.Funnel[0].Reached);
        ConservesFlow(figures.Flow, numbers.Applied);
    }

    /// <summary>What flows in flows out or has come to an end, and every step leads to a later point, so that there is no way back.</summary>
    private static void ConservesFlow(Flow flow, int applied)
    {
        Assert.All(flow.Links, link => Assert.True(link.Source < link.Target && link.Value > 0));
        foreach (var node in flow.Nodes)
        {
            var comes = flow.Links.Where(link => link.Target == node.Key).Sum(link => link.Value);
            var goes = flow.Links.Where(link => link.Source == node.Key).Sum(link => link.Value);
            Assert.Equal(node.Value, node.Key == FlowPoint.Applied ? applied : comes);
            if (node.Key < FlowPoint.Accepted)
                Assert.Equal(node.Value, goes);
            else
                Assert.InRange(goes, 0, node.Key == FlowPoint.Accepted ? node.Value : 0);
        }
    }

    private static string? NameOf<T>(T? word)
        where T : struct, Enum => word is { } given ? Wire.Name(given) : null;
}
