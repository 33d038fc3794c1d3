using System.Linq.Expressions;
using System.Text.Json.Serialization;

namespace JobTracker.Features.Interviews;

/// <summary>An interview as lists show it: everything but the long texts.</summary>
public record InterviewRow
{
    public required Guid Id { get; init; }
    public required Guid ApplicationId { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required string TimeZone { get; init; }
    public required int DurationMinutes { get; init; }
    public required InterviewType Type { get; init; }
    public required InterviewFormat Format { get; init; }
    public string? Location { get; init; }
    public required InterviewStatus Status { get; init; }
    public string? Interviewer { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required int Version { get; init; }

    [JsonIgnore]
    public DateTimeOffset EndsAt => StartsAt.AddMinutes(DurationMinutes);

    /// <summary>The projection, so that only these columns are read.</summary>
    internal static readonly Expression<Func<Interview, InterviewRow>> From = row => new InterviewRow
    {
        Id = row.Id,
        ApplicationId = row.ApplicationId,
        StartsAt = row.StartsAt,
        TimeZone = row.TimeZone,
        DurationMinutes = row.DurationMinutes,
        Type = row.Type,
        Format = row.Format,
        Location = row.Location,
        Status = row.Status,
        Interviewer = row.Interviewer,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        Version = row.Version,
    };
}

/// <summary>A whole interview.</summary>
public sealed record InterviewDetails : InterviewRow
{
    /// <summary>Preparation.</summary>
    [JsonPropertyOrder(1)]
    public string? Comment { get; init; }

    [JsonPropertyOrder(1)]
    public string? Debrief { get; init; }

    internal static InterviewDetails Of(Interview row) =>
        new()
        {
            Id = row.Id,
            ApplicationId = row.ApplicationId,
            StartsAt = row.StartsAt,
            TimeZone = row.TimeZone,
            DurationMinutes = row.DurationMinutes,
            Type = row.Type,
            Format = row.Format,
            Location = row.Location,
            Status = row.Status,
            Interviewer = row.Interviewer,
            Comment = row.Comment,
            Debrief = row.Debrief,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            Version = row.Version,
        };
}
