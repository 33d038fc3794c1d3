using System.Reflection;
using JobTracker.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.BrowserTests.Attacks;

/// <summary>A handler of a page, and what it takes out of a query or a form.</summary>
/// <param name="Pattern">The page's address, without the slash before it.</param>
/// <param name="Verb">GET or POST.</param>
/// <param name="Name">Empty for the page's first one.</param>
/// <param name="Fields">By name, each with its type; nothing that stands in the path.</param>
internal sealed record PageHandler(string Pattern, string Verb, string Name, IReadOnlyDictionary<string, Type> Fields)
{
    public override string ToString() => $"{Verb} /{Pattern} {Name}".TrimEnd();
}

/// <summary>All pages, from the list of endpoints.</summary>
internal static class Pages
{
    public static async Task<IReadOnlyList<PageHandler>> AllAsync(JobTrackerApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var handlers = new List<PageHandler>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
                continue;
            var pattern = endpoint.RoutePattern;
            var inPath = pattern.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            foreach (var (verb, name, method) in HandlersOf(compiled))
            {
                var bound = compiled
                    .BoundProperties.OfType<PageBoundPropertyDescriptor>()
                    .Where(property =>
                        verb == "POST" || property.Property.GetCustomAttribute<BindPropertyAttribute>()?.SupportsGet != false
                    )
                    .SelectMany(property => FieldsOf(property.Property.PropertyType, NameOf(property.BindingInfo, property.Name)));
                var taken = method?.Parameters.SelectMany(parameter =>
                    FieldsOf(parameter.ParameterType, NameOf(parameter.BindingInfo, parameter.Name))
                );
                var fields = bound.Concat(taken ?? []).Where(field => !inPath.Contains(field.Name)).DistinctBy(field => field.Name);
                handlers.Add(
                    new PageHandler(
                        pattern.RawText!,
                        verb,
                        name,
                        fields.ToDictionary(field => field.Name, field => field.Type, StringComparer.Ordinal)
                    )
                );
            }
        }
        return handlers;
    }

    // A page without a handler of its own for GET is shown all the same.
    private static IEnumerable<(string Verb, string Name, HandlerMethodDescriptor? Method)> HandlersOf(CompiledPageActionDescriptor page)
    {
        var own = page.HandlerMethods.Select(method =>
            (method.HttpMethod.ToUpperInvariant(), method.Name ?? "", (HandlerMethodDescriptor?)method)
        );
        return own.Any(handler => handler is { Item1: "GET", Item2: "" }) ? own : own.Append(("GET", "", null));
    }

    private static string NameOf(BindingInfo? info, string name) => info?.BinderModelName ?? name;

    private static IEnumerable<(string Name, Type Type)> FieldsOf(Type type, string name)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        if (
            inner == typeof(CancellationToken)
            || inner == typeof(IFormFile)
            || inner.IsInterface && inner.GetElementType() is null && !IsList(inner)
        )
            return [];
        // What is made from one word is one field; what has none of these is an object with fields of its own.
        if (inner.IsPrimitive || inner.IsEnum || inner.IsArray || inner == typeof(string) || IsList(inner) || IsParsed(inner))
            return [(name, inner)];
        return inner
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is not null)
            .SelectMany(property =>
            {
                var own = property.GetCustomAttribute<FromQueryAttribute>()?.Name ?? property.Name;
                return FieldsOf(property.PropertyType, name.Length == 0 ? own : $"{name}.{own}");
            });
    }

    private static bool IsList(Type type) => type.IsAssignableTo(typeof(System.Collections.IEnumerable));

    private static bool IsParsed(Type type) =>
        type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IParsable<>))
        || type.GetMethod("TryParse", BindingFlags.Public | BindingFlags.Static) is not null
        || System.ComponentModel.TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string));
}
