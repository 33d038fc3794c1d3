using System.ComponentModel;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Features.SearchSessions;

/// <summary>The list's filters as they stand in an address.</summary>
public sealed record SessionQuery : PageQuery
{
    [FromQuery(Name = "finished"), Description("True for finished sessions alone, false for the open one.")]
    public bool? Finished { get; init; }

    internal ListSessions.Input ToInput() =>
        new()
        {
            Finished = Finished,
            Limit = Limit ?? Paging.DefaultLimit,
            Cursor = Cursor,
            Count = Count ?? false,
        };
}
