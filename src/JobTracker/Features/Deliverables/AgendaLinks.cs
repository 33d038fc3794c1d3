using JobTracker.Kernel;
using Microsoft.AspNetCore.Http.Extensions;

namespace JobTracker.Features.Deliverables;

/// <summary>The addresses of the list with one filter more or less, so that every filter is a link and works without JavaScript.</summary>
public sealed record AgendaLinks(Guid? Application, DeliverableKind? Kind)
{
    private const string Path = "/deliverables";

    public bool IsFiltered => Application is not null || Kind is not null;

    public string Here() => Path + Parts();

    public string OnlyOf(Guid application) => (this with { Application = application }).Here();

    public string Only(DeliverableKind kind) => (this with { Kind = kind }).Here();

    public string OfAllApplications() => (this with { Application = null }).Here();

    public string OfEveryKind() => (this with { Kind = null }).Here();

    /// <summary>Where the box of a line posts to; the answer is this same list.</summary>
    public string Tick(Guid id, DeliverableState to)
    {
        var parts = Parts();
        parts.Add("handler", "State");
        parts.Add("id", id.ToString());
        parts.Add("to", Wire.Name(to));
        return Path + parts;
    }

    private QueryBuilder Parts()
    {
        var parts = new QueryBuilder();
        if (Application is { } application)
            parts.Add("application", application.ToString());
        if (Kind is { } kind)
            parts.Add("kind", Wire.Name(kind));
        return parts;
    }
}
