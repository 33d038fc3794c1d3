using System.Linq.Expressions;
using System.Text.Json.Serialization;
using JobTracker.Features.Accounts;

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
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required int Version { get; init; }

    /// <summary>The projection, so that only these columns are read.</summary>
    internal static readonly Expression<Func<JobApplication, UserAccount, ApplicationRow>> From = (row, account) =>
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
            FollowUpOn =
                row.Status != ApplicationStatus.Applied || row.AppliedOn == null ? null
                : row.FollowUpOn != null ? row.FollowUpOn
                : row.AppliedOn.Value.AddDays(account.FollowUpDays),
            LastFollowUpOn = row.LastFollowUpOn,
            IsFavorite = row.IsFavorite,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            Version = row.Version,
        };
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
    internal static ApplicationDetails Of(JobApplication row, int followUpDays) =>
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
            FollowUpOn = row.FollowUpDay(followUpDays),
            LastFollowUpOn = row.LastFollowUpOn,
            IsFavorite = row.IsFavorite,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            Version = row.Version,
            Comment = row.Comment,
            Posting = row.Posting,
            PostingCapturedAt = row.PostingCapturedAt,
        };
}
