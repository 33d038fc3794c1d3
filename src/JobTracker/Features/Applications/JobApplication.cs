using JobTracker.Data;
using JobTracker.Kernel;

namespace JobTracker.Features.Applications;

/// <summary>One job or internship that a person wants or has applied to.</summary>
public sealed partial class JobApplication : IOwned
{
    public required Guid UserId { get; init; }
    public required Guid Id { get; init; }
    public string Company { get; private set; } = "";
    public string Position { get; private set; } = "";
    public EmploymentType? EmploymentType { get; private set; }
    public string? Location { get; private set; }
    public Channel? Channel { get; private set; }
    public string? Link { get; private set; }

    /// <summary>For finding the same link: <see cref="LinkKey.HashOf"/>.</summary>
    public long? LinkHash { get; private set; }
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

    /// <summary>Replaces everything but the status, which has its own history.</summary>
    public void Take(ApplicationFacts facts, DateTimeOffset now)
    {
        Company = facts.Company!;
        Position = facts.Position!;
        EmploymentType = facts.EmploymentType;
        Location = facts.Location;
        Channel = facts.Channel;
        Link = facts.Link;
        LinkHash = LinkKey.HashOf(facts.Link);
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
        SearchText = SearchTextOf(Company, Position, Location, Comment, Posting);
        Touch(now);
    }

    /// <summary>What is found, and by which text.</summary>
    public static string SearchTextOf(string company, string position, string? location, string? comment, string? posting) =>
        Folding.Fold(string.Join('\n', company, position, location, comment, posting));

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

    /// <summary>When to ask again: only while there is no answer.</summary>
    /// <param name="followUpDays">The person's setting: days after the application.</param>
    public DateOnly? FollowUpDay(int followUpDays) => FollowUpDay(Status, AppliedOn, FollowUpOn, followUpDays);

    /// <summary>The same of a row that is only read.</summary>
    public static DateOnly? FollowUpDay(ApplicationStatus status, DateOnly? appliedOn, DateOnly? followUpOn, int followUpDays) =>
        status == ApplicationStatus.Applied && appliedOn is { } applied ? followUpOn ?? applied.AddDays(followUpDays) : null;

    public void MarkFavorite(bool favorite, DateTimeOffset now)
    {
        IsFavorite = favorite;
        Touch(now);
    }

    /// <summary>The person asked again, and will be reminded on another day.</summary>
    public void AskedAgain(DateOnly today, DateOnly next, DateTimeOffset now)
    {
        LastFollowUpOn = today;
        AskAgainOn(next, now);
    }

    /// <summary>Puts asking again off.</summary>
    public void AskAgainOn(DateOnly day, DateTimeOffset now)
    {
        FollowUpOn = day;
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
}
