namespace JobTracker.Features.Applications;

/// <summary>What comes next for an application, for the table: its deadline while it is a draft, the follow-up while it waits.</summary>
/// <param name="Kind">Which of both.</param>
/// <param name="Day">The deadline's day, or the day to follow up.</param>
/// <param name="Days">How long there has been no answer.</param>
public sealed record NextEvent(NextEventKind Kind, DateOnly Day, int Days)
{
    /// <summary>Null when nothing is ahead.</summary>
    public static NextEvent? Of(ApplicationRow row, DateOnly today)
    {
        if (row.FollowUpOn is { } followUp && row.AppliedOn is { } applied && followUp <= today)
            return new NextEvent(NextEventKind.FollowUp, followUp, today.DayNumber - applied.DayNumber);
        return row.DueOn is { } due && !Statuses.IsClosed(row.Status) && (row.Status == ApplicationStatus.Draft || due >= today)
            ? new NextEvent(NextEventKind.Deadline, due, 0)
            : null;
    }
}

/// <summary>The kinds of <see cref="NextEvent"/>.</summary>
public enum NextEventKind
{
    Deadline,
    FollowUp,
}
