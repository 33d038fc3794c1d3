using System.ComponentModel;
using JobTracker.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Features.Writing;

/// <summary>The list's filters as they stand in an address, for programs and for the page alike.</summary>
public sealed record NoteQuery
{
    [FromQuery(Name = "application_id"), Description("Only what belongs to this application.")]
    public Guid? ApplicationId { get; init; }

    [FromQuery(Name = "q"), Description("Words looked for in title, tags and content; case and accents do not count.")]
    public string? Q { get; init; }

    [FromQuery(Name = "tag"), Description("Only notes with this tag; case and accents do not count.")]
    public string? Tag { get; init; }

    [FromQuery(Name = "bank"), Description("True for the writing bank alone: what belongs to no application.")]
    public bool? Bank { get; init; }

    [FromQuery(Name = "limit"), Description("Rows on a page: 1 to 100, 25 when left out.")]
    public int? Limit { get; init; }

    [FromQuery(Name = "cursor"), Description("The next_cursor of the page before.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "count"), Description("Whether to count all rows too, which costs as much as the list.")]
    public bool? Count { get; init; }

    internal ListNotes.Input ToInput() =>
        new()
        {
            ApplicationId = ApplicationId,
            Q = Q,
            Tag = Tag,
            Bank = Bank ?? false,
            Limit = Limit ?? Paging.DefaultLimit,
            Cursor = Cursor,
            Count = Count ?? false,
        };
}
