using System.ComponentModel;
using JobTracker.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Features.Interviews;

/// <summary>The list's filters as they stand in an address.</summary>
public sealed record ListQuery
{
    [FromQuery(Name = "application_id")]
    public Guid? ApplicationId { get; init; }

    [FromQuery(Name = "status")]
    public Word<InterviewStatus>[]? Status { get; init; }

    [FromQuery(Name = "from")]
    public Instant? From { get; init; }

    [FromQuery(Name = "to")]
    public Instant? To { get; init; }

    [FromQuery(Name = "limit"), Description("Rows on a page: 1 to 100, 25 when left out.")]
    public int? Limit { get; init; }

    [FromQuery(Name = "cursor"), Description("The next_cursor of the page before.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "count"), Description("Whether to count all rows too, which costs as much as the list.")]
    public bool? Count { get; init; }

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
