using System.ComponentModel;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>The list's filters as they stand in an address, for programs and for the page alike.</summary>
public sealed record ConversationQuery : PageQuery
{
    [FromQuery(Name = "application_id"), Description("Only those about this application.")]
    public Guid? ApplicationId { get; init; }

    [FromQuery(Name = "mode"), Description("Only free talk, or only mock interviews.")]
    public Word<ConversationMode>? Mode { get; init; }

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
