using JobTracker.Features.Applications;
using JobTracker.Features.Statistics;
using static JobTracker.Features.Applications.ApplicationStatus;

namespace JobTracker.Tests.Features.Statistics;

/// <summary>The definitions once more, one application after the other and without any cleverness.</summary>
internal sealed class SlowFigures(IReadOnlyList<Story> stories, DateOnly today, ReadOverview.Input input)
{
    private static readonly ApplicationStatus[] Forwards = [Screening, Interview, Offer, Accepted];

    public List<Story> Counted { get; } = [.. stories.Where(story => IsIn(story, input.From, input.To))];

    public static bool IsApplied(Story story) => story.AppliedOn is not null || story.Way.Any(status => status is not (Draft or Withdrawn));

    public static bool IsAnswered(Story story) =>
        story.Way.Any(status => status is Screening or Interview or Offer or Accepted or Rejected);

    public static bool IsInterviewed(Story story) =>
        story.Way.Any(status => status is Interview or Offer or Accepted)
        || story.Interviews.Contains(JobTracker.Features.Interviews.InterviewStatus.Completed);

    public static bool HasOffer(Story story) => story.Way.Any(status => status is Offer or Accepted);

    public static bool HasCome(Story story, Stage stage) =>
        IsApplied(story)
        && stage switch
        {
            Stage.Applied => true,
            Stage.Screening => story.Way.Contains(Screening) || IsInterviewed(story),
            Stage.Interview => IsInterviewed(story),
            Stage.Offer => HasOffer(story),
            _ => story.Way.Contains(Accepted),
        };

    public Dashboard Dashboard() => DashboardOf(Counted);

    public Dashboard? Previous()
    {
        if (input.From is not { } from || input.To is not { } to)
            return null;
        var length = to.DayNumber - from.DayNumber + 1;
        return DashboardOf([.. stories.Where(story => IsIn(story, from.AddDays(-length), from.AddDays(-1)))]);
    }

    public List<(DateOnly Date, int Count, int Cumulative)> Timeline(Interval interval)
    {
        var days = Counted.Select(story => story.AppliedOn).OfType<DateOnly>().Order().ToList();
        if (input.From is null && days.Count == 0)
            return [];
        var first = input.From ?? days[0];
        var last = input.To ?? (days.Count > 0 && days[^1] > today ? days[^1] : today);
        var points = new List<(DateOnly Date, int Count, int Cumulative)>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var start = day;
            while (interval == Interval.Week && start.DayOfWeek != DayOfWeek.Monday || interval == Interval.Month && start.Day != 1)
                start = start.AddDays(-1);
            var count = days.Count(applied => applied == day);
            var sum = days.Count(applied => applied <= day);
            if (points.Count > 0 && points[^1].Date == start)
                points[^1] = (start, points[^1].Count + count, sum);
            else
                points.Add((start, count, sum));
        }
        return points;
    }

    public List<int> Delays() =>
        [
            .. Counted
                .Where(story => IsAnswered(story) && story.AppliedOn is not null && story.RespondedOn is not null)
                .Select(story => story.RespondedOn!.Value.DayNumber - story.AppliedOn!.Value.DayNumber)
                .Order(),
        ];

    /// <summary>Every step of every way of the applied: forwards through the stages, then the end at which it stands, or waiting.</summary>
    public List<(FlowPoint From, FlowPoint To)> Steps()
    {
        var steps = new List<(FlowPoint, FlowPoint)>();
        foreach (var story in Counted.Where(IsApplied))
        {
            var at = FlowPoint.Applied;
            foreach (var status in story.Way.Where(status => Forwards.Contains(status)))
            {
                var next = Enum.Parse<FlowPoint>(status.ToString());
                if (next <= at)
                    continue;
                steps.Add((at, next));
                at = next;
            }
            if (story.Way[^1] is Rejected or Withdrawn or NoResponse)
                steps.Add((at, Enum.Parse<FlowPoint>(story.Way[^1].ToString())));
            else if (at != FlowPoint.Accepted)
                steps.Add((at, Enum.Parse<FlowPoint>("WaitingAfter" + at)));
        }
        return steps;
    }

    private static bool IsIn(Story story, DateOnly? from, DateOnly? to)
    {
        if (story.IsDeleted)
            return false;
        if (from is null && to is null)
            return true;
        return story.AppliedOn is { } day && !(day < from) && !(day > to);
    }

    private Dashboard DashboardOf(List<Story> counted)
    {
        var applied = counted.Where(IsApplied).ToList();
        return new Dashboard(
            counted.Count,
            counted.Count(story => story.Way[^1] == Draft),
            applied.Count,
            counted.Count(story => story.AppliedOn <= today && story.AppliedOn > today.AddDays(-30)),
            counted.Count(IsInterviewed),
            counted.Count(HasOffer),
            counted.Count(story => story.IsFavorite),
            counted.Count(story => story.Way[^1] is Draft or Applied),
            counted.Count(story => story.Way[^1] is Screening or Interview or Offer or Accepted),
            counted.Count(story => story.Way[^1] is Rejected),
            counted.Count(story => story.Way[^1] is NoResponse),
            counted.Count(story => story.Way[^1] is Withdrawn),
            RateOf(applied, IsAnswered),
            RateOf(applied, IsInterviewed),
            RateOf(applied, HasOffer)
        );
    }

    public static Rate RateOf(List<Story> whole, Func<Story, bool> part) =>
        new(whole.Count == 0 ? null : (double)whole.Count(part) / whole.Count, whole.Count);
}
