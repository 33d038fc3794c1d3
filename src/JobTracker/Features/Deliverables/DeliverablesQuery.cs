using System.ComponentModel;
using JobTracker.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Features.Deliverables;

/// <summary>The list's filters as they stand in an address.</summary>
public sealed record DeliverablesQuery
{
    [FromQuery(Name = "application_id")]
    public Guid? ApplicationId { get; init; }

    [FromQuery(Name = "state")]
    public Word<DeliverableState>[]? State { get; init; }

    [FromQuery(Name = "due_before")]
    public DateOnly? DueBefore { get; init; }

    [FromQuery(Name = "due_after")]
    public DateOnly? DueAfter { get; init; }

    [FromQuery(Name = "limit"), Description("Rows on a page: 1 to 100, 25 when left out.")]
    public int? Limit { get; init; }

    [FromQuery(Name = "cursor"), Description("The next_cursor of the page before.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "count"), Description("Whether to count all rows too, which costs as much as the list.")]
    public bool? Count { get; init; }

    internal ListDeliverables.Input ToInput() =>
        new()
        {
            ApplicationId = ApplicationId,
            State = State?.Select(word => word.Value).ToArray() ?? [],
            DueBefore = DueBefore,
            DueAfter = DueAfter,
            Limit = Limit ?? Paging.DefaultLimit,
            Cursor = Cursor,
            Count = Count ?? false,
        };
}
