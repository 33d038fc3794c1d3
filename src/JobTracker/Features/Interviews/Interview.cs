using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Kernel;

namespace JobTracker.Features.Interviews;

/// <summary>One round of interviews for an application.</summary>
public sealed class Interview : IOwned
{
    public required Guid UserId { get; init; }
    public required Guid Id { get; init; }
    public required Guid ApplicationId { get; init; }

    /// <summary>For queries: which application it belongs to, and that it is hidden with it.</summary>
    public JobApplication? Application { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>IANA name: the zone that the time was agreed in.</summary>
    public string TimeZone { get; private set; } = "";
    public int DurationMinutes { get; private set; }
    public InterviewType Type { get; private set; }
    public InterviewFormat Format { get; private set; }
    public string? Location { get; private set; }
    public InterviewStatus Status { get; private set; }
    public string? Interviewer { get; private set; }

    /// <summary>Preparation.</summary>
    public string? Comment { get; private set; }

    /// <summary>What was written down afterwards.</summary>
    public string? Debrief { get; private set; }

    /// <summary>All searchable text, folded.</summary>
    public string SearchText { get; private set; } = "";
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public int Version { get; private set; }

    /// <param name="owner">Whose.</param>
    /// <param name="facts">As they are kept, with their application.</param>
    /// <param name="homeZone">The person's own zone, for facts that name none.</param>
    /// <param name="now">The instant.</param>
    public static Interview Create(UserId owner, InterviewFacts facts, string homeZone, DateTimeOffset now)
    {
        var interview = new Interview
        {
            UserId = owner.Value,
            Id = Guid.CreateVersion7(now),
            ApplicationId = facts.ApplicationId!.Value,
            CreatedAt = now,
        };
        interview.Take(facts, homeZone, now);
        return interview;
    }

    /// <summary>Replaces everything but the application. Who writes a new debrief once it has begun has been there: that completes it.</summary>
    public void Take(InterviewFacts facts, string homeZone, DateTimeOffset now)
    {
        var isDebriefed = facts.Debrief is not null && facts.Debrief != Debrief;
        StartsAt = facts.StartsAt!.Value;
        TimeZone = facts.TimeZone ?? homeZone;
        DurationMinutes = facts.DurationMinutes;
        Type = facts.Type;
        Format = facts.Format;
        Location = facts.Location;
        Status = facts.Status == InterviewStatus.Planned && isDebriefed && StartsAt <= now ? InterviewStatus.Completed : facts.Status;
        Interviewer = facts.Interviewer;
        Comment = facts.Comment;
        Debrief = facts.Debrief;
        SearchText = SearchTextOf(Location, Interviewer, Comment, Debrief);
        UpdatedAt = now;
        Version++;
    }

    /// <summary>What is found, and by which text.</summary>
    public static string SearchTextOf(string? location, string? interviewer, string? comment, string? debrief) =>
        Folding.Fold(string.Join('\n', location, interviewer, comment, debrief));

    /// <summary>The writable fields as they stand.</summary>
    public InterviewFacts Facts() =>
        new()
        {
            ApplicationId = ApplicationId,
            StartsAt = StartsAt,
            TimeZone = TimeZone,
            DurationMinutes = DurationMinutes,
            Type = Type,
            Format = Format,
            Location = Location,
            Status = Status,
            Interviewer = Interviewer,
            Comment = Comment,
            Debrief = Debrief,
        };
}
