using JobTracker.Features.Shared;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>The way of one application as the header draws it: the six stages, or those it passed and how it ended.</summary>
public static class StatusPath
{
    private static readonly ApplicationStatus[] Stages =
    [
        ApplicationStatus.Draft,
        ApplicationStatus.Applied,
        ApplicationStatus.Screening,
        ApplicationStatus.Interview,
        ApplicationStatus.Offer,
        ApplicationStatus.Accepted,
    ];

    /// <summary>The stage that usually follows; null at the end of the way.</summary>
    public static ApplicationStatus? After(ApplicationStatus status)
    {
        var at = Array.IndexOf(Stages, status);
        return at >= 0 && at + 1 < Stages.Length ? Stages[at + 1] : null;
    }

    /// <summary>With the day on which each status was last reached.</summary>
    public static IReadOnlyList<StatusStep> Steps(
        ApplicationStatus now,
        IReadOnlyList<ReadHistory.Row> history,
        DateOnly today,
        IStringLocalizer t
    )
    {
        var reached = history.GroupBy(change => change.ToStatus).ToDictionary(group => group.Key, group => group.Last().OccurredOn);
        var at = Array.IndexOf(Stages, now);
        var steps = Stages
            .Select(
                (stage, place) =>
                    stage == now ? Current(stage, reached, today, t)
                    : at > place ? new StatusStep(NameOf(stage), "done", Note(stage, reached, today))
                    : at < 0 && reached.ContainsKey(stage) ? new StatusStep(NameOf(stage), "done", Note(stage, reached, today))
                    : new StatusStep(NameOf(stage), "later")
            )
            .ToList();
        if (at >= 0)
            return steps;
        steps.RemoveAll(step => step.State == "later");
        return [.. steps, Current(now, reached, today, t)];
    }

    private static StatusStep Current(
        ApplicationStatus status,
        Dictionary<ApplicationStatus, DateOnly> reached,
        DateOnly today,
        IStringLocalizer t
    )
    {
        if (!reached.TryGetValue(status, out var since))
            return new StatusStep(NameOf(status), "now");
        var days = today.DayNumber - since.DayNumber;
        var note = days switch
        {
            <= 0 => Days.Plain(since, today),
            1 => t["{0}, 1 day", Days.Plain(since, today)].Value,
            _ => t["{0}, {1} days", Days.Plain(since, today), days].Value,
        };
        return new StatusStep(NameOf(status), "now", note);
    }

    private static string? Note(ApplicationStatus stage, Dictionary<ApplicationStatus, DateOnly> reached, DateOnly today) =>
        reached.TryGetValue(stage, out var day) ? Days.Plain(day, today) : null;

    private static string NameOf(ApplicationStatus status) => Kernel.Wire.Name(status);
}
