using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;

namespace JobTracker.Web.Problems;

/// <summary>Small facts about a request that several parts need.</summary>
public static class HttpContextFacts
{
    private static readonly PathString[] Prefixes = ["/api", "/meta", "/health", "/openapi", "/submit"];

    /// <summary>What to quote when asking for help; it stands in the logs too.</summary>
    public static string TraceId(this HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    /// <summary>True for the parts that programs use: they get JSON, never a page.</summary>
    public static bool IsForPrograms(this HttpContext context)
    {
        var asked = AskedPath(context);
        return Prefixes.Any(prefix => asked.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>For Retry-After: whole seconds, at least one.</summary>
    public static string WholeSeconds(this TimeSpan wait) =>
        Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    /// <summary>The path that was asked for, also while an error page takes its place.</summary>
    private static PathString AskedPath(HttpContext context) =>
        context.Features.Get<IExceptionHandlerPathFeature>()?.Path
        ?? context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? context.Request.Path;
}
