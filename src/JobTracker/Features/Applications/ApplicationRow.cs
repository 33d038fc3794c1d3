using System.Linq.Expressions;
using System.Text.Json.Serialization;
using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Kernel;

namespace JobTracker.Features.Applications;

/// <summary>An application as lists show it: everything but the long texts.</summary>
public record ApplicationRow
{
    public required Guid Id { get; init; }
    public required string Company { get; init; }
    public required string Position { get; init; }
    public EmploymentType? EmploymentType { get; init; }
    public string? Location { get; init; }
    public Channel? Channel { get; init; }
    public string? Link { get; init; }
    public string? Salary { get; init; }
    public string? Contact { get; init; }
    public required ApplicationStatus Status { get; init; }
    public Response Response => Statuses.ResponseOf(Status);
    public DateOnly? DueOn { get; init; }
    public DateOnly? AppliedOn { get; init; }
    public DateOnly? RespondedOn { get; init; }

    /// <summary>When to ask again, as long as an application has no answer.</summary>
    public DateOnly? FollowUpOn { get; init; }
    public DateOnly? LastFollowUpOn { get; init; }
    public required bool IsFavorite { get; init; }
    public required ApplicationCounts Counts { get; init; }

    /// <summary>The next planned interview's beginning.</summary>
    public DateTimeOffset? NextInterviewAt { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required int Version { get; init; }

    /// <summary>The projection, so that only these columns are read: of the applications, in their order, with one person's settings and parts.</summary>
    internal static readonly Expression<
        Func<IQueryable<JobApplication>, IQueryable<UserAccount>, IQueryable<ApplicationPart>, DateTimeOffset, IQueryable<ApplicationRow>>
    > Projection = (rows, accounts, parts, now) =>
        rows.Join(
            accounts,
            row => row.UserId,
            account => account.UserId,
            (row, account) =>
                new ApplicationRow
                {
                    Id = row.Id,
                    Company = row.Company,
                    Position = row.Position,
                    EmploymentType = row.EmploymentType,
                    Location = row.Location,
                    Channel = row.Channel,
                    Link = row.Link,
                    Salary = row.Salary,
                    Contact = row.Contact,
                    Status = row.Status,
                    DueOn = row.DueOn,
                    AppliedOn = row.AppliedOn,
                    RespondedOn = row.RespondedOn,
                    FollowUpOn = JobApplication.FollowUpDay(row.Status, row.AppliedOn, row.FollowUpOn, account.FollowUpDays),
                    LastFollowUpOn = row.LastFollowUpOn,
                    IsFavorite = row.IsFavorite,
                    Counts = new ApplicationCounts(
                        parts.Count(part => part.ApplicationId == row.Id && part.Kind == PartKind.Deliverable),
                        parts.Count(part => part.ApplicationId == row.Id && part.Kind == PartKind.Deliverable && part.IsOpen),
                        parts.Count(part => part.ApplicationId == row.Id && part.Kind == PartKind.Writing),
                        parts.Count(part => part.ApplicationId == row.Id && part.Kind == PartKind.Interview)
                    ),
                    NextInterviewAt = parts
                        .Where(part =>
                            part.ApplicationId == row.Id && part.Kind == PartKind.Interview && part.IsOpen && part.StartsAt >= now
                        )
                        .Min(part => part.StartsAt),
                    CreatedAt = row.CreatedAt,
                    UpdatedAt = row.UpdatedAt,
                    Version = row.Version,
                }
        );
}

/// <summary>How much stands under an application.</summary>
/// <param name="DeliverablesOpen">Those that are not done.</param>
public sealed record ApplicationCounts(int Deliverables, int DeliverablesOpen, int Writing, int Interviews)
{
    public static readonly ApplicationCounts None = new(0, 0, 0, 0);
}

/// <summary>A whole application.</summary>
public record ApplicationDetails : ApplicationRow
{
    [JsonPropertyOrder(1)]
    public string? Comment { get; init; }

    [JsonPropertyOrder(1)]
    public string? Posting { get; init; }

    [JsonPropertyOrder(1)]
    public DateTimeOffset? PostingCapturedAt { get; init; }

    /// <summary>From the tracked row, after a write.</summary>
    internal static ApplicationDetails Of(JobApplication row, Surroundings around) =>
        new()
        {
            Id = row.Id,
            Company = row.Company,
            Position = row.Position,
            EmploymentType = row.EmploymentType,
            Location = row.Location,
            Channel = row.Channel,
            Link = row.Link,
            Salary = row.Salary,
            Contact = row.Contact,
            Status = row.Status,
            DueOn = row.DueOn,
            AppliedOn = row.AppliedOn,
            RespondedOn = row.RespondedOn,
            FollowUpOn = row.FollowUpDay(around.FollowUpDays),
            LastFollowUpOn = row.LastFollowUpOn,
            IsFavorite = row.IsFavorite,
            Counts = around.Counts,
            NextInterviewAt = around.NextInterviewAt,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            Version = row.Version,
            Comment = row.Comment,
            Posting = row.Posting,
            PostingCapturedAt = row.PostingCapturedAt,
        };
}
