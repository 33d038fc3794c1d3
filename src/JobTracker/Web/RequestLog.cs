using System.Diagnostics;
using System.Security.Claims;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;

namespace JobTracker.Web;

/// <summary>One line for each request: the route's pattern, never the path or the query, which may hold what people wrote or a secret address.</summary>
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
        var user = context.User.FindFirstValue(Bearer.BearerDefaults.UserIdClaim);
        LogRequest(context.Request.Method, route, context.Response.StatusCode, took.TotalMilliseconds, user, context.TraceId());
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Method} {Route} {Status} in {Milliseconds:0.0} ms, user {UserId}, trace {TraceId}"
    )]
    private partial void LogRequest(string method, string route, int status, double milliseconds, string? userId, string traceId);
}
