using JobTracker.Data;
using JobTracker.Kernel;

namespace JobTracker.Features.Applications;

/// <summary>One job or internship that a person wants or has applied to.</summary>
public sealed class JobApplication : IOwned
{
    public required Guid UserId { get; init; }
    public required Guid Id { get; init; }
    public string Company { get; private set; } = "";
    public string Position { get; private set; } = "";
    public EmploymentType? EmploymentType { get; private set; }
    public string? Location { get; private set; }
    public Channel? Channel { get; private set; }
    public string? Link { get; private set; }
    public string? Salary { get; private set; }
    public string? Contact { get; private set; }

    /// <summary>Always the newest status change's.</summary>
    public ApplicationStatus Status { get; private set; }
    public DateOnly? DueOn { get; private set; }
    public DateOnly? AppliedOn { get; private set; }
    public DateOnly? RespondedOn { get; private set; }

    /// <summary>Set when the person has put the follow-up off; otherwise it is counted from <see cref="AppliedOn"/>.</summary>
    public DateOnly? FollowUpOn { get; private set; }
    public DateOnly? LastFollowUpOn { get; private set; }
    public string? Comment { get; private set; }
    public string? Posting { get; private set; }
    public DateTimeOffset? PostingCapturedAt { get; private set; }
    public bool IsFavorite { get; private set; }

    /// <summary>The company folded, for sorting.</summary>
    public string CompanyKey { get; private set; } = "";

    /// <summary>All searchable text, folded.</summary>
    public string SearchText { get; private set; } = "";
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public DateTimeOffset? DeletedAt { get; private set; }
    public int Version { get; private set; }

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

    /// <summary>Replaces everything but the status, which has its own history.</summary>
    public void Take(ApplicationFacts facts, DateTimeOffset now)
    {
        Company = facts.Company!;
        Position = facts.Position!;
        EmploymentType = facts.EmploymentType;
        Location = facts.Location;
        Channel = facts.Channel;
        Link = facts.Link;
        Salary = facts.Salary;
        Contact = facts.Contact;
        DueOn = facts.DueOn;
        AppliedOn = facts.AppliedOn;
        RespondedOn = facts.RespondedOn;
        Comment = facts.Comment;
        if (Posting != facts.Posting)
            PostingCapturedAt = facts.Posting is null ? null : now;
        Posting = facts.Posting;
        IsFavorite = facts.IsFavorite;
        CompanyKey = Folding.Fold(Company);
        SearchText = Folding.Fold(string.Join('\n', Company, Position, Location, Comment, Posting));
        Touch(now);
    }

    /// <summary>The writable fields as they stand.</summary>
    public ApplicationFacts Facts() =>
        new()
        {
            Company = Company,
            Position = Position,
            EmploymentType = EmploymentType,
            Location = Location,
            Channel = Channel,
            Link = Link,
            Salary = Salary,
            Contact = Contact,
            Status = Status,
            DueOn = DueOn,
            AppliedOn = AppliedOn,
            RespondedOn = RespondedOn,
            Comment = Comment,
            Posting = Posting,
            IsFavorite = IsFavorite,
        };

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
        var entries = history.ToList();
        var newest = entries.Select(entry => entry.OccurredOn).DefaultIfEmpty(today).Max();
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

    /// <summary>Takes the status of the newest change.</summary>
    private void Follow(IEnumerable<StatusChange> history) => Status = StatusChange.InOrder(history).Last().Status;

    /// <summary>When to ask again: only while there is no answer.</summary>
    /// <param name="followUpDays">The person's setting: days after the application.</param>
    public DateOnly? FollowUpDay(int followUpDays) =>
        Status == ApplicationStatus.Applied && AppliedOn is { } applied ? FollowUpOn ?? applied.AddDays(followUpDays) : null;

    public void MarkFavorite(bool favorite, DateTimeOffset now)
    {
        IsFavorite = favorite;
        Touch(now);
    }

    /// <summary>Hides the application with everything under it.</summary>
    public void Delete(DateTimeOffset now)
    {
        DeletedAt = now;
        Touch(now);
    }

    public void Restore(DateTimeOffset now)
    {
        DeletedAt = null;
        Touch(now);
    }

    private void Touch(DateTimeOffset now)
    {
        UpdatedAt = now;
        Version++;
    }

    private static DateOnly FirstDay(ApplicationFacts facts, DateOnly today) =>
        facts.Status switch
        {
            ApplicationStatus.Applied => facts.AppliedOn ?? today,
            var status when Statuses.IsAnswer(status) => facts.RespondedOn ?? today,
            _ => today,
        };
}
