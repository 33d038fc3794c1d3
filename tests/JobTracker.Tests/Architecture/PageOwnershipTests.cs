using System.Reflection;
using System.Text.RegularExpressions;
using JobTracker.Testing;
using JobTracker.Tests.Features.Files;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Architecture;

/// <summary>Every handler of a page that takes an id answers 404 to anybody but the row's owner.</summary>
public sealed partial class PageOwnershipTests(SharedApp shared)
{
    private const string AnyForm = "/applications/add";

    /// <summary>Enough for every form: a page takes the fields that it knows.</summary>
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
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
    };

    /// <summary>Where the same name takes other words.</summary>
    private static readonly Dictionary<string, string> OfInterviews = new(Fields, StringComparer.Ordinal) { ["Input.Status"] = "planned" };

    private sealed record Handler(string Pattern, string Verb, string Name, string[] Ids)
    {
        public override string ToString() => $"{Verb} /{Pattern} {Name}".TrimEnd();
    }

    [Fact]
    public async Task A_page_about_somebody_elses_row_is_a_page_about_nothing()
    {
        var handlers = Handlers().ToList();
        Assert.NotEmpty(handlers);
        foreach (var handler in handlers)
        {
            var needsDeleted = handler.Name == "Restore";
            using var owner = await Possessions.CreateAsync(shared.App, needsDeleted);
            using var user = await shared.App.RegisterAsync();
            using var stranger = await TestBrowser.SignInAsync(shared.App, user);
            using var self = await TestBrowser.SignInAsync(shared.App, owner.User);
            var before = await owner.EverythingAsync();

            using var foreign = await SendAsync(stranger, handler, owner);
            Assert.True((int)foreign.StatusCode == 404, $"{handler} answers {(int)foreign.StatusCode} to somebody else.");
            Assert.Equal(before, await owner.EverythingAsync());

            using var own = await SendAsync(self, handler, owner);
            Assert.True(
                (int)own.StatusCode is 200 or 302 or 412,
                $"{handler} answers {(int)own.StatusCode} to the owner: are its fields in PageOwnershipTests?"
            );
        }
    }

    private static Task<HttpResponseMessage> SendAsync(TestBrowser browser, Handler handler, Possessions owner)
    {
        // What may be left out is.
        var address = OptionalPart().Replace(handler.Pattern, "");
        var query = handler.Name.Length == 0 ? "" : $"handler={handler.Name}&";
        foreach (var name in handler.Ids)
        {
            var at = handler.Pattern.IndexOf($"{{{name}", StringComparison.OrdinalIgnoreCase);
            var end = at < 0 ? -1 : handler.Pattern.IndexOf('}', at) + 1;
            var key = at < 0 ? $"{handler.Pattern}?{name}" : handler.Pattern[..end];
            Assert.True(owner.Ids.ContainsKey(key), $"{handler} is new: give everybody such a row in Possessions, its id named \"{key}\".");
            if (at < 0)
                query += $"{name}={owner.Ids[key]}&";
            else
                address = address.Replace(handler.Pattern[at..end], owner.Ids[key], StringComparison.Ordinal);
        }
        var path = $"/{address}?{query}".TrimEnd('&', '?');
        if (handler.Verb == "Get")
            return browser.Client.GetAsync(path);
        return handler.Pattern.EndsWith("/files", StringComparison.Ordinal)
            ? browser.UploadAsync(path, Samples.Form("taken.pdf", Samples.Pdf, "Input.File"), formOn: AnyForm)
            : browser.PostAsync(path, FieldsOf(handler), formOn: AnyForm);
    }

    private static Dictionary<string, string> FieldsOf(Handler handler) =>
        handler.Pattern.StartsWith("interviews/", StringComparison.Ordinal) ? OfInterviews : Fields;

    private IEnumerable<Handler> Handlers() =>
        from endpoint in shared.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()
        where page is not null && !page.ViewEnginePath.StartsWith("/Admin/", StringComparison.Ordinal)
        let model = typeof(Program).Assembly.GetType($"JobTracker.Features{page.ViewEnginePath.Replace('/', '.')}Model")
        where model is not null
        from method in model.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        let name = HandlerName().Match(method.Name)
        where name.Success
        let ids = method
            .GetParameters()
            .Where(parameter => parameter.ParameterType == typeof(Guid))
            .Select(parameter => parameter.Name!)
            .ToArray()
        where ids.Length > 0
        select new Handler(endpoint.RoutePattern.RawText!, name.Groups["verb"].Value, name.Groups["name"].Value, ids);

    [GeneratedRegex(@"/\{[^/]*\?\}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OptionalPart();

    [GeneratedRegex("^On(?<verb>Get|Post)(?<name>[A-Za-z]*?)(Async)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HandlerName();
}
