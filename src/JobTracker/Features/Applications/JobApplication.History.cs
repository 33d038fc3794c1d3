using JobTracker.Kernel;

namespace JobTracker.Features.Applications;

/// <summary>How an application begins and moves: its status and the dates that follow from its history.</summary>
public sealed partial class JobApplication
{
    /// <summary>A new application and the first entry of its history.</summary>
    public static (JobApplication Application, StatusChange First) Create(
        UserId owner,
        ApplicationFacts facts,
        DateOnly today,
        DateTimeOffset now
    )
    {
        var application = new JobApplication
        {
            UserId = owner.Value,
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
        };
        application.Take(facts, now);
        var first = application.Enter(facts.Status, FirstDay(facts, today), note: null, now);
        application.Status = first.Status;
        application.Version = 1;
        return (application, first);
    }

    /// <summary>A new entry of the history, with the dates that it fills.</summary>
    private StatusChange Enter(ApplicationStatus status, DateOnly occurredOn, string? note, DateTimeOffset now)
    {
        if (status == ApplicationStatus.Applied && !(RespondedOn < occurredOn))
            AppliedOn ??= occurredOn;
        if (Statuses.IsAnswer(status) && !(AppliedOn > occurredOn))
            RespondedOn ??= occurredOn;
        Touch(now);
        return new StatusChange
        {
            UserId = UserId,
            Id = Guid.CreateVersion7(now),
            ApplicationId = Id,
            Status = status,
            OccurredOn = occurredOn,
            Note = note,
            CreatedAt = now,
        };
    }

    /// <summary>A new entry of the history; the status becomes that of the newest entry.</summary>
    /// <param name="status">Where to.</param>
    /// <param name="occurredOn">The day; when left out, today, or the newest entry's day if that lies ahead, so that this one is the newest.</param>
    /// <param name="note">What the person says about it.</param>
    /// <param name="history">All entries so far.</param>
    /// <param name="today">In the person's time zone.</param>
    /// <param name="now">The instant.</param>
    public StatusChange MoveTo(
        ApplicationStatus status,
        DateOnly? occurredOn,
        string? note,
        IEnumerable<StatusChange> history,
        DateOnly today,
        DateTimeOffset now
    )
    {
        var entries = StatusChange.InOrder(history).ToList();
        var newest = entries.Count == 0 ? today : entries[^1].OccurredOn;
        var entry = Enter(status, occurredOn ?? (newest > today ? newest : today), note, now);
        Follow([.. entries, entry]);
        return entry;
    }

    /// <summary>An entry of the history got another day, or went: the dates that it had filled follow it, and so does the status.</summary>
    public void Correct(
        ApplicationStatus status,
        DateOnly before,
        DateOnly? after,
        IReadOnlyCollection<StatusChange> history,
        DateTimeOffset now
    )
    {
        if (status == ApplicationStatus.Applied && AppliedOn == before && !(after > RespondedOn))
            AppliedOn = after;
        if (Statuses.IsAnswer(status) && RespondedOn == before)
        {
            var first = history.Where(entry => Statuses.IsAnswer(entry.Status)).Select(entry => (DateOnly?)entry.OccurredOn).Min();
            RespondedOn = first < AppliedOn ? RespondedOn : first;
        }
        Follow(history);
        Touch(now);
    }

    /// <summary>Takes the status of the newest entry.</summary>
    private void Follow(IReadOnlyCollection<StatusChange> history)
    {
        // Everything begins as a draft: somebody who enters today what happened in March has not gone back to drafting since.
        var begin = history.MinBy(entry => (entry.CreatedAt, entry.Id))!;
        var earliest = history.Min(entry => entry.OccurredOn);
        if (begin.Status == ApplicationStatus.Draft && begin.OccurredOn > earliest)
            begin.OccurredOn = earliest;
        Status = StatusChange.InOrder(history).Last().Status;
    }

    private static DateOnly FirstDay(ApplicationFacts facts, DateOnly today) =>
        facts.Status switch
        {
            ApplicationStatus.Applied => facts.AppliedOn ?? today,
            var status when Statuses.IsAnswer(status) => facts.RespondedOn ?? today,
            _ => today,
        };
}
