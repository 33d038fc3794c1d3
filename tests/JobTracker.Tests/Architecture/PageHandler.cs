using System.Text.RegularExpressions;
using JobTracker.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Architecture;

/// <summary>A method of a page that answers requests, found by asking the app.</summary>
/// <param name="Pattern">The page's address.</param>
/// <param name="Verb"><c>Get</c> or <c>Post</c>.</param>
/// <param name="Name">What stands in <c>handler</c>; empty for the page's own.</param>
/// <param name="Parameters">What the method takes.</param>
/// <param name="Bound">What the page takes from a form.</param>
internal sealed partial record PageHandler(
    string Pattern,
    string Verb,
    string Name,
    IReadOnlyList<(string Name, Type Type)> Parameters,
    IReadOnlyList<(string Name, Type Type)> Bound
)
{
    /// <summary>Enough for every form: a page takes the fields that it knows.</summary>
    private static readonly Dictionary<string, string> AnyFields = new(StringComparer.Ordinal)
    {
        ["status"] = "offer",
        ["Input.Company"] = "Taken",
        ["Input.Position"] = "over",
        ["Input.Status"] = "offer",
        ["Input.OccurredOn"] = "2026-01-05",
        ["Input.Note"] = "taken",
        ["Input.Title"] = "Taken",
        ["Input.State"] = "Done",
        ["to"] = "done",
        ["Input.Day"] = "2026-01-05",
        ["Input.Time"] = "10:00",
        ["Input.TimeZone"] = "Europe/Paris",
        ["Input.Debrief"] = "taken",
        ["Input.Content"] = "over",
        ["Input.Text"] = "Taken?",
        ["Input.ClientMessageId"] = "taken",
        ["title"] = "Taken",
        ["Input.Answer"] = "Taken.",
        ["Edited.Company"] = "Taken",
        ["Edited.Mission"] = "over",
    };

    /// <summary>Where the same name takes other words.</summary>
    private static readonly Dictionary<string, string> OfInterviews = new(AnyFields, StringComparer.Ordinal)
    {
        ["Input.Status"] = "planned",
    };

    /// <summary>The names of the rows that it is about.</summary>
    public IReadOnlyList<string> Ids =>
        [.. Parameters.Where(parameter => parameter.Type == typeof(Guid)).Select(parameter => parameter.Name)];

    /// <summary>Whether it is a page for the people who run the site.</summary>
    public bool IsForAdministrators => Pattern.StartsWith("admin", StringComparison.Ordinal);

    public bool TakesFile => Pattern.EndsWith("/files", StringComparison.Ordinal);

    /// <summary>What its form could hold.</summary>
    public Dictionary<string, string> Fields => Pattern.StartsWith("interviews/", StringComparison.Ordinal) ? OfInterviews : AnyFields;

    public override string ToString() => $"{Verb} /{Pattern} {Name}".TrimEnd();

    public static async Task<IReadOnlyList<PageHandler>> AllAsync(JobTrackerApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var handlers = new List<PageHandler>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
                continue;
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            (string, Type)[] bound = [.. compiled.BoundProperties.Select(property => (property.Name, property.ParameterType))];
            handlers.AddRange(
                compiled.HandlerMethods.Select(method => new PageHandler(
                    endpoint.RoutePattern.RawText!,
                    method.HttpMethod,
                    method.Name ?? "",
                    [.. method.Parameters.Select(parameter => (parameter.Name, parameter.ParameterType))],
                    bound
                ))
            );
        }
        return [.. handlers.DistinctBy(handler => handler.ToString())];
    }

    /// <summary>Its address, about somebody's rows.</summary>
    public string PathFor(Possessions owner)
    {
        // What may be left out is.
        var address = OptionalPart().Replace(Pattern, "").Replace("{handler}", Name, StringComparison.Ordinal);
        var query = Name.Length == 0 ? "" : $"handler={Name}&";
        foreach (var name in Ids)
        {
            var at = Pattern.IndexOf($"{{{name}", StringComparison.OrdinalIgnoreCase);
            var end = at < 0 ? -1 : Pattern.IndexOf('}', at) + 1;
            var key = at < 0 ? $"{Pattern}?{name}" : Pattern[..end];
            Assert.True(owner.Ids.ContainsKey(key), $"{this} is new: give everybody such a row in Possessions, its id named \"{key}\".");
            if (at < 0)
                query += $"{name}={owner.Ids[key]}&";
            else
                address = address.Replace(Pattern[at..end], owner.Ids[key], StringComparison.Ordinal);
        }
        return $"/{address}?{query}".TrimEnd('&', '?');
    }

    [GeneratedRegex(@"/\{[^/]*\?\}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OptionalPart();
}
