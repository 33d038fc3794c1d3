using JobTracker.Data;
using JobTracker.Web.Idempotency;
using Microsoft.AspNetCore.Http.Features;

namespace JobTracker.Web;

/// <summary>
/// Does a request again, from the start and in a scope of its own, when the database has undone it for another one's sake; and also when the
/// line to the database broke, if doing it twice is the same as once: it only reads, or has an <c>Idempotency-Key</c>.
/// Nobody has seen anything of the first try by then. A body that was read and not kept cannot be read again: that request gets 503.
/// </summary>
internal sealed partial class OnceMore(RequestDelegate next, IServiceScopeFactory scopes, TimeProvider clock, ILogger<OnceMore> logger)
{
    private const int Most = 2;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public async Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers.ToArray();
        for (var repeats = 0; ; repeats++)
        {
            try
            {
                await (repeats == 0 ? next(context) : RepeatAsync(context));
                return;
            }
            catch (Exception problem) when (repeats < Most && MayRepeat(context, problem))
            {
                LogRepeat(problem.GetType().Name);
            }
            context.Response.Clear();
            foreach (var (name, value) in headers)
                context.Response.Headers[name] = value;
            // Not both at the same moment again.
            await Task.Delay(Pause * Random.Shared.NextDouble() * (repeats + 1), clock, context.RequestAborted);
        }
    }

    /// <summary>With services that know nothing of the try before.</summary>
    private async Task RepeatAsync(HttpContext context)
    {
        var before = context.RequestServices;
        await using var scope = scopes.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        if (context.Request.Body.CanSeek)
            context.Request.Body.Position = 0;
        try
        {
            await next(context);
        }
        finally
        {
            context.RequestServices = before;
        }
    }

    private static bool MayRepeat(HttpContext context, Exception problem) =>
        !context.Response.HasStarted
        && !context.RequestAborted.IsCancellationRequested
        && CanReadBodyAgain(context)
        && (problem.IsUndoneForAnother() || (problem.IsBrokenLine() && (IsReading(context) || IsIdempotent(context))));

    /// <summary>There is none, it is a form that was read already, or the idempotent request's, which is kept.</summary>
    private static bool CanReadBodyAgain(HttpContext context) =>
        context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true }
        || context.Features.Get<IFormFeature>() is { Form: not null }
        || context.Request.Body.CanSeek;

    private static bool IsReading(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    private static bool IsIdempotent(HttpContext context) =>
        context.Request.Headers.ContainsKey(IdempotencyMiddleware.Header)
        && context.GetEndpoint()?.Metadata.GetMetadata<IdempotentAttribute>() is not null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database undid or lost a request ({Exception}); it is done again")]
    private partial void LogRepeat(string exception);
}
