using System.ComponentModel;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Features.Applications;

/// <summary>The list's filters as they stand in an address, for programs and for the page alike.</summary>
public sealed record ListQuery : PageQuery
{
    [
        FromQuery(Name = "q"),
        Description("Words looked for in company, position, location, comment and posting; case and accents do not count.")
    ]
    public string? Q { get; init; }

    [FromQuery(Name = "status")]
    public Word<ApplicationStatus>[]? Status { get; init; }

    [FromQuery(Name = "response")]
    public Word<Response>? Response { get; init; }

    [FromQuery(Name = "employment_type")]
    public Word<EmploymentType>? EmploymentType { get; init; }

    [FromQuery(Name = "channel")]
    public Word<Channel>? Channel { get; init; }

    [FromQuery(Name = "favorite")]
    public bool? Favorite { get; init; }

    [FromQuery(Name = "applied_from")]
    public DateOnly? AppliedFrom { get; init; }

    [FromQuery(Name = "applied_to")]
    public DateOnly? AppliedTo { get; init; }

    [FromQuery(Name = "sort"), Description("updated_at (default), applied_on, due_on or company.")]
    public Word<ListApplications.SortBy>? Sort { get; init; }

    [FromQuery(Name = "order"), Description("desc (default) or asc.")]
    public Word<ListApplications.Direction>? Order { get; init; }

    internal ListApplications.Input ToInput() =>
        new()
        {
            Q = Q,
            Status = Status?.Select(word => word.Value).ToArray() ?? [],
            Response = Response?.Value,
            EmploymentType = EmploymentType?.Value,
            Channel = Channel?.Value,
            Favorite = Favorite,
            AppliedFrom = AppliedFrom,
            AppliedTo = AppliedTo,
            Sort = Sort?.Value ?? ListApplications.SortBy.UpdatedAt,
            Order = Order?.Value ?? ListApplications.Direction.Desc,
            Limit = Limit ?? Paging.DefaultLimit,
            Cursor = Cursor,
            Count = Count ?? false,
        };
}
