using System.ComponentModel;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Features.Writing;

/// <summary>The list's filters as they stand in an address, for programs and for the page alike.</summary>
public sealed record NoteQuery : PageQuery
{
    [FromQuery(Name = "application_id"), Description("Only what belongs to this application.")]
    public Guid? ApplicationId { get; init; }

    [FromQuery(Name = "q"), Description("Words looked for in title, tags and content; case and accents do not count.")]
    public string? Q { get; init; }

    [FromQuery(Name = "tag"), Description("Only notes with this tag; case and accents do not count.")]
    public string? Tag { get; init; }

    [FromQuery(Name = "bank"), Description("True for the writing bank alone: what belongs to no application.")]
    public bool? Bank { get; init; }

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
