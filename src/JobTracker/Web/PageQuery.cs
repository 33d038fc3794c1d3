using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Web;

/// <summary>Which part of a list is asked for, as it stands in an address; each list adds its own filters.</summary>
public abstract record PageQuery
{
    [FromQuery(Name = "limit"), Description("Rows on a page: 1 to 100, 25 when left out.")]
    public int? Limit { get; init; }

    [FromQuery(Name = "cursor"), Description("The next_cursor of the page before.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "count"), Description("Whether to count all rows too, which costs as much as the list.")]
    public bool? Count { get; init; }
}
