using System.ComponentModel;
using JobTracker.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>The list's filters as they stand in an address, for programs and for the page alike.</summary>
public sealed record ConversationQuery
{
    [FromQuery(Name = "application_id"), Description("Only those about this application.")]
    public Guid? ApplicationId { get; init; }

    [FromQuery(Name = "mode"), Description("Only free talk, or only mock interviews.")]
    public Word<ConversationMode>? Mode { get; init; }

    [FromQuery(Name = "limit"), Description("Rows on a page: 1 to 100, 25 when left out.")]
    public int? Limit { get; init; }

    [FromQuery(Name = "cursor"), Description("The next_cursor of the page before.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "count"), Description("Whether to count all rows too, which costs as much as the list.")]
    public bool? Count { get; init; }

    internal ListConversations.Input ToInput() =>
        new()
        {
            ApplicationId = ApplicationId,
            Mode = Mode?.Value,
            Limit = Limit ?? Paging.DefaultLimit,
            Cursor = Cursor,
            Count = Count ?? false,
        };
}
