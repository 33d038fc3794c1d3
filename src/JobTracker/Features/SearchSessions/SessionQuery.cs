using System.ComponentModel;
using JobTracker.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Features.SearchSessions;

/// <summary>The list's filters as they stand in an address.</summary>
public sealed record SessionQuery
{
    [FromQuery(Name = "finished"), Description("True for finished sessions alone, false for the open one.")]
    public bool? Finished { get; init; }

    [FromQuery(Name = "limit"), Description("Rows on a page: 1 to 100, 25 when left out.")]
    public int? Limit { get; init; }

    [FromQuery(Name = "cursor"), Description("The next_cursor of the page before.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "count"), Description("Whether to count all rows too, which costs as much as the list.")]
    public bool? Count { get; init; }

    internal ListSessions.Input ToInput() =>
        new()
        {
            Finished = Finished,
            Limit = Limit ?? Paging.DefaultLimit,
            Cursor = Cursor,
            Count = Count ?? false,
        };
}
