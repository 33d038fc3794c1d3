using JobTracker.Features.Shared;
using JobTracker.Kernel;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>The addresses of the table with one filter more or less, so that every filter is a link and works without JavaScript.</summary>
public sealed class FilterLinks(ListQuery query, IStringLocalizer t)
{
    public const string Path = "/applications";

    /// <summary>A filter that is on, and the table without it.</summary>
    public sealed record Chip(string Text, string Without);

    public bool IsFiltered => Chips().Any() || !string.IsNullOrWhiteSpace(query.Q);

    public bool Favorites => query.Favorite == true;

    public IEnumerable<Chip> Chips()
    {
        foreach (var status in query.Status ?? [])
            yield return new Chip(
                t[StatusLook.Of(status.Value).Text],
                Url(query with { Status = [.. query.Status!.Where(other => other != status)] })
            );
        if (query.EmploymentType is { } type)
            yield return new Chip(t[Labels.Of(type.Value)], Url(query with { EmploymentType = null }));
        if (query.Channel is { } channel)
            yield return new Chip(t[Labels.Of(channel.Value)], Url(query with { Channel = null }));
        if (query.Response is not null)
            yield return new Chip(t["No answer yet"], Url(query with { Response = null }));
        if (query.Favorite == true)
            yield return new Chip(t["Favourites"], Url(query with { Favorite = null }));
        if (query.AppliedFrom is { } from)
            yield return new Chip(t["Applied from {0}", Days.Plain(from)], Url(query with { AppliedFrom = null }));
        if (query.AppliedTo is { } to)
            yield return new Chip(t["Applied until {0}", Days.Plain(to)], Url(query with { AppliedTo = null }));
    }

    public string With(ApplicationStatus status) =>
        Url(query with { Status = [.. query.Status ?? [], new Word<ApplicationStatus>(status)] });

    public string With(EmploymentType type) => Url(query with { EmploymentType = new Word<EmploymentType>(type) });

    public string With(Channel channel) => Url(query with { Channel = new Word<Channel>(channel) });

    public string WithFavorites() => Url(query with { Favorite = true });

    public string Pending() => Url(query with { Response = new Word<Response>(Response.Pending), Status = null });

    public bool Has(ApplicationStatus status) => query.Status?.Any(word => word.Value == status) == true;

    /// <summary>Sorted by a column; again for the other direction.</summary>
    public string SortedBy(ListApplications.SortBy sort) => Url(query with { Sort = new(sort), Order = new(Directed(sort)) });

    /// <summary><c>ascending</c> or <c>descending</c> for the column in use, else null.</summary>
    public string? AriaSort(ListApplications.SortBy sort) =>
        SortOf != sort ? null
        : OrderOf == ListApplications.Direction.Asc ? "ascending"
        : "descending";

    public string After(string cursor) => Url(query with { Cursor = cursor }, cursor);

    /// <summary>This very page of the table.</summary>
    public string Here() => Url(query, query.Cursor);

    public string First() => Url(query);

    private ListApplications.SortBy SortOf => query.Sort?.Value ?? ListApplications.SortBy.UpdatedAt;

    private ListApplications.Direction OrderOf => query.Order?.Value ?? ListApplications.Direction.Desc;

    private ListApplications.Direction Directed(ListApplications.SortBy sort)
    {
        var natural = sort is ListApplications.SortBy.Company or ListApplications.SortBy.DueOn
            ? ListApplications.Direction.Asc
            : ListApplications.Direction.Desc;
        return SortOf == sort && OrderOf == natural ? 1 - natural : natural;
    }

    private static string Url(ListQuery to, string? cursor = null)
    {
        var parts = new QueryBuilder();
        void Say(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                parts.Add(name, value);
        }
        Say("q", to.Q);
        foreach (var status in to.Status ?? [])
            Say("status", Wire.Name(status.Value));
        Say("response", to.Response is { } response ? Wire.Name(response.Value) : null);
        Say("employment_type", to.EmploymentType is { } type ? Wire.Name(type.Value) : null);
        Say("channel", to.Channel is { } channel ? Wire.Name(channel.Value) : null);
        Say("favorite", to.Favorite == true ? "true" : null);
        Say("applied_from", to.AppliedFrom?.ToString("O", null));
        Say("applied_to", to.AppliedTo?.ToString("O", null));
        Say("sort", to.Sort is { } sort ? Wire.Name(sort.Value) : null);
        Say("order", to.Order is { } order ? Wire.Name(order.Value) : null);
        Say("cursor", cursor);
        return Path + parts;
    }
}
