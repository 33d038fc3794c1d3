using System.Diagnostics;
using System.Security.Claims;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;

namespace JobTracker.Web;

/// <summary>One line for each request, and the same for its span: the route's pattern, never the path or the query, which may hold what people wrote or a secret address.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            // After an exception the endpoint is that of the error page; the feature still knows the one that was asked for.
            var endpoint = context.Features.Get<IExceptionHandlerPathFeature>()?.Endpoint ?? context.GetEndpoint();
            if (endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                Log(context, endpoint, Stopwatch.GetElapsedTime(started));
        }
    }

    private void Log(HttpContext context, Endpoint? endpoint, TimeSpan took)
    {
        var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
        Name(Activity.Current, context, route);
        var user = context.User.FindFirstValue(Bearer.BearerDefaults.UserIdClaim);
        LogRequest(context.Request.Method, route, context.Response.StatusCode, took.TotalMilliseconds, user, context.TraceId());
    }

    /// <summary>What the framework's own span does not say (names of the OpenTelemetry conventions for HTTP).</summary>
    private static void Name(Activity? span, HttpContext context, string route)
    {
        if (span is not { IsAllDataRequested: true })
            return;
        span.DisplayName = $"{context.Request.Method} {route}";
        span.SetTag("http.route", route);
        span.SetTag("http.request.method", context.Request.Method);
        span.SetTag("http.response.status_code", context.Response.StatusCode);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Method} {Route} {Status} in {Milliseconds:0.0} ms, user {UserId}, trace {TraceId}"
    )]
    private partial void LogRequest(string method, string route, int status, double milliseconds, string? userId, string traceId);
}
