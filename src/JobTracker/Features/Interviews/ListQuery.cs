using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Features.Interviews;

/// <summary>The list's filters as they stand in an address.</summary>
public sealed record ListQuery : PageQuery
{
    [FromQuery(Name = "application_id")]
    public Guid? ApplicationId { get; init; }

    [FromQuery(Name = "status")]
    public Word<InterviewStatus>[]? Status { get; init; }

    [FromQuery(Name = "from")]
    public Instant? From { get; init; }

    [FromQuery(Name = "to")]
    public Instant? To { get; init; }

    internal ListInterviews.Input ToInput() =>
        new()
        {
            ApplicationId = ApplicationId,
            Status = Status?.Select(word => word.Value).ToArray() ?? [],
            From = From?.Value,
            To = To?.Value,
            Limit = Limit ?? Paging.DefaultLimit,
            Cursor = Cursor,
            Count = Count ?? false,
        };
}
