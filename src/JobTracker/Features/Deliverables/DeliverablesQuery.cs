using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Features.Deliverables;

/// <summary>The list's filters as they stand in an address.</summary>
public sealed record DeliverablesQuery : PageQuery
{
    [FromQuery(Name = "application_id")]
    public Guid? ApplicationId { get; init; }

    [FromQuery(Name = "state")]
    public Word<DeliverableState>[]? State { get; init; }

    [FromQuery(Name = "due_before")]
    public DateOnly? DueBefore { get; init; }

    [FromQuery(Name = "due_after")]
    public DateOnly? DueAfter { get; init; }

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
